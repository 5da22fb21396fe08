//! Narrowing by facets and counting them. Inside a facet any value fits, between facets all must;
//! the counts of a facet leave its own choice aside.

use std::borrow::Cow;

use shared::codes::{Field, OpenTo};
use shared::directory::{Facet, FacetCount, Facets, MemberFilter, PersonalField};

use super::Index;
use super::audience::{Class, Sight};
use super::bits::Bits;
use super::tally::Tally;

impl Index {
    /// The members of `found` whom all facets leave, and every facet's counts.
    pub(super) fn narrow(&self, sight: &Sight, found: &Bits, filter: &MemberFilter) -> (Bits, Facets) {
        let choices: Vec<(Facet, Bits)> = Facet::ALL
            .iter()
            .filter_map(|facet| Some((*facet, self.choice(sight, *facet, filter)?)))
            .collect();
        let all_but = |left_out: Option<Facet>| {
            let mut rest = found.clone();
            choices
                .iter()
                .filter(|(facet, _)| Some(*facet) != left_out)
                .for_each(|(_, bits)| rest.keep(bits));
            rest
        };
        let chosen = all_but(None);
        let mut facets = Facets::default();
        self.count_all(sight, &chosen, &mut facets, |_| true);
        for (facet, _) in &choices {
            self.count_all(sight, &all_but(Some(*facet)), &mut facets, |counted| counted == *facet);
        }
        finish_facets(&mut facets, filter);
        (chosen, facets)
    }

    /// Everybody who has a chosen value of a facet, as far as the viewer may know; nothing when none is chosen.
    fn choice(&self, sight: &Sight, facet: Facet, filter: &MemberFilter) -> Option<Bits> {
        let mut bits = sight.listing().none();
        let part = match facet {
            Facet::Country if !filter.country.is_empty() => {
                filter
                    .country
                    .iter()
                    .for_each(|country| self.cells.add_country(*country, &mut bits));
                return Some(bits);
            }
            Facet::FiscalYear if !filter.fiscal_year.is_empty() => {
                self.cells
                    .add_cohorts(|cohort| filter.fiscal_year.contains(&cohort.fiscal_year), &mut bits);
                return Some(bits);
            }
            Facet::Programme if !filter.programme.is_empty() => {
                self.cells
                    .add_cohorts(|cohort| filter.programme.contains(&cohort.programme), &mut bits);
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
                    .for_each(|country| self.sets.add_residents(*country, &self.cells, &mut bits));
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

    /// Counts the facets that are wanted over a set.
    fn count_all(&self, sight: &Sight, set: &Bits, facets: &mut Facets, wanted: impl Fn(Facet) -> bool) {
        let mut tally = Tally::default();
        if wanted(Facet::Country) || wanted(Facet::FiscalYear) || wanted(Facet::Programme) {
            self.cells.count(set, &mut tally);
        }
        if wanted(Facet::Field) {
            let visible = set.and(sight.of(Class::Part(PersonalField::Fields)));
            for (field, count) in Field::ALL.iter().zip(&mut tally.fields) {
                *count = visible.count_both(self.sets.field(*field));
            }
        }
        if wanted(Facet::OpenTo) {
            let visible = set.and(sight.of(Class::Part(PersonalField::OpenTo)));
            for (code, count) in OpenTo::ALL.iter().zip(&mut tally.open_to) {
                *count = visible.count_both(self.sets.open_to(*code));
            }
        }
        if wanted(Facet::LivesIn) {
            let visible = set.and(sight.of(Class::Part(PersonalField::LivesIn)));
            self.sets.count_residents(&visible, &self.cells, &mut tally.residences);
        }
        for facet in Facet::ALL.iter().filter(|facet| wanted(**facet)) {
            *facets.of_mut(*facet) = tally.counts(*facet);
        }
    }
}

/// Leaves out values without members except chosen ones, and puts the rest in order.
pub(in super::super) fn finish_facets(facets: &mut Facets, filter: &MemberFilter) {
    for facet in Facet::ALL {
        let counts = facets.of_mut(*facet);
        counts.retain(|count| count.count > 0);
        for value in filter.chosen(*facet) {
            if counts.iter().all(|count| count.value != value) {
                counts.push(FacetCount {
                    value: Cow::Owned(value),
                    count: 0,
                });
            }
        }
        if *facet == Facet::FiscalYear {
            counts.sort_unstable_by(|left, right| right.value.cmp(&left.value));
        } else {
            counts.sort_unstable_by(|left, right| {
                right.count.cmp(&left.count).then_with(|| left.value.cmp(&right.value))
            });
        }
    }
}
