//! FNV-1a in 64 bits: names and fingerprints that stay the same on every machine.

/// A running FNV-1a hash. It tells changed inputs apart; it is no protection against anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fnv(u64);

impl Fnv {
    /// The empty hash.
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds bytes.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// Adds a part whose end matters: `ab` + `c` differs from `a` + `bc`.
    pub(crate) fn add_part(&mut self, bytes: &[u8]) {
        self.add(&(bytes.len() as u64).to_le_bytes());
        self.add(bytes);
    }

    /// Always 16 hexadecimal digits, so that hashed file names can be recognised.
    pub(crate) fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> String {
        let mut hash = Fnv::new();
        hash.add(bytes);
        hash.hex()
    }

    #[test]
    fn agrees_with_the_published_values() {
        assert_eq!(of(b""), "cbf29ce484222325");
        assert_eq!(of(b"a"), "af63dc4c8601ec8c");
        assert_eq!(of(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn parts_keep_their_borders() {
        let (mut one, mut other) = (Fnv::new(), Fnv::new());
        one.add_part(b"ab");
        one.add_part(b"c");
        other.add_part(b"a");
        other.add_part(b"bc");
        assert_ne!(one, other);
    }
}
