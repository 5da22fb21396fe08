//! Finding by words: every word must match somewhere, exactly before by prefix before with a typo,
//! and in a name before elsewhere. A word of a part that is hidden from the viewer does not match.

use shared::codes::{Field, MemberSort};
use shared::directory::PersonalField;

use super::Index;
use super::audience::{Class, Sight};
use super::bits::Bits;
use super::lexicon::TermId;
use super::postings::NameKind;
use crate::features::directory::{fold, typo};

/// What a search found: growing sets, best matches first; the last one is everything.
#[derive(Debug)]
pub(super) struct Ranked(pub(super) Vec<Bits>);

impl Ranked {
    /// Everybody who was found.
    pub(super) fn all(&self) -> &Bits {
        // There is always at least one level.
        &self.0[self.0.len() - 1]
    }
}

/// The members a word matches in names, and elsewhere.
#[derive(Debug, Default)]
struct Hits {
    names: Option<Bits>,
    others: Option<Bits>,
}

/// How many levels of matching there are: exact, prefix and typo, each in names and elsewhere.
pub(super) const LEVELS: usize = 6;

/// A word of a search with the terms it stands for.
#[derive(Debug)]
pub(super) struct Word {
    /// Terms that match exactly, by prefix, and with a typo.
    pub(super) terms: [Vec<TermId>; 3],
    /// How the word may stand in a Latin name: alternatives, each a list of terms that must all be there.
    spellings: Vec<Vec<TermId>>,
}

impl Index {
    /// Looks up the words of a search.
    pub(super) fn words(&self, query: &str) -> Vec<Word> {
        let lexicon = &self.postings.lexicon;
        let words = fold::words(query);
        let last = words.len().wrapping_sub(1);
        let look_up = |(place, word): (usize, &String)| {
            let is_open = place == last || fold::is_east_asian_word(word);
            let exact: Vec<TermId> = lexicon.find(word).into_iter().collect();
            let mut prefix = if is_open { lexicon.with_prefix(word) } else { Vec::new() };
            let mut typo = if typo::forgives_typo(word) {
                lexicon.one_typo_from(word)
            } else {
                Vec::new()
            };
            // Each term once, where it counts for most.
            prefix.retain(|term| !exact.contains(term));
            prefix.sort_unstable();
            typo.retain(|term| prefix.binary_search(term).is_err());
            let spellings = fold::latin_alternatives(word).into_iter();
            let known = |spelling: Vec<String>| spelling.iter().map(|latin| lexicon.find(latin)).collect();
            Word {
                terms: [exact, prefix, typo],
                spellings: spellings.filter_map(known).collect(),
            }
        };
        words.iter().enumerate().map(look_up).collect()
    }

    /// Finds by words, among those whom the viewer sees listed.
    pub(super) fn find(&self, sight: &Sight, words: &[Word]) -> Ranked {
        if words.is_empty() {
            return Ranked(vec![sight.listing().clone()]);
        }
        let mut ranked = Vec::new();
        let mut so_far: Vec<Option<Bits>> = words.iter().map(|_| None).collect();
        let mut words: Vec<_> = words
            .iter()
            .map(|word| self.word_levels(sight, word).into_iter())
            .collect();
        for _ in 0..LEVELS {
            let mut is_changed = false;
            for (known, levels) in so_far.iter_mut().zip(&mut words) {
                if let Some(more) = levels.next().flatten() {
                    *known = union([known.take(), Some(more)]);
                    is_changed = true;
                }
            }
            if is_changed && let Some(mut all) = intersection(&so_far) {
                all.keep(sight.listing());
                ranked.push(all);
            }
        }
        if ranked.is_empty() {
            ranked.push(sight.listing().none());
        }
        Ranked(ranked)
    }

    /// What a word matches at each level, not counting the levels before.
    fn word_levels(&self, sight: &Sight, word: &Word) -> [Option<Bits>; LEVELS] {
        let [exact, prefix, mut typo] = [0, 1, 2].map(|kind| self.hits(sight, &word.terms[kind]));
        for doc in self.spelled(sight, word) {
            typo.names.get_or_insert_with(|| sight.listing().none()).insert(doc);
        }
        [
            exact.names,
            exact.others,
            prefix.names,
            prefix.others,
            typo.names,
            typo.others,
        ]
    }

    /// The members who carry one of the terms, as far as the viewer may know.
    fn hits(&self, sight: &Sight, terms: &[TermId]) -> Hits {
        let room = || sight.listing().none();
        let (mut latin, mut native, mut affiliation, mut trip) = (None, None, None, None);
        let mut fields = 0;
        for term in terms {
            for entry in self.postings.names(*term) {
                let (doc, kind) = NameKind::of(*entry);
                let bits = match kind {
                    NameKind::Latin => &mut latin,
                    NameKind::Native => &mut native,
                };
                bits.get_or_insert_with(room).insert(doc);
            }
            for number in self.postings.affiliations(*term) {
                let bits = affiliation.get_or_insert_with(room);
                self.sets.affiliated(*number).iter().for_each(|doc| bits.insert(*doc));
            }
            for number in self.postings.organisations(*term) {
                self.sets.add_organisation(*number, trip.get_or_insert_with(room));
            }
            fields |= self.postings.fields(*term);
        }
        let mut field = None;
        for code in Field::ALL.iter().filter(|code| fields >> **code as u32 & 1 == 1) {
            field.get_or_insert_with(room).add(self.sets.field(*code));
        }
        let seen = |bits: Option<Bits>, part: PersonalField| {
            bits.map(|mut bits| {
                bits.keep(sight.of(Class::Part(part)));
                bits
            })
        };
        let others = [
            seen(affiliation, PersonalField::Affiliation),
            seen(trip, PersonalField::Trip),
            seen(field, PersonalField::Fields),
        ];
        Hits {
            names: union([latin, seen(native, PersonalField::NativeName)]),
            others: union(others),
        }
    }

    /// A word in another script finds Latin names that may be written so, of members without a native name that the
    /// viewer sees: those with one would have matched it.
    pub(super) fn spelled(&self, sight: &Sight, word: &Word) -> Vec<u32> {
        let has_latin = |term: TermId, doc: u32| {
            self.postings
                .names(term)
                .iter()
                .any(|entry| NameKind::of(*entry) == (doc, NameKind::Latin))
        };
        let mut found = Vec::new();
        for spelling in &word.spellings {
            // From the rarest term on, so that the others are asked for few members.
            let mut terms = spelling.clone();
            terms.sort_by_key(|term| self.postings.names(*term).len());
            let Some((rarest, others)) = terms.split_first() else {
                continue;
            };
            for (doc, kind) in self.postings.names(*rarest).iter().map(|entry| NameKind::of(*entry)) {
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

fn union<const N: usize>(sets: [Option<Bits>; N]) -> Option<Bits> {
    sets.into_iter().flatten().reduce(|mut all, more| {
        all.add(&more);
        all
    })
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
