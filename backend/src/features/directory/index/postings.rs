//! Which members carry which term. Members' own names point at documents; words of affiliations, organisations and
//! fields point at those, because thousands of members share them.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::lexicon::{Lexicon, TermId};
use super::lists::Lists;

/// Where a name's term comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    /// The Latin name, which is part of the listing.
    Latin,
    /// The native name or its transliteration, which has an audience of its own.
    Native,
}

impl NameKind {
    /// A document and the kind in one number.
    pub(super) const fn entry(self, doc: u32) -> u32 {
        doc << 1 | self as u32
    }

    /// The document and the kind of an entry.
    pub(super) const fn of(entry: u32) -> (u32, Self) {
        (entry >> 1, if entry & 1 == 1 { Self::Native } else { Self::Latin })
    }
}

/// The terms of everything, and what they point at.
#[derive(Debug, Default)]
pub(super) struct Postings {
    pub(super) lexicon: Lexicon,
    /// Documents and kinds of names by term; see [`NameKind::of`].
    pub(super) names: Lists,
    /// Numbers of affiliations by term.
    pub(super) affiliations: Lists,
    /// Numbers of organisations by term.
    pub(super) organisations: Lists,
    /// Fields of science by term.
    pub(super) fields: Lists,
}

impl Postings {
    /// Adds a term of a member's name.
    pub(super) fn add_name(&mut self, term: &str, kind: NameKind, doc: u32) {
        let id = self.lexicon.find_or_add(term);
        self.names.add(id, kind.entry(doc));
    }

    /// Removes a term of a member's name.
    pub(super) fn remove_name(&mut self, term: &str, kind: NameKind, doc: u32) {
        if let Some(id) = self.lexicon.find(term) {
            self.names.remove(id, kind.entry(doc));
        }
    }

    /// Adds a term of an affiliation that was not known before.
    pub(super) fn add_affiliation(&mut self, term: &str, affiliation: u32) {
        let id = self.lexicon.find_or_add(term);
        self.affiliations.add(id, affiliation);
    }
}

/// Terms in the order of their first appearance, one after the other in one piece of memory.
#[derive(Debug, Default)]
struct Terms {
    arena: String,
    /// Where each term ends.
    ends: Vec<u32>,
    numbers: HashTable<TermId>,
}

fn hash(term: &str) -> u64 {
    FxBuildHasher.hash_one(term)
}

fn text<'a>(arena: &'a str, ends: &[u32], number: TermId) -> &'a str {
    let place = number as usize;
    let start = place.checked_sub(1).map_or(0, |before| ends[before]);
    &arena[start as usize..ends[place] as usize]
}

impl Terms {
    /// The number of a term, new if need be.
    fn number(&mut self, term: &str) -> TermId {
        let Self { arena, ends, numbers } = self;
        if let Some(number) = numbers.find(hash(term), |number| text(arena, ends, *number) == term) {
            return *number;
        }
        let number = ends.len() as TermId;
        arena.push_str(term);
        ends.push(arena.len() as u32);
        numbers.insert_unique(hash(term), number, |number| hash(text(arena, ends, *number)));
        number
    }
}

/// Collects terms while the index is built; the lexicon is sorted once at the end.
#[derive(Debug, Default)]
pub(super) struct PostingsBuilder {
    terms: Terms,
    names: Vec<(TermId, u32)>,
    affiliations: Vec<(TermId, u32)>,
    organisations: Vec<(TermId, u32)>,
    fields: Vec<(TermId, u32)>,
}

impl PostingsBuilder {
    /// Adds a term of a member's name.
    pub(super) fn add_name(&mut self, term: &str, kind: NameKind, doc: u32) {
        let number = self.terms.number(term);
        self.names.push((number, kind.entry(doc)));
    }

    /// Adds a term of an affiliation.
    pub(super) fn add_affiliation(&mut self, term: &str, affiliation: u32) {
        let number = self.terms.number(term);
        self.affiliations.push((number, affiliation));
    }

    /// Adds a term of an organisation.
    pub(super) fn add_organisation(&mut self, term: &str, organisation: u32) {
        let number = self.terms.number(term);
        self.organisations.push((number, organisation));
    }

    /// Adds a term of a field of science.
    pub(super) fn add_field(&mut self, term: &str, field: u32) {
        let number = self.terms.number(term);
        self.fields.push((number, field));
    }

    /// Sorts the terms and hands over.
    pub(super) fn finish(self) -> Postings {
        let Terms { arena, ends, .. } = &self.terms;
        let mut terms: Vec<(&str, TermId)> = (0..ends.len() as TermId)
            .map(|number| (text(arena, ends, number), number))
            .collect();
        terms.sort_unstable();
        let mut ids = vec![0; terms.len()];
        for (id, (_, number)) in (0..).zip(&terms) {
            ids[*number as usize] = id;
        }
        let lists = |mut pairs: Vec<(TermId, u32)>| {
            pairs.iter_mut().for_each(|(term, _)| *term = ids[*term as usize]);
            Lists::build(pairs, terms.len())
        };
        let (names, affiliations) = (lists(self.names), lists(self.affiliations));
        let (organisations, fields) = (lists(self.organisations), lists(self.fields));
        let texts: Vec<&str> = terms.iter().map(|(term, _)| *term).collect();
        Postings {
            lexicon: Lexicon::build(&texts),
            names,
            affiliations,
            organisations,
            fields,
        }
    }
}
