//! Counting by facet value, whichever way members are gone through.

use std::borrow::Cow;
use std::sync::LazyLock;

use shared::codes::{Field, OpenTo, Programme};
use shared::directory::{Facet, FacetCount, Facets, MemberFilter};
use shared::fields::{COUNTRIES, FiscalYear};

use super::facts::{Facts, NOTHING, PLACES, bit};

/// So many values of a facet have members in most searches.
const COMMON_VALUES: usize = 32;

/// The facets that are wanted, as masks that need no branches.
#[derive(Debug)]
pub(super) struct Wanted {
    /// For each facet nothing, or what moves every place out of sight.
    skips: [u8; Facet::ALL.len()],
    fields: u32,
    open_to: u8,
}

impl Wanted {
    /// The facets whose bits are set.
    pub(super) fn new(facets: u8) -> Self {
        let is_wanted = |facet: Facet| facets & bit(facet) != 0;
        Self {
            skips: std::array::from_fn(|place| if facets >> place & 1 == 1 { 0 } else { NOTHING }),
            fields: if is_wanted(Facet::Field) { u32::MAX } else { 0 },
            open_to: if is_wanted(Facet::OpenTo) { u8::MAX } else { 0 },
        }
    }

    const fn skip(&self, facet: Facet) -> u8 {
        self.skips[facet as usize]
    }
}

/// The years as they are written.
static YEARS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let years = FiscalYear::FIRST.get()..=FiscalYear::LAST.get();
    years.map(|year| year.to_string()).collect()
});

/// Bytes that hold one bit for each field.
const FIELD_BYTES: usize = 3;
const _: () = assert!(Field::ALL.len() <= 8 * FIELD_BYTES && OpenTo::ALL.len() <= 8);

/// Counts of every value of every facet, by the value's place in its list. Of what a member has any number of, whole
/// bytes of the mask are counted: a member costs the same whatever they have, and nothing is foretold wrongly.
#[derive(Debug)]
pub(super) struct Tally {
    counts: [[u32; PLACES]; Facet::ALL.len()],
    fields: [[u32; PLACES]; FIELD_BYTES],
    open_to: [u32; PLACES],
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            counts: [[0; PLACES]; Facet::ALL.len()],
            fields: [[0; PLACES]; FIELD_BYTES],
            open_to: [0; PLACES],
        }
    }
}

/// The count of each bit from the counts of whole bytes: those with the highest bit are the upper half; then the
/// halves are laid on each other.
fn bits_of_bytes(mut bytes: [u32; PLACES]) -> [u32; 8] {
    let mut counts = [0; 8];
    for bit in (0..8).rev() {
        let (low, high) = bytes[..2 << bit].split_at_mut(1 << bit);
        counts[bit] = high.iter().sum();
        low.iter_mut().zip(high).for_each(|(low, high)| *low += *high);
    }
    counts
}

impl Tally {
    /// The counts of a facet, by place.
    pub(super) fn of(&mut self, facet: Facet) -> &mut [u32; PLACES] {
        &mut self.counts[facet as usize]
    }

    fn add(&mut self, facet: Facet, place: u8) {
        self.counts[facet as usize][usize::from(place)] += 1;
    }

    /// Counts one member; `cohorts` gives the years and programmes of somebody who has more than two.
    /// Who came twice in a year or programme counts once in it.
    pub(super) fn add_member<I>(&mut self, wanted: &Wanted, facts: &Facts, cohorts: impl FnOnce() -> I)
    where
        I: Iterator<Item = (u8, u8)>,
    {
        self.add(Facet::Country, facts.country | wanted.skip(Facet::Country));
        self.add(Facet::LivesIn, facts.residence | wanted.skip(Facet::LivesIn));
        let (skip_year, skip_programme) = (wanted.skip(Facet::FiscalYear), wanted.skip(Facet::Programme));
        facts
            .years
            .iter()
            .for_each(|year| self.add(Facet::FiscalYear, year | skip_year));
        facts
            .programmes
            .iter()
            .for_each(|code| self.add(Facet::Programme, code | skip_programme));
        let fields = (facts.fields & wanted.fields).to_le_bytes();
        for (counts, byte) in self.fields.iter_mut().zip(fields) {
            counts[usize::from(byte)] += 1;
        }
        self.open_to[usize::from(facts.open_to & wanted.open_to)] += 1;
        if facts.has_more {
            self.add_more(wanted, cohorts());
        }
    }

    /// Counts what `cohorts`, which are all of a member, have beyond the latest two.
    fn add_more(&mut self, wanted: &Wanted, cohorts: impl Iterator<Item = (u8, u8)>) {
        let mut known: Vec<(u8, u8)> = Vec::new();
        for (year, programme) in cohorts {
            if known.len() >= 2 && known.iter().all(|(other, _)| *other != year) {
                self.add(Facet::FiscalYear, year | wanted.skip(Facet::FiscalYear));
            }
            if known.len() >= 2 && known.iter().all(|(_, other)| *other != programme) {
                self.add(Facet::Programme, programme | wanted.skip(Facet::Programme));
            }
            known.push((year, programme));
        }
    }

    /// The counts of one facet, without values that nobody has.
    fn counts(&self, facet: Facet) -> Vec<FacetCount> {
        let value = |place: usize| -> Option<Cow<'static, str>> {
            match facet {
                Facet::Country | Facet::LivesIn => COUNTRIES.get(place).copied().map(Cow::Borrowed),
                Facet::FiscalYear => YEARS.get(place).map(|year| year.as_str().into()),
                Facet::Programme => Programme::ALL.get(place).map(|code| code.code().into()),
                Facet::Field => Field::ALL.get(place).map(|code| code.code().into()),
                Facet::OpenTo => OpenTo::ALL.get(place).map(|code| code.code().into()),
            }
        };
        let found = self.counts[facet as usize][..facet_size(facet)].iter().enumerate();
        let mut counts = Vec::with_capacity(COMMON_VALUES);
        for (place, count) in found.filter(|(_, count)| **count > 0) {
            counts.extend(value(place).map(|value| FacetCount { value, count: *count }));
        }
        counts
    }

    /// All counts, ready to be shown.
    pub(super) fn facets(mut self, filter: &MemberFilter) -> Facets {
        let fields = self.fields.map(bits_of_bytes);
        add_up(self.of(Facet::Field), fields.as_flattened());
        let open_to = bits_of_bytes(self.open_to);
        add_up(self.of(Facet::OpenTo), &open_to);
        let mut facets = Facets::default();
        for facet in Facet::ALL {
            *facets.of_mut(*facet) = self.counts(*facet);
        }
        finish_facets(&mut facets, filter);
        facets
    }
}

fn add_up(counts: &mut [u32; PLACES], more: &[u32]) {
    counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
}

/// How many values a facet can have.
const fn facet_size(facet: Facet) -> usize {
    match facet {
        Facet::Country | Facet::LivesIn => COUNTRIES.len(),
        Facet::FiscalYear => (FiscalYear::LAST.get() - FiscalYear::FIRST.get()) as usize + 1,
        Facet::Programme => Programme::ALL.len(),
        Facet::Field => Field::ALL.len(),
        Facet::OpenTo => OpenTo::ALL.len(),
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
