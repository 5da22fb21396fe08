//! Sets of members by what they share: field, openness, residence, affiliation and trip.

use shared::codes::{Field, OpenTo, Programme};
use shared::fields::FiscalYear;
use smallvec::SmallVec;

use super::bits::Bits;
use super::columns::Columns;
use super::facts::year_place;
use super::residences::Residences;

/// Years from the first that anybody can have come in.
const YEARS: usize = (FiscalYear::LAST.get() - FiscalYear::FIRST.get()) as usize + 1;

/// The sets.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// By year from the first; as many as there were members in.
    years: Vec<Bits>,
    programmes: [Bits; Programme::ALL.len()],
    fields: [Bits; Field::ALL.len()],
    open_to: [Bits; OpenTo::ALL.len()],
    residences: Residences,
    /// In the place of years that nobody came in.
    nobody: Bits,
    /// Members by the number of their affiliation.
    by_affiliation: Vec<Vec<u32>>,
    /// The runs of members whose latest trip this is, and the others who were on it.
    trips: Vec<TripMembers>,
    /// Trips by organisation.
    by_organisation: Vec<Vec<u32>>,
}

#[derive(Clone, Debug, Default)]
struct TripMembers {
    runs: SmallVec<[(u32, u32); 2]>,
    others: Vec<u32>,
}

impl Sets {
    /// Makes room for `size` members.
    pub(super) fn grow(&mut self, size: usize) {
        let small = self.years.iter_mut().chain(&mut self.programmes);
        let parts = self.fields.iter_mut().chain(&mut self.open_to);
        for bits in small.chain(parts).chain([&mut self.nobody]) {
            bits.grow(size);
        }
        self.residences.grow(size);
    }

    /// Makes room for trips and organisations, and notes which organisation had which trips.
    pub(super) fn set_exchanges(&mut self, exchanges: &super::super::record::Exchanges) {
        self.trips.resize(exchanges.trips.len(), TripMembers::default());
        self.by_organisation.resize(exchanges.organisations.len(), Vec::new());
        for (place, trip) in (0..).zip(&exchanges.trips) {
            self.by_organisation[trip.host as usize].push(place);
            if trip.sending != trip.host {
                self.by_organisation[trip.sending as usize].push(place);
            }
        }
    }

    /// Notes a run of members whose latest trip this is: one for each home country/region, of those whom everybody
    /// may see and of the others.
    pub(super) fn add_run(&mut self, trip: u32, start: u32, end: u32) {
        self.trips[trip as usize].runs.push((start, end));
    }

    /// Notes somebody on a trip who is in none of its runs.
    pub(super) fn add_to_trip(&mut self, trip: u32, doc: u32) {
        self.trips[trip as usize].others.push(doc);
    }

    /// Adds to `bits` everybody who was on a trip.
    pub(super) fn add_trip(&self, trip: u32, bits: &mut Bits) {
        let members = &self.trips[trip as usize];
        members
            .runs
            .iter()
            .for_each(|(start, end)| bits.insert_range(*start, *end));
        members.others.iter().for_each(|doc| bits.insert(*doc));
    }

    /// Everybody who was on a trip of an organisation, once for each trip.
    pub(super) fn travellers(&self, organisation: u32) -> impl Iterator<Item = u32> {
        let trips = self.by_organisation[organisation as usize].iter();
        trips.map(|trip| &self.trips[*trip as usize]).flat_map(|members| {
            let runs = members.runs.iter().flat_map(|(start, end)| *start..*end);
            runs.chain(members.others.iter().copied())
        })
    }

    /// How many were on the trips of an organisation.
    pub(super) fn count_travellers(&self, organisation: u32) -> usize {
        let trips = self.by_organisation[organisation as usize].iter();
        trips
            .map(|trip| &self.trips[*trip as usize])
            .map(|members| {
                let in_runs: u32 = members.runs.iter().map(|(start, end)| end - start).sum();
                in_runs as usize + members.others.len()
            })
            .sum()
    }

    /// Adds to `bits` everybody who was on a trip of an organisation.
    pub(super) fn add_organisation(&self, organisation: u32, bits: &mut Bits) {
        for trip in &self.by_organisation[organisation as usize] {
            self.add_trip(*trip, bits);
        }
    }

    /// Everybody with an affiliation.
    pub(super) fn affiliated(&self, affiliation: u32) -> &[u32] {
        self.by_affiliation.get(affiliation as usize).map_or(&[], Vec::as_slice)
    }

    /// Everybody who came in a year.
    pub(super) fn year(&self, year: FiscalYear) -> &Bits {
        self.years.get(usize::from(year_place(year))).unwrap_or(&self.nobody)
    }

    /// Everybody by year, from the first.
    pub(super) fn years(&self) -> &[Bits] {
        &self.years
    }

    /// Everybody who came with a programme.
    pub(super) fn programme(&self, programme: Programme) -> &Bits {
        &self.programmes[programme as usize]
    }

    /// Everybody by programme.
    pub(super) fn programmes(&self) -> &[Bits] {
        &self.programmes
    }

    /// Everybody with a field.
    pub(super) fn field(&self, field: Field) -> &Bits {
        &self.fields[field as usize]
    }

    /// Everybody by field.
    pub(super) fn fields(&self) -> &[Bits] {
        &self.fields
    }

    /// Everybody open to something.
    pub(super) fn open_to(&self, code: OpenTo) -> &Bits {
        &self.open_to[code as usize]
    }

    /// Everybody by what they are open to.
    pub(super) fn all_open_to(&self) -> &[Bits] {
        &self.open_to
    }

    /// Everybody by residence.
    pub(super) fn residences(&self) -> &Residences {
        &self.residences
    }

    /// Notes what a member's columns say, or forgets it again.
    pub(super) fn set_member(&mut self, doc: u32, columns: &Columns, is_in: bool) {
        let facts = columns.facts(doc);
        for (year, programme) in columns.cohorts(doc) {
            self.year_mut(year).set(doc, is_in);
            self.programmes[usize::from(programme)].set(doc, is_in);
        }
        for (_, bits) in self
            .fields
            .iter_mut()
            .enumerate()
            .filter(|(place, _)| facts.fields >> place & 1 == 1)
        {
            bits.set(doc, is_in);
        }
        for (_, bits) in self
            .open_to
            .iter_mut()
            .enumerate()
            .filter(|(place, _)| facts.open_to >> place & 1 == 1)
        {
            bits.set(doc, is_in);
        }
        if let Some(country) = columns.residence(doc) {
            let stays = facts.residence == facts.country;
            self.residences.set(country, stays, doc, is_in, columns.len());
        }
        if let Some(affiliation) = columns.affiliation(doc) {
            let place = affiliation as usize;
            if self.by_affiliation.len() <= place {
                self.by_affiliation.resize(place + 1, Vec::new());
            }
            set_in_list(&mut self.by_affiliation[place], doc, is_in);
        }
    }
}

impl Sets {
    fn year_mut(&mut self, place: u8) -> &mut Bits {
        let place = usize::from(place).min(YEARS - 1);
        if self.years.len() <= place {
            self.years.resize(place + 1, self.nobody.clone());
        }
        &mut self.years[place]
    }
}

pub(super) fn set_in_list(list: &mut Vec<u32>, doc: u32, is_in: bool) {
    if is_in {
        list.push(doc);
    } else {
        list.retain(|known| *known != doc);
    }
}
