//! The way of most searches: matches are marked one by one and gone through once, instead of intersecting sets of
//! everybody. Both ways give the same answers; a property test compares them with the slow reference.

use std::cell::RefCell;

use shared::codes::MemberSort;
use shared::directory::{Facet, Facets, MemberFilter};

use super::Index;
use super::audience::Sight;
use super::facts::{ALL_FACETS, Choice};
use super::sources::{Members, Source};
use super::tally::{Tally, Wanted};

/// Matches are marked one by one when there are fewer than one for so many members.
const MARKED_SHARE: usize = 64;
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
    /// Finds by words, given by their sources, unless too much has to be looked at.
    pub(super) fn find_few(&self, sight: &Sight, words: &[Vec<Source<'_>>]) -> Option<Few> {
        let places = |sources: &[Source<'_>]| {
            let listed = sources.iter().filter_map(|source| self.places(source)).sum::<usize>();
            let has_sets = sources.iter().any(|source| matches!(source.members, Members::Set(..)));
            (has_sets, listed)
        };
        let mut rarest_first: Vec<_> = words.iter().map(|sources| (places(sources), sources)).collect();
        rarest_first.sort_by_key(|(places, _)| *places);
        let all: usize = rarest_first.iter().map(|((_, listed), _)| listed).sum();
        let ((has_sets, _), first) = rarest_first.first()?;
        if *has_sets || all > (self.len() / MARKED_SHARE).max(AT_LEAST) {
            return None;
        }
        let others = rarest_first[1..].iter().map(|(_, sources)| sources.as_slice());
        Some(MARKS.with_borrow_mut(|marks| self.mark(sight, first, others, marks)))
    }

    fn mark<'a>(
        &self,
        sight: &Sight,
        first: &[Source<'_>],
        others: impl Iterator<Item = &'a [Source<'a>]>,
        [best, next]: &mut [Vec<u8>; 2],
    ) -> Few {
        best.resize(self.len().max(best.len()), 0);
        next.resize(best.len(), 0);
        let mut found: Vec<u32> = Vec::new();
        for source in first {
            self.each_seen(sight, source, |doc| {
                let mark = &mut best[doc as usize];
                if *mark == 0 {
                    *mark = source.level + 1;
                    found.push(doc);
                }
            });
        }
        for source_list in others {
            for source in source_list {
                let mut visit = |doc: u32| {
                    if best[doc as usize] != 0 && next[doc as usize] == 0 {
                        next[doc as usize] = source.level + 1;
                    }
                };
                if let Members::Set(set, class) = &source.members {
                    let seen = sight.of(*class);
                    let there = found.iter().filter(|doc| set.contains(**doc) && seen.contains(**doc));
                    there.for_each(|doc| visit(*doc));
                } else {
                    self.each_seen(sight, source, visit);
                }
            }
            found.retain(|doc| {
                let (known, more) = (&mut best[*doc as usize], std::mem::take(&mut next[*doc as usize]));
                *known = if more == 0 { 0 } else { more.max(*known) };
                more != 0
            });
        }
        let unmark = |doc: &u32| doc << LEVEL_BITS | u32::from(std::mem::take(&mut best[*doc as usize]) - 1);
        Few(found.iter().map(unmark).collect())
    }

    /// What the facets leave of what was found, and every facet's counts.
    pub(super) fn narrow_few(&self, sight: &Sight, found: &Few, filter: &MemberFilter) -> (Few, Facets) {
        let choice = Choice::of(filter);
        let all = Wanted::new(ALL_FACETS);
        let alone: [Wanted; Facet::ALL.len()] = std::array::from_fn(|place| Wanted::new(1 << place));
        let mut tally = Tally::default();
        let mut chosen = Vec::new();
        for entry in &found.0 {
            let facts = self.columns.facts_seen(doc(*entry), sight);
            let cohorts = || self.columns.cohorts(doc(*entry));
            let missed = choice.missed(&facts, cohorts);
            if missed == 0 {
                tally.add_member(&all, &facts, cohorts);
                chosen.push(*entry);
            } else if missed.count_ones() == 1 {
                // Left out by one facet alone, and so counted in that one.
                tally.add_member(&alone[missed.trailing_zeros() as usize], &facts, cohorts);
            }
        }
        (Few(chosen), tally.facets(filter))
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
