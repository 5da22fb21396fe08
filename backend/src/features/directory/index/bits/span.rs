//! The parts of a set where its numbers are: the members of one country/region, or those whom everybody may see, stand
//! side by side, and the rest need not be gone through.

use smallvec::SmallVec;

use super::Bits;

/// Words of 64 bits that are left out together when all of them are empty.
const STRETCH: usize = 32;

/// A set without its empty parts.
#[derive(Debug)]
pub(in super::super) struct Span<'a> {
    /// From which word up to which.
    stretches: SmallVec<[(usize, usize); 4]>,
    words: &'a [u64],
}

impl<'a> Span<'a> {
    /// The parts of a set where its numbers are.
    pub(in super::super) fn of(set: &'a Bits) -> Self {
        let words = set.words();
        let mut stretches: SmallVec<[(usize, usize); 4]> = SmallVec::new();
        for (place, part) in words.chunks(STRETCH).enumerate() {
            if part.iter().all(|word| *word == 0) {
                continue;
            }
            let start = place * STRETCH;
            match stretches.last_mut() {
                Some((_, end)) if *end == start => *end += part.len(),
                _ => stretches.push((start, start + part.len())),
            }
        }
        Self { stretches, words }
    }

    /// How many words of 64 bits are gone through.
    pub(in super::super) fn len(&self) -> usize {
        self.stretches.iter().map(|(start, end)| end - start).sum()
    }

    /// How many numbers are in the other set too.
    pub(in super::super) fn count_both(&self, other: &Bits) -> u32 {
        let both = |(start, end): &(usize, usize)| -> u32 {
            let others = other.words().iter().skip(*start);
            let words = self.words[*start..*end].iter().zip(others);
            words.map(|(word, other)| (word & other).count_ones()).sum()
        };
        self.stretches.iter().map(both).sum()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{Strategy, proptest};

    use super::{Bits, STRETCH, Span};

    /// Enough for several stretches.
    const SIZE: u32 = 20_000;

    fn sets() -> impl Strategy<Value = BTreeSet<u32>> {
        proptest::collection::btree_set((0..SIZE / 500, 0_u32..500), 0..40).prop_map(|places| {
            places
                .into_iter()
                .map(|(place, more)| place / 9 * 4_500 + more)
                .collect()
        })
    }

    fn bits(set: &BTreeSet<u32>) -> Bits {
        let mut bits = Bits::new(SIZE as usize);
        set.iter().for_each(|doc| bits.insert(*doc));
        bits
    }

    proptest! {
        #[test]
        fn what_is_left_out_is_empty(left in sets(), right in sets()) {
            let (a, b) = (bits(&left), bits(&right));
            let span = Span::of(&a);
            assert_eq!(span.count_both(&b) as usize, (&left & &right).len());
            let used: BTreeSet<u32> = left.iter().map(|doc| doc / 64 / STRETCH as u32).collect();
            assert!(span.len() <= used.len() * STRETCH);
        }
    }
}
