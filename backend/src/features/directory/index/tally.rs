//! Counting by facet value, whichever way members are gone through.

use std::borrow::Cow;

use shared::codes::{Field, OpenTo, Programme};
use shared::directory::{Cohort, Facet, FacetCount, MemberFilter};
use shared::fields::{COUNTRIES, CountryCode, FiscalYear};

/// Years that can be counted: the first and those after it.
pub(super) const YEARS: usize = (FiscalYear::LAST.get() - FiscalYear::FIRST.get()) as usize + 1;

/// The place of a year among the years.
pub(super) fn year_place(year: FiscalYear) -> usize {
    usize::from(year.get() - FiscalYear::FIRST.get())
}

/// Counts of every value of every facet.
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) countries: [u32; COUNTRIES.len()],
    pub(super) years: [u32; YEARS],
    pub(super) programmes: [u32; Programme::ALL.len()],
    pub(super) fields: [u32; Field::ALL.len()],
    pub(super) residences: [u32; COUNTRIES.len()],
    pub(super) open_to: [u32; OpenTo::ALL.len()],
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            countries: [0; COUNTRIES.len()],
            years: [0; YEARS],
            programmes: [0; Programme::ALL.len()],
            fields: [0; Field::ALL.len()],
            residences: [0; COUNTRIES.len()],
            open_to: [0; OpenTo::ALL.len()],
        }
    }
}

impl Tally {
    /// Counts a cohort.
    pub(super) fn add_cohort(&mut self, cohort: Cohort, count: u32) {
        self.years[year_place(cohort.fiscal_year)] += count;
        self.programmes[cohort.programme as usize] += count;
    }

    /// The counts of one facet, without values that nobody has.
    pub(super) fn counts(&self, facet: Facet) -> Vec<FacetCount> {
        match facet {
            Facet::Country => counts(COUNTRIES.into_iter().map(Cow::Borrowed), &self.countries),
            Facet::FiscalYear => counts(
                (FiscalYear::FIRST.get()..).map(|year| year.to_string().into()),
                &self.years,
            ),
            Facet::Programme => counts(Programme::ALL.iter().map(|code| code.code().into()), &self.programmes),
            Facet::Field => counts(Field::ALL.iter().map(|code| code.code().into()), &self.fields),
            Facet::LivesIn => counts(COUNTRIES.into_iter().map(Cow::Borrowed), &self.residences),
            Facet::OpenTo => counts(OpenTo::ALL.iter().map(|code| code.code().into()), &self.open_to),
        }
    }
}

fn counts(values: impl Iterator<Item = Cow<'static, str>>, counts: &[u32]) -> Vec<FacetCount> {
    // Zipped the other way round, a year would be written out for every year of the century.
    let counted = counts.iter().zip(values).filter(|(count, _)| **count > 0);
    counted
        .map(|(count, value)| FacetCount { value, count: *count })
        .collect()
}

/// One member, or one choice, as far as facets go: a set of values for each facet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    pub(super) countries: Countries,
    /// One bit for each year from the first.
    pub(super) years: u128,
    /// One bit for each programme.
    pub(super) programmes: u32,
    /// One bit for each field.
    pub(super) fields: u32,
    pub(super) residences: Countries,
    /// One bit for each thing to be open to.
    pub(super) open_to: u8,
}

/// A set of countries/regions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Countries([u128; 2]);

impl Countries {
    fn meets(self, other: Self) -> bool {
        self.0[0] & other.0[0] != 0 || self.0[1] & other.0[1] != 0
    }

    fn count_in(self, counts: &mut [u32]) {
        for (half, bits) in (0_usize..).zip(self.0) {
            each_bit(bits, |bit| counts[half * 128 + bit] += 1);
        }
    }
}

impl FromIterator<CountryCode> for Countries {
    fn from_iter<I: IntoIterator<Item = CountryCode>>(countries: I) -> Self {
        let mut set = Self::default();
        for country in countries {
            set.0[country.index() / 128] |= 1 << (country.index() % 128);
        }
        set
    }
}

fn each_bit(mut bits: u128, mut each: impl FnMut(usize)) {
    while bits != 0 {
        each(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

/// The bit of a facet.
const fn bit(facet: Facet) -> u8 {
    1 << facet as u8
}

impl Traits {
    /// What a filter chooses.
    pub(super) fn chosen(filter: &MemberFilter) -> Self {
        Self {
            countries: filter.country.iter().copied().collect(),
            years: filter
                .fiscal_year
                .iter()
                .fold(0, |bits, year| bits | 1 << year_place(*year)),
            programmes: filter.programme.iter().fold(0, |bits, code| bits | 1 << *code as u32),
            fields: filter.field.iter().fold(0, |bits, code| bits | 1 << *code as u32),
            residences: filter.lives_in.iter().copied().collect(),
            open_to: filter.open_to.iter().fold(0, |bits, code| bits | 1 << *code as u8),
        }
    }

    /// The facets in which two have something in common, one bit each.
    pub(super) fn common(&self, other: &Self) -> u8 {
        let meets = [
            (Facet::Country, self.countries.meets(other.countries)),
            (Facet::FiscalYear, self.years & other.years != 0),
            (Facet::Programme, self.programmes & other.programmes != 0),
            (Facet::Field, self.fields & other.fields != 0),
            (Facet::LivesIn, self.residences.meets(other.residences)),
            (Facet::OpenTo, self.open_to & other.open_to != 0),
        ];
        meets
            .into_iter()
            .fold(0, |bits, (facet, meets)| if meets { bits | bit(facet) } else { bits })
    }

    /// The facets in which there is anything, one bit each.
    pub(super) fn used(&self) -> u8 {
        self.common(self)
    }

    /// Counts one member in the facets whose bits are set.
    pub(super) fn count_in(&self, facets: u8, tally: &mut Tally) {
        let is_wanted = |facet| facets & bit(facet) != 0;
        if is_wanted(Facet::Country) {
            self.countries.count_in(&mut tally.countries);
        }
        if is_wanted(Facet::FiscalYear) {
            each_bit(self.years, |bit| tally.years[bit] += 1);
        }
        if is_wanted(Facet::Programme) {
            each_bit(self.programmes.into(), |bit| tally.programmes[bit] += 1);
        }
        if is_wanted(Facet::Field) {
            each_bit(self.fields.into(), |bit| tally.fields[bit] += 1);
        }
        if is_wanted(Facet::LivesIn) {
            self.residences.count_in(&mut tally.residences);
        }
        if is_wanted(Facet::OpenTo) {
            each_bit(self.open_to.into(), |bit| tally.open_to[bit] += 1);
        }
    }
}
