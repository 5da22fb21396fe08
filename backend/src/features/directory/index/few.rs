//! The way of most searches: matches are marked one by one and gone through once, instead of intersecting sets of
//! everybody. Both ways give the same answers; a property test compares them with the slow reference.

use std::cell::RefCell;

use shared::codes::MemberSort;
use shared::directory::{Facet, Facets, MemberFilter, PersonalField};

use super::Index;
use super::audience::Sight;
use super::bits::Bits;
use super::facets::finish_facets;
use super::lexicon::TermId;
use super::postings::NameKind;
use super::search::{LEVELS, Ranked, Word};
use super::tally::{Tally, Traits};

/// Matches are marked one by one when there are fewer than one for so many members.
const MARKED_SHARE: usize = 4;
/// Facets are counted one by one when fewer than one in so many members was found.
const COUNTED_SHARE: usize = 64;
/// In small clubs too.
const AT_LEAST: usize = 8;
/// Levels of matching fit into so many bits.
const LEVEL_BITS: u32 = 3;

thread_local! {
    /// One mark for each member: nothing, or the level of the match plus one. Clean between searches, so that it
    /// need not be cleaned for each of them.
    static MARKS: RefCell<[Vec<u8>; 2]> = const { RefCell::new([Vec::new(), Vec::new()]) };
}

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
        let mut rest = (self.len() / MARKED_SHARE).max(AT_LEAST);
        let mut rarest_first = Vec::with_capacity(words.len());
        for word in words {
            let before = rest;
            for term in word.terms.iter().flatten() {
                rest = rest.checked_sub(self.places_of(*term, rest)?)?;
            }
            rarest_first.push((before - rest, word));
        }
        rarest_first.sort_by_key(|(places, _)| *places);
        let (_, first) = rarest_first.first()?;
        MARKS.with_borrow_mut(|[best, next]| {
            best.resize(self.len().max(best.len()), 0);
            next.resize(best.len(), 0);
            let mut found: Vec<u32> = Vec::new();
            self.each_match(sight, first, |doc, level| {
                let mark = &mut best[doc as usize];
                if *mark == 0 {
                    *mark = level + 1;
                    found.push(doc);
                }
            });
            for (_, word) in &rarest_first[1..] {
                self.each_match(sight, word, |doc, level| {
                    if best[doc as usize] != 0 && next[doc as usize] == 0 {
                        next[doc as usize] = level + 1;
                    }
                });
                found.retain(|doc| {
                    let (known, more) = (&mut best[*doc as usize], std::mem::take(&mut next[*doc as usize]));
                    *known = if more == 0 { 0 } else { more.max(*known) };
                    more != 0
                });
            }
            let unmark = |doc: &u32| doc << LEVEL_BITS | u32::from(std::mem::take(&mut best[*doc as usize]) - 1);
            Some(Few(found.iter().map(unmark).collect()))
        })
    }

    /// Whether the facets of what was found are better counted one by one.
    pub(super) fn is_few(&self, found: &Few) -> bool {
        found.len() <= (self.len() / COUNTED_SHARE).max(AT_LEAST)
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
            places += self.sets.count_travellers(*organisation);
        }
        (places <= limit).then_some(places)
    }

    /// Goes through everything a word matches as far as the viewer may know, best levels first.
    fn each_match(&self, sight: &Sight, word: &Word, mut visit: impl FnMut(u32, u8)) {
        for (kind, terms) in (0_u8..).zip(&word.terms) {
            for (doc, name) in terms
                .iter()
                .flat_map(|term| self.postings.names(*term))
                .map(|entry| NameKind::of(*entry))
            {
                let is_seen = match name {
                    NameKind::Latin => sight.listing().contains(doc),
                    NameKind::Native => sight.sees(doc, PersonalField::NativeName),
                };
                if is_seen {
                    visit(doc, 2 * kind);
                }
            }
            if kind == 2 {
                self.spelled(sight, word)
                    .into_iter()
                    .for_each(|doc| visit(doc, 2 * kind));
            }
            let affiliations = terms.iter().flat_map(|term| self.postings.affiliations(*term));
            for doc in affiliations.flat_map(|number| self.sets.affiliated(*number)) {
                if sight.sees(*doc, PersonalField::Affiliation) {
                    visit(*doc, 2 * kind + 1);
                }
            }
            let organisations = terms.iter().flat_map(|term| self.postings.organisations(*term));
            for doc in organisations.flat_map(|number| self.sets.travellers(*number)) {
                if sight.sees(doc, PersonalField::Trip) {
                    visit(doc, 2 * kind + 1);
                }
            }
        }
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

    /// The same as growing sets, best matches first.
    pub(super) fn into_ranked(self, size: usize) -> Ranked {
        let mut levels: [Option<Bits>; LEVELS] = Default::default();
        for entry in self.0 {
            levels[level(entry) as usize]
                .get_or_insert_with(|| Bits::new(size))
                .insert(doc(entry));
        }
        let mut ranked: Vec<Bits> = Vec::new();
        for mut bits in levels.into_iter().flatten() {
            ranked.last().into_iter().for_each(|better| bits.add(better));
            ranked.push(bits);
        }
        if ranked.is_empty() {
            ranked.push(Bits::new(size));
        }
        Ranked(ranked)
    }
}
