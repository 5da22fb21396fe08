//! All terms that can be searched for: exact, by prefix, and with one typo.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::ops::{Bound, Range};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::super::fold::is_east_asian_word;
use super::super::typo::{TYPO_FROM_CHARS, is_one_typo_apart};

/// A term's number.
pub(super) type TermId = u32;

/// The terms: a sorted table for those known when the index was built, and a small tree for later ones.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// The texts of the sorted terms, one after the other.
    arena: String,
    /// Where each sorted term ends in the arena.
    ends: Vec<u32>,
    /// Terms that came later; their numbers follow those of the sorted ones.
    later: BTreeMap<Arc<str>, TermId>,
    /// The texts of the later terms in the order of their numbers.
    later_texts: Vec<Arc<str>>,
    /// Hashes of every sorted term and of the term without each one of its letters, sorted; for typos.
    typos: Vec<(u32, TermId)>,
    /// Where the hashes with the same first bits begin.
    typo_starts: Vec<u32>,
    /// The same for later terms.
    later_typos: FxHashMap<u32, Vec<TermId>>,
}

/// First bits of a hash, by which typos are looked up.
const TYPO_BITS: u32 = 15;

const fn typo_bucket(hash: u32) -> usize {
    (hash >> (u32::BITS - TYPO_BITS)) as usize
}

impl Lexicon {
    /// Builds the table; `terms` must be sorted and each must be there once.
    pub(super) fn build(terms: &[&str]) -> Self {
        let mut lexicon = Self::default();
        for (id, term) in (0..).zip(terms) {
            lexicon.arena.push_str(term);
            lexicon.ends.push(lexicon.arena.len() as u32);
            lexicon.typos.extend(variants(term).into_iter().map(|hash| (hash, id)));
        }
        lexicon.typos.sort_unstable();
        lexicon.typos.dedup();
        lexicon.typos.shrink_to_fit();
        let mut start = 0;
        lexicon.typo_starts = (0..=1 << TYPO_BITS)
            .map(|bucket| {
                start += lexicon.typos[start..]
                    .iter()
                    .take_while(|(hash, _)| typo_bucket(*hash) < bucket)
                    .count();
                start as u32
            })
            .collect();
        lexicon.arena.shrink_to_fit();
        lexicon
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len() + self.later_texts.len()
    }

    fn sorted(&self, id: usize) -> &str {
        let start = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.arena[start..self.ends[id] as usize]
    }

    /// The place of the first sorted term that is not below `text`.
    fn lower_bound(&self, text: &str) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.sorted(middle) < text {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The number of a term.
    pub(super) fn find(&self, term: &str) -> Option<TermId> {
        let place = self.lower_bound(term);
        if place < self.ends.len() && self.sorted(place) == term {
            return Some(place as TermId);
        }
        self.later.get(term).copied()
    }

    /// The number of a term, which is new if it was not there.
    pub(super) fn find_or_add(&mut self, term: &str) -> TermId {
        if let Some(id) = self.find(term) {
            return id;
        }
        let id = self.len() as TermId;
        let text: Arc<str> = term.into();
        self.later_texts.push(Arc::clone(&text));
        self.later.insert(text, id);
        for hash in variants(term) {
            self.later_typos.entry(hash).or_default().push(id);
        }
        id
    }

    /// How many terms were known when the index was built; they stand in order.
    pub(super) fn sorted_len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a term.
    pub(super) fn text(&self, id: TermId) -> &str {
        let place = id as usize;
        if place < self.ends.len() {
            self.sorted(place)
        } else {
            &self.later_texts[place - self.ends.len()]
        }
    }

    /// All terms that begin with `prefix`: the sorted ones together, later ones one by one.
    pub(super) fn with_prefix(&self, prefix: &str) -> Vec<Range<TermId>> {
        let first = self.lower_bound(prefix);
        // Doubling steps: most beginnings have few terms.
        let (mut inside, mut step) = (first, 1);
        while inside + step <= self.ends.len() && self.sorted(inside + step - 1).starts_with(prefix) {
            inside += step;
            step *= 2;
        }
        let mut end = (inside + step).min(self.ends.len() + 1);
        while inside + 1 < end {
            let middle = usize::midpoint(inside, end);
            if self.sorted(middle - 1).starts_with(prefix) {
                inside = middle;
            } else {
                end = middle;
            }
        }
        let later = self.later.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        let later = later.take_while(|(term, _)| term.starts_with(prefix));
        let sorted = (first < inside).then_some(first as TermId..inside as TermId);
        sorted.into_iter().chain(later.map(|(_, id)| *id..*id + 1)).collect()
    }

    /// All terms that are one typo away from `word`.
    pub(super) fn one_typo_from(&self, word: &str) -> Vec<TermId> {
        let mut found = Vec::new();
        for hash in variants(word) {
            if let [start, end, ..] = self.typo_starts.get(typo_bucket(hash)..).unwrap_or_default() {
                let near = self.typos[*start as usize..*end as usize].iter();
                found.extend(near.filter(|(known, _)| *known == hash).map(|(_, id)| *id));
            }
            found.extend(self.later_typos.get(&hash).into_iter().flatten());
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|id| is_one_typo_apart(self.text(*id), word));
        found
    }
}

/// Hashes of a word and of the word without each one of its letters. Two words one typo apart share one of them.
/// None for words that are too short to be reached by a typo, or whose script has no letters to mistype.
fn variants(word: &str) -> Vec<u32> {
    let count = word.chars().count();
    if count + 1 < TYPO_FROM_CHARS || is_east_asian_word(word) {
        return Vec::new();
    }
    let without = |skipped: Option<usize>| {
        let mut hasher = FxHasher::default();
        for (_, character) in word.chars().enumerate().filter(|(place, _)| Some(*place) != skipped) {
            character.hash(&mut hasher);
        }
        (hasher.finish() >> 32) as u32
    };
    std::iter::once(without(None))
        .chain((0..count).map(|place| without(Some(place))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::build(&["anh", "nguyen", "nguyet", "wang", "王", "王小明"]);
        assert_eq!(lexicon.find_or_add("nguyenn"), 6);
        assert_eq!(lexicon.find_or_add("wang"), 3);
        lexicon
    }

    #[test]
    fn terms_are_found_exactly_and_by_prefix() {
        let lexicon = lexicon();
        assert_eq!(
            (lexicon.find("wang"), lexicon.find("nguyenn"), lexicon.find("wan")),
            (Some(3), Some(6), None)
        );
        assert_eq!(lexicon.with_prefix("nguye"), [1..3, 6..7]);
        assert_eq!(lexicon.with_prefix("王").first(), Some(&(4..6)));
        assert_eq!(lexicon.with_prefix(""), [0..6, 6..7]);
        assert!(lexicon.with_prefix("x").is_empty());
    }

    #[test]
    fn terms_are_found_with_one_typo() {
        let lexicon = lexicon();
        assert_eq!(lexicon.one_typo_from("nguyem"), [1, 2]);
        assert_eq!(lexicon.one_typo_from("nguyen"), [2, 6]);
        assert_eq!(lexicon.one_typo_from("ngyuen"), [1]);
        assert_eq!(lexicon.one_typo_from("wwang"), [3]);
    }
}
