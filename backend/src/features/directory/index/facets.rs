//! Narrowing by facets and counting them. Inside a facet any value fits, between facets all must;
//! the counts of a facet leave its own choice aside.

use std::borrow::Cow;

use shared::codes::{Field, OpenTo, Programme};
use shared::directory::{Facet, Facets, MemberFilter, PersonalField};

use super::Index;
use super::audience::{Class, Sight};
use super::bits::{Bits, Span};
use super::facts::{ALL_FACETS, PLACES, bit};
use super::tally::{Tally, Wanted};

/// Counting one member takes as long as going through so many words of a set.
const WORDS_PER_MEMBER: usize = 20;
/// So few are always counted one by one.
const AT_LEAST: usize = 4;

/// About how many sets are gone through to count a facet. Years and residences with members grow with time; the way
/// that is taken changes no answer.
const fn passes(facet: Facet) -> usize {
    match facet {
        Facet::Country => 1,
        Facet::FiscalYear => 12,
        Facet::Programme => Programme::ALL.len(),
        Facet::Field => Field::ALL.len() + 1,
        Facet::LivesIn => 8,
        Facet::OpenTo => OpenTo::ALL.len() + 1,
    }
}

impl Index {
    /// The members of `found` whom all facets leave, and every facet's counts.
    pub(super) fn narrow(&self, sight: &Sight, found: &Bits, filter: &MemberFilter) -> (Bits, Facets) {
        let choices = self.choices(sight, filter);
        let chosen = narrowed(found, &choices, None);
        let mut tally = Tally::default();
        let used = choices.iter().fold(0, |bits, (facet, _)| bits | bit(*facet));
        self.count(sight, &chosen, ALL_FACETS & !used, &mut tally);
        for (facet, _) in &choices {
            let others = narrowed(found, &choices, Some(*facet));
            self.count(sight, &others, bit(*facet), &mut tally);
        }
        (chosen.into_owned(), tally.facets(filter))
    }

    /// The members of `found` whom all facets leave.
    pub(super) fn chosen<'a>(&self, sight: &Sight, found: &'a Bits, filter: &MemberFilter) -> Cow<'a, Bits> {
        narrowed(found, &self.choices(sight, filter), None)
    }

    /// Every facet in which something is chosen, with everybody who has it.
    fn choices(&self, sight: &Sight, filter: &MemberFilter) -> Vec<(Facet, Bits)> {
        let chosen = |facet: &Facet| Some((*facet, self.choice(sight, *facet, filter)?));
        Facet::ALL.iter().filter_map(chosen).collect()
    }

    /// Everybody who has a chosen value of a facet, as far as the viewer may know; nothing when none is chosen.
    fn choice(&self, sight: &Sight, facet: Facet, filter: &MemberFilter) -> Option<Bits> {
        let mut bits = sight.listing().none();
        let part = match facet {
            Facet::Country if !filter.country.is_empty() => {
                filter.country.iter().for_each(|code| self.homes.add(*code, &mut bits));
                return Some(bits);
            }
            Facet::FiscalYear if !filter.fiscal_year.is_empty() => {
                filter
                    .fiscal_year
                    .iter()
                    .for_each(|year| bits.add(self.sets.year(*year)));
                return Some(bits);
            }
            Facet::Programme if !filter.programme.is_empty() => {
                filter
                    .programme
                    .iter()
                    .for_each(|code| bits.add(self.sets.programme(*code)));
                return Some(bits);
            }
            Facet::Field if !filter.field.is_empty() => {
                filter.field.iter().for_each(|field| bits.add(self.sets.field(*field)));
                PersonalField::Fields
            }
            Facet::LivesIn if !filter.lives_in.is_empty() => {
                filter
                    .lives_in
                    .iter()
                    .for_each(|country| self.sets.residences().add(*country, &self.homes, &mut bits));
                PersonalField::LivesIn
            }
            Facet::OpenTo if !filter.open_to.is_empty() => {
                filter
                    .open_to
                    .iter()
                    .for_each(|code| bits.add(self.sets.open_to(*code)));
                PersonalField::OpenTo
            }
            _ => return None,
        };
        bits.keep(sight.of(Class::Part(part)));
        Some(bits)
    }

    /// Counts the facets whose bits are set over a set of members: one by one, or all together when they are many.
    fn count(&self, sight: &Sight, set: &Bits, facets: u8, tally: &mut Tally) {
        let wanted = Facet::ALL.iter().filter(|facet| facets & bit(**facet) != 0);
        let passes: usize = wanted.clone().map(|facet| passes(*facet)).sum();
        let size = set.count() as usize;
        if size <= AT_LEAST || size * WORDS_PER_MEMBER <= passes * Span::of(set).len() {
            let parts = [PersonalField::Fields, PersonalField::LivesIn, PersonalField::OpenTo];
            let wanted = Wanted::new(facets);
            set.each_with(parts.map(|part| sight.of(Class::Part(part))), |doc, seen| {
                let facts = self.columns.facts(doc).seen(seen);
                tally.add_member(&wanted, &facts, || self.columns.cohorts(doc));
            });
        } else {
            wanted.for_each(|facet| self.count_together(sight, set, *facet, tally.of(*facet)));
        }
    }

    fn count_together(&self, sight: &Sight, set: &Bits, facet: Facet, counts: &mut [u32; PLACES]) {
        let seen = |part| set.and(sight.of(Class::Part(part)));
        match facet {
            Facet::Country => self.homes.count(set, counts),
            Facet::FiscalYear => count_each(set, self.sets.years(), counts),
            Facet::Programme => count_each(set, self.sets.programmes(), counts),
            Facet::Field => count_each(&seen(PersonalField::Fields), self.sets.fields(), counts),
            Facet::OpenTo => count_each(&seen(PersonalField::OpenTo), self.sets.all_open_to(), counts),
            Facet::LivesIn => self
                .sets
                .residences()
                .count(&seen(PersonalField::LivesIn), &self.homes, counts),
        }
    }
}

/// Who of `found` is in all choices but the one that is left out.
fn narrowed<'a>(found: &'a Bits, choices: &[(Facet, Bits)], left_out: Option<Facet>) -> Cow<'a, Bits> {
    let others = choices.iter().filter(|(facet, _)| Some(*facet) != left_out);
    others.fold(Cow::Borrowed(found), |rest, (_, bits)| match rest {
        Cow::Borrowed(all) => Cow::Owned(all.and(bits)),
        Cow::Owned(mut some) => {
            some.keep(bits);
            Cow::Owned(some)
        }
    })
}

fn count_each(set: &Bits, values: &[Bits], counts: &mut [u32; PLACES]) {
    let span = Span::of(set);
    for (count, value) in counts.iter_mut().zip(values) {
        *count = span.count_both(value);
    }
}
