//! wasm-bindgen names every import after what it does and a hash of its own, once in the module and once in the glue. The
//! names stay as long as they are, so that the module needs no new lengths; they become numbers behind zeros, which
//! weigh next to nothing.

use std::collections::BTreeMap;

/// How such a name begins.
const BEGIN: &[u8] = b"__wbg_";
/// Digits of the hash at its end.
const HASH: usize = 16;

/// Replaces the names in the glue and in the module by numbers, the same for the same name.
pub(crate) fn shorten(glue: &mut [u8], module: &mut [u8]) {
    let mut numbers: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    for bytes in [glue, module] {
        each(bytes, |name| {
            let next = numbers.len();
            let number = *numbers.entry(name.to_vec()).or_insert(next);
            let digits = name.len();
            name.copy_from_slice(format!("{number:0digits$}").as_bytes());
        });
    }
}

/// Shows every name that has a hash, without its beginning.
fn each(bytes: &mut [u8], mut show: impl FnMut(&mut [u8])) {
    let mut rest = bytes;
    while let Some(start) = rest.windows(BEGIN.len()).position(|window| window == BEGIN) {
        let (_, name) = rest.split_at_mut(start + BEGIN.len());
        let is_end = |sign: &u8| !sign.is_ascii_alphanumeric() && *sign != b'_';
        let end = name.iter().position(is_end).unwrap_or(name.len());
        let (name, after) = name.split_at_mut(end);
        if let Some((stem, hash)) = name.split_at_checked(end.saturating_sub(HASH))
            && stem.len() > 1
            && stem.ends_with(b"_")
            && hash.iter().all(u8::is_ascii_hexdigit)
        {
            show(name);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_the_same_numbers_on_both_sides() {
        let mut glue = *b"{__wbg_get_0123456789abcdef:f,__wbg_get_fedcba9876543210:g,__wbg_close_00000000000000ff:h,\
                          __wbg_init:i,x_0123456789abcdef:j}";
        let mut module = *b"\0__wbg_get_fedcba9876543210\x01__wbg_get_0123456789abcdef\x02x_0123456789abcdef";
        shorten(&mut glue, &mut module);
        assert_eq!(
            &glue,
            b"{__wbg_00000000000000000000:f,__wbg_00000000000000000001:g,__wbg_0000000000000000000002:h,\
              __wbg_init:i,x_0123456789abcdef:j}"
        );
        assert_eq!(
            &module,
            b"\0__wbg_00000000000000000001\x01__wbg_00000000000000000000\x02x_0123456789abcdef"
        );
    }
}
