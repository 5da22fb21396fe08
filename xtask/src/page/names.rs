//! wasm-bindgen ends the name of every import with a hash of its own, once in the module and once in the glue. The
//! names stay as long as they are, so that the module needs no new numbers; in the place of the hashes stand zeros,
//! which weigh nothing: 2 kB less of each file.

use std::collections::BTreeMap;

/// How such a name begins.
const BEGIN: &[u8] = b"__wbg_";
/// Digits of a hash.
const HASH: usize = 16;

/// Replaces the hashes in the glue and in the module by numbers that only count what would else have the same name.
pub(crate) fn shorten(glue: &mut [u8], module: &mut [u8]) {
    let mut stems: BTreeMap<Vec<u8>, Vec<Vec<u8>>> = BTreeMap::new();
    for bytes in [glue, module] {
        each(bytes, |stem, hash| {
            let hashes = stems.entry(stem.to_vec()).or_default();
            let number = hashes.iter().position(|known| known == hash).unwrap_or_else(|| {
                hashes.push(hash.to_vec());
                hashes.len() - 1
            });
            hash.copy_from_slice(format!("{number:0HASH$}").as_bytes());
        });
    }
}

/// Shows every name that has a hash, cut in front of it.
fn each(bytes: &mut [u8], mut show: impl FnMut(&[u8], &mut [u8])) {
    let mut rest = bytes;
    while let Some(start) = rest.windows(BEGIN.len()).position(|window| window == BEGIN) {
        let (_, name) = rest.split_at_mut(start);
        let is_end = |sign: &u8| !sign.is_ascii_alphanumeric() && *sign != b'_';
        let end = name.iter().position(is_end).unwrap_or(name.len());
        let (name, after) = name.split_at_mut(end);
        if let Some((stem, hash)) = name.split_at_mut_checked(end.saturating_sub(HASH))
            && stem.len() > BEGIN.len()
            && stem.ends_with(b"_")
            && hash.iter().all(u8::is_ascii_hexdigit)
        {
            show(stem, hash);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_hashes_on_both_sides_and_stay_apart() {
        let mut glue = *b"{__wbg_get_0123456789abcdef:f,__wbg_get_fedcba9876543210:g,__wbg_set_00000000000000ff:h,\
                          __wbg_init:i,x_0123456789abcdef:j}";
        let mut module = *b"\0__wbg_get_fedcba9876543210\x01__wbg_get_0123456789abcdef\x02x_0123456789abcdef";
        shorten(&mut glue, &mut module);
        assert_eq!(
            &glue,
            b"{__wbg_get_0000000000000000:f,__wbg_get_0000000000000001:g,__wbg_set_0000000000000000:h,\
              __wbg_init:i,x_0123456789abcdef:j}"
        );
        assert_eq!(
            &module,
            b"\0__wbg_get_0000000000000001\x01__wbg_get_0000000000000000\x02x_0123456789abcdef"
        );
    }
}
