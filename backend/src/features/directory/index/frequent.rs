//! Sets of members for words and beginnings of words that very many have: `s`, `ma`, `university`. Going through the
//! lists of their terms would take longer than everything else.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::lexicon::TermId;
use super::postings::{NameKind, Postings};
use super::sets::Sets;

/// Terms are frequent when one in so many members has them in a name, or in the affiliation.
const FREQUENT_SHARE: usize = 16;
/// The same for organisations of exchanges, whose members are runs that are gone through faster.
const FREQUENT_TRIP_SHARE: usize = 10;
/// In small clubs too.
const AT_LEAST: usize = 4;

/// Where a term may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Latin,
    Native,
    Affiliation,
    Trip,
}

/// The sets, by part and terms.
#[derive(Debug, Default)]
pub(super) struct Frequent(FxHashMap<(Part, Range<TermId>), Bits>);

/// The terms of one member by part.
pub(super) type TermsByPart = [(Part, Vec<TermId>); 4];

impl Frequent {
    /// The set of everybody who has one of the terms in this part, if they are frequent.
    pub(super) fn get(&self, part: Part, terms: &Range<TermId>) -> Option<&Bits> {
        self.0.get(&(part, terms.clone()))
    }

    /// Finds the frequent words and beginnings and collects who has them.
    pub(super) fn build(postings: &Postings, sets: &Sets, members: usize) -> Self {
        let mut finder = Finder {
            postings,
            sets,
            members,
            found: Self::default(),
        };
        finder.look(0..postings.lexicon.sorted_len() as TermId, 0);
        finder.found
    }

    /// Notes the terms of a member as they are now.
    pub(super) fn set(&mut self, doc: u32, terms: &TermsByPart) {
        for ((part, range), bits) in &mut self.0 {
            let own = terms.iter().filter(|(other, _)| other == part);
            let has_one = own.flat_map(|(_, terms)| terms).any(|term| range.contains(term));
            bits.set(doc, has_one);
        }
    }

    /// Makes room for `size` members.
    pub(super) fn grow(&mut self, size: usize) {
        self.0.values_mut().for_each(|bits| bits.grow(size));
    }
}

/// Goes through the terms by their beginnings.
struct Finder<'a> {
    postings: &'a Postings,
    sets: &'a Sets,
    members: usize,
    found: Frequent,
}

impl Finder<'_> {
    /// Looks at terms that share their first `depth` bytes, as long as there are frequent ones among them.
    fn look(&mut self, terms: Range<TermId>, depth: usize) {
        let text = |term: TermId| self.postings.lexicon.text(term);
        let mut groups = Vec::new();
        let mut start = terms.start;
        while start < terms.end {
            let next = text(start).as_bytes().get(depth).copied();
            let same = (start..terms.end).take_while(|term| text(*term).as_bytes().get(depth).copied() == next);
            let end = start + same.count() as TermId;
            groups.push((start..end, next.is_some()));
            start = end;
        }
        for (group, goes_on) in groups {
            if self.keep(&group) && goes_on {
                self.look(group, depth + 1);
            }
        }
    }

    /// Keeps the sets of a group where it is frequent.
    fn keep(&mut self, terms: &Range<TermId>) -> bool {
        let Self { postings, sets, .. } = *self;
        let affiliated: usize = postings
            .affiliations
            .of(terms)
            .map(|number| sets.affiliated(number).len())
            .sum();
        let travellers: usize = postings
            .organisations
            .of(terms)
            .map(|number| sets.count_travellers(number))
            .sum();
        let is_frequent = [
            (postings.names.count(terms), FREQUENT_SHARE),
            (affiliated, FREQUENT_SHARE),
            (travellers, FREQUENT_TRIP_SHARE),
        ]
        .map(|(count, share)| count >= (self.members / share).max(AT_LEAST));
        let none = || Bits::new(self.members);
        if is_frequent[0] {
            let (mut latin, mut native) = (none(), none());
            for (doc, kind) in postings.names.of(terms).map(NameKind::of) {
                match kind {
                    NameKind::Latin => latin.insert(doc),
                    NameKind::Native => native.insert(doc),
                }
            }
            self.found.0.insert((Part::Latin, terms.clone()), latin);
            self.found.0.insert((Part::Native, terms.clone()), native);
        }
        if is_frequent[1] {
            let mut bits = none();
            let affiliated = postings
                .affiliations
                .of(terms)
                .flat_map(|number| sets.affiliated(number));
            affiliated.for_each(|doc| bits.insert(*doc));
            self.found.0.insert((Part::Affiliation, terms.clone()), bits);
        }
        if is_frequent[2] {
            let mut bits = none();
            let organisations = postings.organisations.of(terms);
            organisations.for_each(|number| sets.add_organisation(number, &mut bits));
            self.found.0.insert((Part::Trip, terms.clone()), bits);
        }
        is_frequent.contains(&true)
    }
}
