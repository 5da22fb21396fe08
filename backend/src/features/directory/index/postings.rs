//! Which members carry which term. Members' own names point at documents; words of affiliations, organisations and
//! fields point at those, because thousands of members share them.

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, TermId};

/// Documents of one term; most terms have one.
#[derive(Clone, Debug, Default)]
pub(super) enum Posting {
    #[default]
    None,
    One(u32),
    Many(Vec<u32>),
}

impl Posting {
    pub(super) fn as_slice(&self) -> &[u32] {
        match self {
            Self::None => &[],
            Self::One(entry) => std::slice::from_ref(entry),
            Self::Many(entries) => entries,
        }
    }

    fn add(&mut self, entry: u32) {
        match self {
            Self::None => *self = Self::One(entry),
            Self::One(known) => *self = Self::Many(vec![*known, entry]),
            Self::Many(entries) => entries.push(entry),
        }
    }

    fn remove(&mut self, entry: u32) {
        let rest: Vec<u32> = self
            .as_slice()
            .iter()
            .copied()
            .filter(|known| *known != entry)
            .collect();
        *self = Self::from(rest);
    }
}

impl From<Vec<u32>> for Posting {
    fn from(mut entries: Vec<u32>) -> Self {
        match entries.as_slice() {
            [] => Self::None,
            [entry] => Self::One(*entry),
            _ => {
                entries.shrink_to_fit();
                Self::Many(entries)
            }
        }
    }
}

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
    const fn entry(self, doc: u32) -> u32 {
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
    names: Vec<Posting>,
    /// Affiliations by term.
    affiliations: FxHashMap<TermId, Vec<u32>>,
    /// Organisations by term.
    organisations: FxHashMap<TermId, Vec<u32>>,
    /// Fields of science by term, one bit each.
    fields: FxHashMap<TermId, u32>,
}

impl Postings {
    /// The entries of a term's names.
    pub(super) fn names(&self, term: TermId) -> &[u32] {
        self.names.get(term as usize).map_or(&[], Posting::as_slice)
    }

    /// The affiliations with a term.
    pub(super) fn affiliations(&self, term: TermId) -> &[u32] {
        self.affiliations.get(&term).map_or(&[], Vec::as_slice)
    }

    /// The organisations with a term.
    pub(super) fn organisations(&self, term: TermId) -> &[u32] {
        self.organisations.get(&term).map_or(&[], Vec::as_slice)
    }

    /// The fields with a term, one bit each.
    pub(super) fn fields(&self, term: TermId) -> u32 {
        self.fields.get(&term).copied().unwrap_or_default()
    }

    fn id(&mut self, term: &str) -> TermId {
        let (id, is_new) = self.lexicon.find_or_add(term);
        if is_new {
            self.names.resize(self.lexicon.len(), Posting::None);
        }
        id
    }

    /// Adds a term of a member's name.
    pub(super) fn add_name(&mut self, term: &str, kind: NameKind, doc: u32) {
        let id = self.id(term);
        self.names[id as usize].add(kind.entry(doc));
    }

    /// Removes a term of a member's name.
    pub(super) fn remove_name(&mut self, term: &str, kind: NameKind, doc: u32) {
        if let Some(id) = self.lexicon.find(term) {
            self.names[id as usize].remove(kind.entry(doc));
        }
    }

    /// Adds a term of an affiliation that was not known before.
    pub(super) fn add_affiliation(&mut self, term: &str, affiliation: u32) {
        let id = self.id(term);
        self.affiliations.entry(id).or_default().push(affiliation);
    }
}

/// Collects terms while the index is built; the lexicon is sorted once at the end.
#[derive(Debug, Default)]
pub(super) struct PostingsBuilder {
    places: FxHashMap<Box<str>, usize>,
    collected: Vec<Collected>,
}

#[derive(Debug, Default)]
struct Collected {
    names: Vec<u32>,
    affiliations: Vec<u32>,
    organisations: Vec<u32>,
    fields: u32,
}

impl PostingsBuilder {
    fn term(&mut self, term: &str) -> &mut Collected {
        // Looking first spares an allocation for each of the many repeated terms.
        let place = match self.places.get(term) {
            Some(place) => *place,
            None => {
                self.places.insert(term.into(), self.collected.len());
                self.collected.push(Collected::default());
                self.collected.len() - 1
            }
        };
        &mut self.collected[place]
    }

    /// Adds a term of a member's name.
    pub(super) fn add_name(&mut self, term: &str, kind: NameKind, doc: u32) {
        self.term(term).names.push(kind.entry(doc));
    }

    /// Adds a term of an affiliation.
    pub(super) fn add_affiliation(&mut self, term: &str, affiliation: u32) {
        self.term(term).affiliations.push(affiliation);
    }

    /// Adds a term of an organisation.
    pub(super) fn add_organisation(&mut self, term: &str, organisation: u32) {
        self.term(term).organisations.push(organisation);
    }

    /// Adds a term of a field of science.
    pub(super) fn add_field(&mut self, term: &str, field: u32) {
        self.term(term).fields |= 1 << field;
    }

    /// Sorts the terms and hands over.
    pub(super) fn finish(self) -> Postings {
        let Self { places, mut collected } = self;
        let mut terms: Vec<(Box<str>, usize)> = places.into_iter().collect();
        terms.sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
        let texts: Vec<&str> = terms.iter().map(|(term, _)| &**term).collect();
        let mut postings = Postings {
            lexicon: Lexicon::build(&texts),
            ..Postings::default()
        };
        postings.names.reserve_exact(terms.len());
        for (id, (_, place)) in (0..).zip(&terms) {
            let collected = std::mem::take(&mut collected[*place]);
            postings.names.push(collected.names.into());
            if !collected.affiliations.is_empty() {
                postings.affiliations.insert(id, collected.affiliations);
            }
            if !collected.organisations.is_empty() {
                postings.organisations.insert(id, collected.organisations);
            }
            if collected.fields != 0 {
                postings.fields.insert(id, collected.fields);
            }
        }
        postings
    }
}
