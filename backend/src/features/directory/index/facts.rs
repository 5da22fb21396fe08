//! A member as far as facets go, packed into twelve bytes, and a filter as tables to hold against it.

use shared::codes::{Field, OpenTo};
use shared::directory::{Facet, MemberFilter};
use shared::fields::FiscalYear;

/// Where there is no value.
pub(super) const NOTHING: u8 = u8::MAX;
/// A place for every value that a byte can name.
pub(super) const PLACES: usize = 256;
/// All facets, one bit each.
pub(super) const ALL_FACETS: u8 = (1 << Facet::ALL.len()) - 1;

/// The bit of a facet.
pub(super) const fn bit(facet: Facet) -> u8 {
    1 << facet as u8
}

/// The place of a year among the years.
pub(super) fn year_place(year: FiscalYear) -> u8 {
    // The last year is less than a hundred after the first.
    (year.get() - FiscalYear::FIRST.get()) as u8
}

/// Places of a member's values in their lists; [`NOTHING`] where there is none or it is hidden.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// One bit for each field.
    pub(super) fields: u32,
    /// Home country/region.
    pub(super) country: u8,
    /// Country/region of residence.
    pub(super) residence: u8,
    /// One bit for each thing to be open to.
    pub(super) open_to: u8,
    /// Years of the latest two exchanges; the second only if it is another one.
    pub(super) years: [u8; 2],
    /// Programmes of the latest two exchanges, likewise.
    pub(super) programmes: [u8; 2],
    /// Whether there were more than two exchanges.
    pub(super) has_more: bool,
}

// Searches go through many of them: five fit into a line of the processor's cache.
const _: () = assert!(size_of::<Facts>() == 12);

impl Default for Facts {
    fn default() -> Self {
        Self {
            fields: 0,
            country: NOTHING,
            residence: NOTHING,
            open_to: 0,
            years: [NOTHING; 2],
            programmes: [NOTHING; 2],
            has_more: false,
        }
    }
}

impl Facts {
    /// What is left when fields, residence or openness are hidden: each 0 for hidden, 1 for seen.
    /// Without branches, because this is done for every member of every search.
    pub(super) const fn seen(mut self, [fields, residence, open_to]: [u8; 3]) -> Self {
        self.fields &= 0_u32.wrapping_sub(fields as u32);
        self.residence |= residence.wrapping_sub(1);
        self.open_to &= 0_u8.wrapping_sub(open_to);
        self
    }
}

/// The first two of a member's values, each once.
pub(super) fn first_two(mut values: impl Iterator<Item = u8>) -> [u8; 2] {
    let latest = values.next().unwrap_or(NOTHING);
    let second = values.next().filter(|second| *second != latest);
    [latest, second.unwrap_or(NOTHING)]
}

/// A list of codes as one bit each.
pub(super) fn mask<T: Copy>(codes: &[T], place: impl Fn(T) -> u32) -> u32 {
    codes.iter().fold(0, |mask, code| mask | 1 << place(*code))
}

/// What a filter chooses: for each value the bits of the facets that are content with it.
#[derive(Debug)]
pub(super) struct Choice {
    /// Facets in which nothing is chosen and everything fits.
    open: u8,
    countries: [u8; PLACES],
    residences: [u8; PLACES],
    years: [u8; PLACES],
    programmes: [u8; PLACES],
    fields: u32,
    open_to: u8,
}

fn table(facet: Facet, places: impl Iterator<Item = usize>) -> [u8; PLACES] {
    let mut table = [0; PLACES];
    places.for_each(|place| table[place] = bit(facet));
    table
}

impl Choice {
    /// The tables of a filter.
    pub(super) fn of(filter: &MemberFilter) -> Self {
        let is_open = |facet: Facet| match facet {
            Facet::Country => filter.country.is_empty(),
            Facet::FiscalYear => filter.fiscal_year.is_empty(),
            Facet::Programme => filter.programme.is_empty(),
            Facet::Field => filter.field.is_empty(),
            Facet::LivesIn => filter.lives_in.is_empty(),
            Facet::OpenTo => filter.open_to.is_empty(),
        };
        let open = Facet::ALL.iter().filter(|facet| is_open(**facet));
        let years = filter.fiscal_year.iter().map(|year| year_place(*year).into());
        Self {
            open: open.fold(0, |bits, facet| bits | bit(*facet)),
            countries: table(Facet::Country, filter.country.iter().map(|code| code.index())),
            residences: table(Facet::LivesIn, filter.lives_in.iter().map(|code| code.index())),
            years: table(Facet::FiscalYear, years),
            programmes: table(Facet::Programme, filter.programme.iter().map(|code| *code as usize)),
            fields: mask(&filter.field, |field: Field| field as u32),
            open_to: mask(&filter.open_to, |code: OpenTo| code as u32) as u8,
        }
    }

    /// The facets in which something is chosen that the member does not have, one bit each; `cohorts` gives
    /// the years and programmes of somebody who has more than two.
    pub(super) fn missed<I>(&self, facts: &Facts, cohorts: impl FnOnce() -> I) -> u8
    where
        I: Iterator<Item = (u8, u8)>,
    {
        let mut met = self.open
            | self.countries[usize::from(facts.country)]
            | self.residences[usize::from(facts.residence)]
            | self.cohort(facts.years[0], facts.programmes[0])
            | self.cohort(facts.years[1], facts.programmes[1])
            | u8::from(facts.fields & self.fields != 0) << Facet::Field as u8
            | u8::from(facts.open_to & self.open_to != 0) << Facet::OpenTo as u8;
        if facts.has_more {
            met = cohorts().fold(met, |met, (year, programme)| met | self.cohort(year, programme));
        }
        ALL_FACETS & !met
    }

    fn cohort(&self, year: u8, programme: u8) -> u8 {
        self.years[usize::from(year)] | self.programmes[usize::from(programme)]
    }
}
