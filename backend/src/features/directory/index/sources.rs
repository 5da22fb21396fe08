//! Where the members of a word stand: for every level of matching the sets and lists to look into, each with what a
//! viewer must be able to see to know of it.

use std::ops::Range;

use shared::codes::Field;
use shared::directory::PersonalField;

use super::Index;
use super::audience::{Class, Sight};
use super::bits::Bits;
use super::frequent::Part;
use super::lexicon::TermId;
use super::postings::NameKind;
use super::search::Word;

/// How many levels of matching there are: exact, prefix and typo, each in names and elsewhere.
pub(super) const LEVELS: u8 = 6;

/// One place to look into.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// The level of a match found here; 0 is best.
    pub(super) level: u8,
    pub(super) members: Members<'a>,
}

/// Members in one place.
#[derive(Debug)]
pub(super) enum Members<'a> {
    /// Very many, of whom those count whose class the viewer sees.
    Set(&'a Bits, Class),
    /// Those with a term in a name.
    Named(Range<TermId>),
    /// Those with a term in their affiliation.
    Affiliated(Range<TermId>),
    /// Those who were on an exchange with a term in an organisation.
    Travelled(Range<TermId>),
    /// Those whose Latin names may be written so; the viewer sees them.
    Spelled(Vec<u32>),
}

impl Index {
    /// The sources of a word, best levels first.
    pub(super) fn sources(&self, sight: &Sight, word: &Word) -> Vec<Source<'_>> {
        let mut sources = Vec::with_capacity(8);
        for (kind, terms) in (0_u8..).zip(&word.terms) {
            let level = 2 * kind;
            for range in terms.iter().filter(|range| self.postings.names.count(range) > 0) {
                self.add_names(level, range, &mut sources);
            }
            if kind == 2 && !word.spellings.is_empty() {
                let spelled = self.spelled(sight, word);
                if !spelled.is_empty() {
                    sources.push(Source {
                        level,
                        members: Members::Spelled(spelled),
                    });
                }
            }
            for range in terms {
                self.add_others(level + 1, range, &mut sources);
            }
        }
        sources
    }

    fn add_names<'a>(&'a self, level: u8, terms: &Range<TermId>, sources: &mut Vec<Source<'a>>) {
        let sets = [Part::Latin, Part::Native].map(|part| self.frequent.get(part, terms));
        let mut add = |members| sources.push(Source { level, members });
        if let [Some(latin), Some(native)] = sets {
            add(Members::Set(latin, Class::Listing));
            add(Members::Set(native, Class::Part(PersonalField::NativeName)));
        } else {
            add(Members::Named(terms.clone()));
        }
    }

    fn add_others<'a>(&'a self, level: u8, terms: &Range<TermId>, sources: &mut Vec<Source<'a>>) {
        let mut add = |members| sources.push(Source { level, members });
        if let Some(set) = self.frequent.get(Part::Affiliation, terms) {
            add(Members::Set(set, Class::Part(PersonalField::Affiliation)));
        } else if self.postings.affiliations.count(terms) > 0 {
            add(Members::Affiliated(terms.clone()));
        }
        if let Some(set) = self.frequent.get(Part::Trip, terms) {
            add(Members::Set(set, Class::Part(PersonalField::Trip)));
        } else if self.postings.organisations.count(terms) > 0 {
            add(Members::Travelled(terms.clone()));
        }
        for place in self.postings.fields.of(terms) {
            if let Some(field) = Field::ALL.get(place as usize) {
                add(Members::Set(
                    self.sets.field(*field),
                    Class::Part(PersonalField::Fields),
                ));
            }
        }
    }

    /// How many places a source has to be looked at in; nothing for a set, of which one does not look at each.
    pub(super) fn places(&self, source: &Source<'_>) -> Option<usize> {
        match &source.members {
            Members::Set(..) => None,
            Members::Named(terms) => Some(self.postings.names.count(terms)),
            Members::Affiliated(terms) => {
                let numbers = self.postings.affiliations.of(terms);
                Some(numbers.map(|number| self.sets.affiliated(number).len()).sum())
            }
            Members::Travelled(terms) => {
                let numbers = self.postings.organisations.of(terms);
                Some(numbers.map(|number| self.sets.count_travellers(number)).sum())
            }
            Members::Spelled(docs) => Some(docs.len()),
        }
    }

    /// Goes through the members of a source of whom the viewer may know that they are there.
    pub(super) fn each_seen(&self, sight: &Sight, source: &Source<'_>, mut visit: impl FnMut(u32)) {
        match &source.members {
            Members::Set(set, class) => set.and(sight.of(*class)).iter().for_each(visit),
            Members::Named(terms) => {
                let (listing, natives) = (sight.listing(), sight.of(Class::Part(PersonalField::NativeName)));
                self.postings.names.of(terms).for_each(|entry| {
                    let (doc, kind) = NameKind::of(entry);
                    let seen = if kind == NameKind::Latin { listing } else { natives };
                    if seen.contains(doc) {
                        visit(doc);
                    }
                });
            }
            Members::Affiliated(terms) => {
                let seen = sight.of(Class::Part(PersonalField::Affiliation));
                let numbers = self.postings.affiliations.of(terms);
                let docs = numbers.flat_map(|number| self.sets.affiliated(number)).copied();
                docs.filter(|doc| seen.contains(*doc)).for_each(visit);
            }
            Members::Travelled(terms) => {
                let seen = sight.of(Class::Part(PersonalField::Trip));
                let numbers = self.postings.organisations.of(terms);
                let docs = numbers.flat_map(|number| self.sets.travellers(number));
                docs.filter(|doc| seen.contains(*doc)).for_each(visit);
            }
            Members::Spelled(docs) => docs.iter().copied().for_each(visit),
        }
    }

    /// Adds the same members to a set.
    pub(super) fn add_seen(&self, sight: &Sight, source: &Source<'_>, bits: &mut Bits) {
        match &source.members {
            Members::Set(set, class) => bits.add_both(set, sight.of(*class)),
            Members::Named(terms) => {
                let seen = [sight.listing(), sight.of(Class::Part(PersonalField::NativeName))];
                self.postings.names.of(terms).map(NameKind::of).for_each(|(doc, kind)| {
                    bits.insert_if_in(doc, seen[kind as usize]);
                });
            }
            Members::Affiliated(terms) => {
                let seen = sight.of(Class::Part(PersonalField::Affiliation));
                let numbers = self.postings.affiliations.of(terms);
                let docs = numbers.flat_map(|number| self.sets.affiliated(number));
                docs.for_each(|doc| bits.insert_if_in(*doc, seen));
            }
            Members::Travelled(terms) => {
                // Exchanges are runs of members, which go into a set as a whole.
                let mut travelled = bits.none();
                let numbers = self.postings.organisations.of(terms);
                numbers.for_each(|number| self.sets.add_organisation(number, &mut travelled));
                bits.add_both(&travelled, sight.of(Class::Part(PersonalField::Trip)));
            }
            Members::Spelled(docs) => docs.iter().for_each(|doc| bits.insert(*doc)),
        }
    }
}
