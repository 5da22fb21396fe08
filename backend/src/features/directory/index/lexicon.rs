//! All terms that can be searched for: exact, by prefix, and with one typo.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Bound;
use std::sync::Arc;

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
    /// The same for later terms.
    later_typos: HashMap<u32, Vec<TermId>>,
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

    /// The number of a term, which is new if it was not there; the second value says so.
    pub(super) fn find_or_add(&mut self, term: &str) -> (TermId, bool) {
        if let Some(id) = self.find(term) {
            return (id, false);
        }
        let id = self.len() as TermId;
        let text: Arc<str> = term.into();
        self.later_texts.push(Arc::clone(&text));
        self.later.insert(text, id);
        for hash in variants(term) {
            self.later_typos.entry(hash).or_default().push(id);
        }
        (id, true)
    }

    /// All terms that begin with `prefix`.
    pub(super) fn with_prefix(&self, prefix: &str) -> Vec<TermId> {
        let first = self.lower_bound(prefix);
        let mut found: Vec<TermId> = (first..self.ends.len())
            .take_while(|place| self.sorted(*place).starts_with(prefix))
            .map(|place| place as TermId)
            .collect();
        let later = self.later.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        found.extend(
            later
                .take_while(|(term, _)| term.starts_with(prefix))
                .map(|(_, id)| *id),
        );
        found
    }

    /// All terms that are one typo away from `word`.
    pub(super) fn one_typo_from(&self, word: &str) -> Vec<TermId> {
        let mut found = Vec::new();
        for hash in variants(word) {
            let first = self.typos.partition_point(|(known, _)| *known < hash);
            let same = self.typos[first..].iter().take_while(|(known, _)| *known == hash);
            found.extend(same.map(|(_, id)| *id));
            found.extend(self.later_typos.get(&hash).into_iter().flatten());
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|id| is_one_typo_apart(self.text(*id), word));
        found
    }

    fn text(&self, id: TermId) -> &str {
        let place = id as usize;
        if place < self.ends.len() {
            self.sorted(place)
        } else {
            &self.later_texts[place - self.ends.len()]
        }
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
        let mut hasher = DefaultHasher::new();
        for (_, character) in word.chars().enumerate().filter(|(place, _)| Some(*place) != skipped) {
            character.hash(&mut hasher);
        }
        hasher.finish() as u32
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
        assert_eq!(lexicon.find_or_add("nguyenn"), (6, true));
        assert_eq!(lexicon.find_or_add("wang"), (3, false));
        lexicon
    }

    #[test]
    fn terms_are_found_exactly_and_by_prefix() {
        let lexicon = lexicon();
        assert_eq!(
            (lexicon.find("wang"), lexicon.find("nguyenn"), lexicon.find("wan")),
            (Some(3), Some(6), None)
        );
        assert_eq!(lexicon.with_prefix("nguye"), [1, 2, 6]);
        assert_eq!(lexicon.with_prefix("王"), [4, 5]);
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
