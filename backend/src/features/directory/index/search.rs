//! Finding by words: every word must match somewhere, exactly before by prefix before with a typo,
//! and in a name before elsewhere. A word of a part that is hidden from the viewer does not match.

use std::ops::Range;

use shared::codes::MemberSort;
use shared::directory::PersonalField;

use super::Index;
use super::audience::Sight;
use super::bits::Bits;
use super::lexicon::TermId;
use super::postings::NameKind;
use super::sources::{LEVELS, Source};
use crate::features::directory::{fold, typo};

/// What a search found: growing sets, best matches first; the last one is everything, and the only one where the
/// order is not by relevance.
#[derive(Debug)]
pub(super) struct Ranked(pub(super) Vec<Bits>);

impl Ranked {
    /// Everybody who was found.
    pub(super) fn all(&self) -> &Bits {
        // There is always at least one level.
        &self.0[self.0.len() - 1]
    }
}

/// A word of a search with the terms it stands for.
#[derive(Debug)]
pub(super) struct Word {
    /// Terms that match exactly, by prefix (which the exact one does too), and with a typo.
    pub(super) terms: [Vec<Range<TermId>>; 3],
    /// How the word may stand in a Latin name: alternatives, each a list of terms that must all be there.
    pub(super) spellings: Vec<Vec<TermId>>,
}

impl Index {
    /// Looks up the words of a search.
    pub(super) fn words(&self, query: &str) -> Vec<Word> {
        let lexicon = &self.postings.lexicon;
        let words = fold::words(query);
        let last = words.len().wrapping_sub(1);
        let look_up = |(place, word): (usize, &String)| {
            let is_open = place == last || fold::is_east_asian_word(word);
            let exact = lexicon.find(word).map(|term| term..term + 1);
            let prefix = if is_open { lexicon.with_prefix(word) } else { Vec::new() };
            let mut typo = if typo::forgives_typo(word) {
                lexicon.one_typo_from(word)
            } else {
                Vec::new()
            };
            typo.retain(|term| prefix.iter().all(|known| !known.contains(term)));
            let typo = typo.into_iter().map(|term| term..term + 1).collect();
            let spellings = fold::latin_alternatives(word).into_iter();
            let known = |spelling: Vec<String>| spelling.iter().map(|latin| lexicon.find(latin)).collect();
            Word {
                terms: [exact.into_iter().collect(), prefix, typo],
                spellings: spellings.filter_map(known).collect(),
            }
        };
        words.iter().enumerate().map(look_up).collect()
    }

    /// Finds by words, given by their sources.
    pub(super) fn find(&self, sight: &Sight, words: &[Vec<Source<'_>>], sort: MemberSort) -> Ranked {
        if words.is_empty() {
            return Ranked(vec![sight.listing().clone()]);
        }
        let mut ranked = Vec::new();
        let mut so_far: Vec<Option<Bits>> = words.iter().map(|_| None).collect();
        for level in 0..LEVELS {
            let mut is_changed = false;
            for (known, sources) in so_far.iter_mut().zip(words) {
                for source in sources.iter().filter(|source| source.level == level) {
                    let known = known.get_or_insert_with(|| sight.listing().none());
                    self.add_seen(sight, source, known);
                    is_changed = true;
                }
            }
            if is_changed && sort == MemberSort::Relevance {
                ranked.extend(intersection(&so_far));
            }
        }
        if sort != MemberSort::Relevance {
            ranked.extend(intersection(&so_far));
        }
        if ranked.is_empty() {
            ranked.push(sight.listing().none());
        }
        Ranked(ranked)
    }

    /// A word in another script finds Latin names that may be written so, of members without a native name that the
    /// viewer sees: those with one would have matched it.
    pub(super) fn spelled(&self, sight: &Sight, word: &Word) -> Vec<u32> {
        let has_latin = |term: TermId, doc: u32| self.postings.names.contains(term, NameKind::Latin.entry(doc));
        let whole = |term: &TermId| *term..*term + 1;
        let mut found = Vec::new();
        for spelling in &word.spellings {
            // From the rarest term on, so that the others are asked for few members.
            let mut terms = spelling.clone();
            terms.sort_by_key(|term| self.postings.names.count(&whole(term)));
            let Some((rarest, others)) = terms.split_first() else {
                continue;
            };
            for (doc, kind) in self.postings.names.of(&whole(rarest)).map(NameKind::of) {
                let is_latin = kind == NameKind::Latin && sight.listing().contains(doc);
                if is_latin && !self.has_visible_native(sight, doc) && others.iter().all(|term| has_latin(*term, doc)) {
                    found.push(doc);
                }
            }
        }
        found
    }

    fn has_visible_native(&self, sight: &Sight, doc: u32) -> bool {
        !self.columns.natives.get(doc).is_empty() && sight.sees(doc, PersonalField::NativeName)
    }

    /// The documents of one page of what was found and chosen.
    pub(super) fn page(
        &self,
        ranked: &Ranked,
        chosen: &Bits,
        sort: MemberSort,
        offset: usize,
        limit: usize,
    ) -> Vec<u32> {
        match sort {
            MemberSort::Name => self.by_name.page(chosen, chosen.count(), offset, limit),
            MemberSort::Newest => self.by_newest.page(chosen, chosen.count(), offset, limit),
            MemberSort::Relevance => self.page_by_relevance(ranked, chosen, offset, limit),
        }
    }

    fn page_by_relevance(&self, ranked: &Ranked, chosen: &Bits, offset: usize, limit: usize) -> Vec<u32> {
        let mut docs = Vec::new();
        let mut skipped = 0;
        let mut better: Option<&Bits> = None;
        for level in &ranked.0 {
            let mut here = level.and(chosen);
            if let Some(better) = better {
                here.drop_all(better);
            }
            better = Some(level);
            let count = here.count();
            let from = offset.saturating_sub(skipped);
            docs.extend(self.by_name.page(&here, count, from, limit - docs.len()));
            skipped += count as usize;
            if docs.len() == limit {
                break;
            }
        }
        docs
    }
}

/// What is in all sets; nothing as long as one of them is missing.
fn intersection(sets: &[Option<Bits>]) -> Option<Bits> {
    let mut sets = sets.iter();
    let mut all = sets.next()?.clone()?;
    for set in sets {
        all.keep(set.as_ref()?);
    }
    Some(all)
}
