//! Lists of numbers by term. Those known when the index was built stand one after the other in the order of the terms,
//! so that the lists of all terms with a beginning are one piece; later ones stand apart.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lexicon::TermId;

/// In the place of a number that was removed.
const GONE: u32 = u32::MAX;

/// The lists.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Where each term's list begins, and the end of the last one.
    starts: Vec<u32>,
    /// The lists, each sorted.
    entries: Vec<u32>,
    /// What was added later.
    later: BTreeMap<TermId, Vec<u32>>,
}

impl Lists {
    /// The lists of pairs of a term and a number, for `terms` terms.
    pub(super) fn build(mut pairs: Vec<(TermId, u32)>, terms: usize) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; terms + 1];
        pairs.iter().for_each(|(term, _)| starts[*term as usize + 1] += 1);
        for term in 0..terms {
            starts[term + 1] += starts[term];
        }
        Self {
            starts,
            entries: pairs.into_iter().map(|(_, number)| number).collect(),
            later: BTreeMap::new(),
        }
    }

    fn places(&self, terms: &Range<TermId>) -> Range<usize> {
        let start = |term: TermId| {
            let last = self.starts.last().copied().unwrap_or_default();
            self.starts.get(term as usize).copied().unwrap_or(last) as usize
        };
        start(terms.start)..start(terms.end)
    }

    /// How many numbers the terms have, counting removed ones too.
    pub(super) fn count(&self, terms: &Range<TermId>) -> usize {
        let later = self.later.range(terms.clone()).map(|(_, list)| list.len());
        self.places(terms).len() + later.sum::<usize>()
    }

    /// The numbers of the terms; one that several of them have is there several times.
    pub(super) fn of(&self, terms: &Range<TermId>) -> impl Iterator<Item = u32> {
        let sorted = self.entries[self.places(terms)].iter().copied();
        let later = self
            .later
            .range(terms.clone())
            .flat_map(|(_, list)| list.iter().copied());
        sorted.filter(|number| *number != GONE).chain(later)
    }

    /// Whether a term has a number.
    pub(super) fn contains(&self, term: TermId, number: u32) -> bool {
        let sorted = &self.entries[self.places(&(term..term + 1))];
        sorted.binary_search(&number).is_ok() || self.later.get(&term).is_some_and(|list| list.contains(&number))
    }

    /// Adds a number to a term that may be new.
    pub(super) fn add(&mut self, term: TermId, number: u32) {
        if !self.contains(term, number) {
            self.later.entry(term).or_default().push(number);
        }
    }

    /// Removes a number from a term.
    pub(super) fn remove(&mut self, term: TermId, number: u32) {
        if let Some(list) = self.later.get_mut(&term) {
            list.retain(|known| *known != number);
        }
        let places = self.places(&(term..term + 1));
        let sorted = &mut self.entries[places];
        let first = sorted.partition_point(|known| *known < number);
        let end = sorted.partition_point(|known| *known <= number);
        // A neighbour twice keeps the order and harms nobody who looks for what is there.
        let neighbour = match (first.checked_sub(1).map(|before| sorted[before]), sorted.get(end)) {
            (Some(before), _) => before,
            (None, Some(after)) => *after,
            (None, None) => GONE,
        };
        sorted[first..end].fill(neighbour);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{any, proptest};

    use super::Lists;

    proptest! {
        #[test]
        fn lists_behave_like_sets(
            pairs in proptest::collection::vec((0_u32..6, 0_u32..20), 0..60),
            edits in proptest::collection::vec((any::<bool>(), 0_u32..8, 0_u32..20), 0..60),
            start in 0_u32..8, length in 0_u32..8,
        ) {
            let mut lists = Lists::build(pairs.clone(), 6);
            let mut known: BTreeSet<(u32, u32)> = pairs.into_iter().collect();
            for (is_added, term, number) in edits {
                if is_added {
                    lists.add(term, number);
                    known.insert((term, number));
                } else {
                    lists.remove(term, number);
                    known.remove(&(term, number));
                }
                assert_eq!(lists.contains(term, number), is_added);
            }
            let terms = start..start + length;
            let expected: BTreeSet<u32> =
                known.iter().filter(|(term, _)| terms.contains(term)).map(|(_, number)| *number).collect();
            assert_eq!(lists.of(&terms).collect::<BTreeSet<u32>>(), expected);
            assert!(lists.count(&terms) >= expected.len());
        }
    }
}
