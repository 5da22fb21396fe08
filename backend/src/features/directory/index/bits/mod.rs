//! A set of members as a row of bits.

mod span;
#[cfg(test)]
mod tests;

pub(super) use span::Span;

/// A set of document numbers. It has room for those below some size, and those beyond are not in it: two sets may have
/// different room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// The empty set with room for `size` numbers.
    pub(super) fn new(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    /// Gives up the room behind the last number.
    pub(super) fn trim(&mut self) {
        let used = self.0.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        self.0.truncate(used);
    }

    /// The empty set with the same room.
    pub(super) fn none(&self) -> Self {
        Self(vec![0; self.0.len()])
    }

    /// Makes room for `size` numbers.
    pub(super) fn grow(&mut self, size: usize) {
        self.0.resize(size.div_ceil(64), 0);
    }

    /// Adds a number, if there is room for it.
    pub(super) fn insert(&mut self, doc: u32) {
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    /// Adds a number if it is in the other set and there is room; otherwise without a branch, because nobody can
    /// foretell whether it is.
    pub(super) fn insert_if_in(&mut self, doc: u32, other: &Self) {
        let place = doc as usize / 64;
        if let (Some(word), Some(other)) = (self.0.get_mut(place), other.0.get(place)) {
            *word |= other & 1 << (doc % 64);
        }
    }

    /// Removes a number.
    pub(super) fn remove(&mut self, doc: u32) {
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word &= !(1 << (doc % 64));
        }
    }

    /// Adds or removes a number.
    pub(super) fn set(&mut self, doc: u32, is_in: bool) {
        if is_in {
            self.insert(doc);
        } else {
            self.remove(doc);
        }
    }

    /// Whether a number is in the set.
    pub(super) fn contains(&self, doc: u32) -> bool {
        self.0
            .get(doc as usize / 64)
            .is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// A number that is not beyond the room.
    fn within(&self, doc: u32) -> u32 {
        doc.min(self.0.len() as u32 * 64)
    }

    /// Adds all numbers from `start` up to but not including `end` for which there is room.
    pub(super) fn insert_range(&mut self, start: u32, end: u32) {
        let end = self.within(end);
        if start >= end {
            return;
        }
        let (first, last) = (start as usize / 64, (end - 1) as usize / 64);
        let head = u64::MAX << (start % 64);
        let tail = u64::MAX >> (63 - (end - 1) % 64);
        if first == last {
            self.0[first] |= head & tail;
            return;
        }
        self.0[first] |= head;
        self.0[first + 1..last].fill(u64::MAX);
        self.0[last] |= tail;
    }

    /// Keeps what is in the other set too, and no more room than both have.
    pub(super) fn keep(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Adds what is in the other set, as far as there is room.
    pub(super) fn add(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    /// Adds what is in both other sets, as far as there is room.
    pub(super) fn add_both(&mut self, left: &Self, right: &Self) {
        for (word, (left, right)) in self.0.iter_mut().zip(left.0.iter().zip(&right.0)) {
            *word |= left & right;
        }
    }

    /// Removes what is in the other set.
    pub(super) fn drop_all(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= !other;
        }
    }

    /// What is in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(word, other)| word & other).collect())
    }

    /// How many numbers there are.
    pub(super) fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// The numbers in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.0).flat_map(|(place, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros();
                    rest &= rest - 1;
                    place * 64 + bit
                })
            })
        })
    }

    /// Goes through the numbers in order, each with 1 or 0 for whether it is in each of the other sets.
    pub(super) fn each_with<const N: usize>(&self, others: [&Self; N], mut visit: impl FnMut(u32, [u8; N])) {
        for (place, word) in self.0.iter().enumerate().filter(|(_, word)| **word != 0) {
            let words = others.map(|other| other.0.get(place).copied().unwrap_or(0));
            let mut rest = *word;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                visit(place as u32 * 64 + bit, words.map(|word| (word >> bit & 1) as u8));
            }
        }
    }

    /// The words of 64 bits, lowest numbers first.
    pub(super) fn words(&self) -> &[u64] {
        &self.0
    }

    /// How many numbers there are from `start` up to but not including `end`.
    pub(super) fn count_range(&self, start: u32, end: u32) -> u32 {
        let end = self.within(end);
        if start >= end {
            return 0;
        }
        let (first, last) = (start as usize / 64, (end - 1) as usize / 64);
        let head = u64::MAX << (start % 64);
        let tail = u64::MAX >> (63 - (end - 1) % 64);
        if first == last {
            return (self.0[first] & head & tail).count_ones();
        }
        let between: u32 = self.0[first + 1..last].iter().map(|word| word.count_ones()).sum();
        (self.0[first] & head).count_ones() + between + (self.0[last] & tail).count_ones()
    }
}
