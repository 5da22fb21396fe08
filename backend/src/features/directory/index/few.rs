//! The way of searches that find few: a sorted list of matches that is gone through once, instead of sets of everybody.
//! Both ways give the same answers; a property test compares each with the slow reference.

use shared::codes::MemberSort;
use shared::directory::{Facet, Facets, MemberFilter, PersonalField};

use super::Index;
use super::audience::Sight;
use super::facets::finish_facets;
use super::lexicon::TermId;
use super::postings::NameKind;
use super::search::Word;
use super::tally::{Tally, Traits};

/// A search takes this way when its words stand in fewer places than one for so many members.
const SHARE: usize = 64;
/// In small clubs too.
const AT_LEAST: usize = 8;
/// Levels of matching fit into so many bits.
const LEVEL_BITS: u32 = 3;

/// Members who were found, by number, each with its level: `document << LEVEL_BITS | level`.
#[derive(Debug)]
pub(super) struct Few(Vec<u32>);

const fn doc(entry: u32) -> u32 {
    entry >> LEVEL_BITS
}

const fn level(entry: u32) -> u32 {
    entry & ((1 << LEVEL_BITS) - 1)
}

impl Index {
    /// Finds by words, unless too much has to be looked at.
    pub(super) fn find_few(&self, sight: &Sight, words: &[Word]) -> Option<Few> {
        let limit = (self.len() / SHARE).max(AT_LEAST);
        let places = words.iter().flat_map(|word| &word.terms).flatten();
        let mut rest = limit;
        for term in places {
            rest = rest.checked_sub(self.places_of(*term, rest)?)?;
        }
        let mut words = words.iter().map(|word| self.matches(sight, word));
        let mut found = words.next()?;
        for more in words {
            found = in_both(&found, &more);
        }
        Some(Few(found))
    }

    /// In how many places a term stands; nothing when that is more than `limit`.
    fn places_of(&self, term: TermId, limit: usize) -> Option<usize> {
        if self.postings.fields(term) != 0 {
            return None;
        }
        let mut places = self.postings.names(term).len();
        for affiliation in self.postings.affiliations(term) {
            places += self.sets.affiliated(*affiliation).len();
        }
        for organisation in self.postings.organisations(term) {
            if places > limit {
                return None;
            }
            places += self.sets.travellers(*organisation).count();
        }
        (places <= limit).then_some(places)
    }

    /// The members whom a word matches, sorted, each once with its best level.
    fn matches(&self, sight: &Sight, word: &Word) -> Vec<u32> {
        let mut found = Vec::new();
        for (kind, terms) in (0_u32..).zip(&word.terms) {
            let mut add = |doc: u32, is_seen: bool, level: u32| {
                if is_seen {
                    found.push(doc << LEVEL_BITS | level);
                }
            };
            for term in terms {
                for (doc, name) in self.postings.names(*term).iter().map(|entry| NameKind::of(*entry)) {
                    let is_seen = match name {
                        NameKind::Latin => sight.listing().contains(doc),
                        NameKind::Native => sight.sees(doc, PersonalField::NativeName),
                    };
                    add(doc, is_seen, 2 * kind);
                }
                for doc in self
                    .postings
                    .affiliations(*term)
                    .iter()
                    .flat_map(|number| self.sets.affiliated(*number))
                {
                    add(*doc, sight.sees(*doc, PersonalField::Affiliation), 2 * kind + 1);
                }
                for doc in self
                    .postings
                    .organisations(*term)
                    .iter()
                    .flat_map(|number| self.sets.travellers(*number))
                {
                    add(doc, sight.sees(doc, PersonalField::Trip), 2 * kind + 1);
                }
            }
        }
        found.extend(self.spelled(sight, word).into_iter().map(|doc| doc << LEVEL_BITS | 4));
        found.sort_unstable();
        found.dedup_by_key(|entry| doc(*entry));
        found
    }

    /// What the facets leave of what was found, and every facet's counts.
    pub(super) fn narrow_few(&self, sight: &Sight, found: &Few, filter: &MemberFilter) -> (Few, Facets) {
        let wanted = Traits::chosen(filter);
        let used = wanted.used();
        let mut tally = Tally::default();
        let mut chosen = Vec::new();
        for entry in &found.0 {
            let traits = self.columns.traits(doc(*entry), sight, &self.cohorts);
            let missed = used & !traits.common(&wanted);
            if missed == 0 {
                traits.count_in(u8::MAX, &mut tally);
                chosen.push(*entry);
            } else if missed.count_ones() == 1 {
                // Left out by one facet alone, and so counted in that one.
                traits.count_in(missed, &mut tally);
            }
        }
        let mut facets = Facets::default();
        for facet in Facet::ALL {
            *facets.of_mut(*facet) = tally.counts(*facet);
        }
        finish_facets(&mut facets, filter);
        (Few(chosen), facets)
    }

    /// The documents of one page.
    pub(super) fn page_of_few(&self, chosen: &Few, sort: MemberSort, offset: usize, limit: usize) -> Vec<u32> {
        let end = (offset + limit).min(chosen.0.len());
        if offset >= end {
            return Vec::new();
        }
        let key = |entry: u32| match sort {
            MemberSort::Relevance => (level(entry), self.by_name.rank(doc(entry))),
            MemberSort::Name => (0, self.by_name.rank(doc(entry))),
            MemberSort::Newest => (0, self.by_newest.rank(doc(entry))),
        };
        let mut keyed: Vec<((u32, u32), u32)> = chosen.0.iter().map(|entry| (key(*entry), doc(*entry))).collect();
        if end < keyed.len() {
            keyed.select_nth_unstable(end);
            keyed.truncate(end);
        }
        keyed.sort_unstable();
        keyed[offset..].iter().map(|(_, doc)| *doc).collect()
    }
}

impl Few {
    /// How many were found.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// The members in both sorted lists, each with the worse of its levels.
fn in_both(left: &[u32], right: &[u32]) -> Vec<u32> {
    let mut both = Vec::new();
    let mut right = right.iter().copied().peekable();
    for entry in left {
        while right.next_if(|other| doc(*other) < doc(*entry)).is_some() {}
        if let Some(other) = right.next_if(|other| doc(*other) == doc(*entry)) {
            both.push((*entry).max(other));
        }
    }
    both
}
