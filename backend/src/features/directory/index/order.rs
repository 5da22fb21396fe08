//! The two orders of a list, kept as permutations, and the page of a set in one of them.

use super::bits::Bits;

/// All documents in some order, with the place of each.
#[derive(Debug, Default)]
pub(super) struct Order {
    sequence: Vec<u32>,
    ranks: Vec<u32>,
}

impl Order {
    /// An order in which the documents stand as given.
    pub(super) fn new(sequence: Vec<u32>) -> Self {
        let mut ranks = vec![0; sequence.len()];
        for (rank, doc) in (0..).zip(&sequence) {
            ranks[*doc as usize] = rank;
        }
        Self { sequence, ranks }
    }

    /// Takes a document out if it is there, and puts it before the first one of which `comes_after` says true.
    pub(super) fn place(&mut self, doc: u32, comes_after: impl Fn(u32) -> bool) {
        let old = self.ranks.get(doc as usize).map(|rank| *rank as usize);
        if let Some(old) = old {
            self.sequence.remove(old);
        } else {
            self.ranks.push(0);
        }
        let new = self.sequence.partition_point(|other| !comes_after(*other));
        self.sequence.insert(new, doc);
        let (low, high) = old.map_or((new, self.sequence.len() - 1), |old| (old.min(new), old.max(new)));
        for rank in low..=high {
            self.ranks[self.sequence[rank] as usize] = rank as u32;
        }
    }

    /// The place of a document.
    pub(super) fn rank(&self, doc: u32) -> u32 {
        self.ranks[doc as usize]
    }

    /// The documents of `set` from `offset` on, `limit` at most, in this order.
    pub(super) fn page(&self, set: &Bits, count: u32, offset: usize, limit: usize) -> Vec<u32> {
        let count = count as usize;
        if offset >= count || limit == 0 {
            return Vec::new();
        }
        let end = (offset + limit).min(count);
        // Walking the order is short where the set is dense. Where its members stand far behind, which nothing tells
        // before, it is given up for marking the place of each.
        let steps = count + self.sequence.len() / 64;
        let mut found = Vec::with_capacity(limit);
        let mut met = 0;
        for doc in self.sequence.iter().take(steps) {
            if set.contains(*doc) {
                met += 1;
                if met > offset {
                    found.push(*doc);
                }
                if met == end {
                    return found;
                }
            }
        }
        let mut ranks = Bits::new(self.sequence.len());
        set.iter().for_each(|doc| ranks.insert(self.ranks[doc as usize]));
        let places = ranks.iter().skip(offset).take(end - offset);
        places.map(|rank| self.sequence[rank as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::{Bits, Order};

    proptest! {
        #[test]
        fn a_page_is_a_slice_of_the_ordered_set(
            keys in proptest::collection::vec(0_u32..50, 1..200), step in 1_usize..9,
            offset in 0_usize..250, limit in 0_usize..50, moved in 0_usize..200, key in 0_u32..60,
        ) {
            let mut keys = keys;
            let mut sequence: Vec<u32> = (0..keys.len() as u32).collect();
            sequence.sort_by_key(|doc| (keys[*doc as usize], *doc));
            let mut order = Order::new(sequence);
            let moved = (moved % (keys.len() + 1)) as u32;
            if moved as usize == keys.len() { keys.push(key) } else { keys[moved as usize] = key }
            order.place(moved, |other| (keys[other as usize], other) > (key, moved));
            let mut set = Bits::new(keys.len());
            let mut expected: Vec<u32> = (0..keys.len() as u32).step_by(step).collect();
            expected.iter().for_each(|doc| set.insert(*doc));
            expected.sort_by_key(|doc| (keys[*doc as usize], *doc));
            let page: Vec<u32> = expected.into_iter().skip(offset).take(limit).collect();
            assert_eq!(order.page(&set, set.count(), offset, limit), page);
        }
    }
}
