//! Sets of members by what they share: field, openness, residence, affiliation and trip.

use std::collections::BTreeMap;

use shared::codes::{Field, OpenTo};
use shared::fields::CountryCode;

use super::bits::Bits;
use super::cells::Cells;
use super::columns::Columns;

/// The sets.
#[derive(Debug, Default)]
pub(super) struct Sets {
    fields: [Bits; Field::ALL.len()],
    open_to: [Bits; OpenTo::ALL.len()],
    /// Members who live where they come from.
    stays: Bits,
    /// Members who live elsewhere, by where.
    movers: BTreeMap<CountryCode, Vec<u32>>,
    /// Members by the number of their affiliation.
    by_affiliation: Vec<Vec<u32>>,
    /// The run of members whose latest trip this is, and the others who were on it.
    trips: Vec<TripMembers>,
    /// Trips by organisation.
    by_organisation: Vec<Vec<u32>>,
}

#[derive(Clone, Debug, Default)]
struct TripMembers {
    run: (u32, u32),
    others: Vec<u32>,
}

impl Sets {
    /// Makes room for `size` members.
    pub(super) fn grow(&mut self, size: usize) {
        for bits in self.fields.iter_mut().chain(&mut self.open_to).chain([&mut self.stays]) {
            bits.grow(size);
        }
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

    /// Notes a run of members whose latest trip this is. A group with people of several home countries/regions has
    /// one run for each; all after the first are kept as a list.
    pub(super) fn add_run(&mut self, trip: u32, start: u32, end: u32) {
        let members = &mut self.trips[trip as usize];
        if members.run.0 == members.run.1 {
            members.run = (start, end);
        } else {
            members.others.extend(start..end);
        }
    }

    /// Notes somebody on a trip who is not in its run.
    pub(super) fn add_to_trip(&mut self, trip: u32, doc: u32) {
        self.trips[trip as usize].others.push(doc);
    }

    /// Adds to `bits` everybody who was on a trip.
    pub(super) fn add_trip(&self, trip: u32, bits: &mut Bits) {
        let members = &self.trips[trip as usize];
        bits.insert_range(members.run.0, members.run.1);
        members.others.iter().for_each(|doc| bits.insert(*doc));
    }

    /// Everybody who was on a trip of an organisation, once for each trip.
    pub(super) fn travellers(&self, organisation: u32) -> impl Iterator<Item = u32> {
        let trips = self.by_organisation[organisation as usize].iter();
        trips.map(|trip| &self.trips[*trip as usize]).flat_map(|members| {
            let run = members.run.0..members.run.1;
            run.chain(members.others.iter().copied())
        })
    }

    /// How many were on the trips of an organisation.
    pub(super) fn count_travellers(&self, organisation: u32) -> usize {
        let trips = self.by_organisation[organisation as usize].iter();
        trips
            .map(|trip| &self.trips[*trip as usize])
            .map(|members| (members.run.1 - members.run.0) as usize + members.others.len())
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

    /// Everybody with a field.
    pub(super) fn field(&self, field: Field) -> &Bits {
        &self.fields[field as usize]
    }

    /// Everybody open to something.
    pub(super) fn open_to(&self, code: OpenTo) -> &Bits {
        &self.open_to[code as usize]
    }

    /// Adds to `bits` everybody who lives in a country/region.
    pub(super) fn add_residents(&self, country: CountryCode, cells: &Cells, bits: &mut Bits) {
        let mut natives = self.stays.none();
        cells.add_country(country, &mut natives);
        bits.add_both(&natives, &self.stays);
        let movers = self.movers.get(&country);
        movers.into_iter().flatten().for_each(|doc| bits.insert(*doc));
    }

    /// Counts a set by residence.
    pub(super) fn count_residents(&self, set: &Bits, cells: &Cells, counts: &mut [u32]) {
        cells.count_countries(&set.and(&self.stays), counts);
        for (country, movers) in &self.movers {
            counts[country.index()] += movers.iter().filter(|doc| set.contains(**doc)).count() as u32;
        }
    }

    /// Notes what a member's columns say, or forgets it again.
    pub(super) fn set_member(&mut self, doc: u32, columns: &Columns, is_in: bool) {
        let mask = columns.field_mask(doc);
        for field in Field::ALL.iter().filter(|field| mask >> **field as u32 & 1 == 1) {
            self.fields[*field as usize].set(doc, is_in);
        }
        let mask = columns.open_to_mask(doc);
        for code in OpenTo::ALL.iter().filter(|code| mask >> **code as u8 & 1 == 1) {
            self.open_to[*code as usize].set(doc, is_in);
        }
        if let Some(country) = columns.residence(doc) {
            if columns.country(doc) == Some(country) {
                self.stays.set(doc, is_in);
            } else {
                set_in_list(self.movers.entry(country).or_default(), doc, is_in);
            }
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

fn set_in_list(list: &mut Vec<u32>, doc: u32, is_in: bool) {
    if is_in {
        list.push(doc);
    } else {
        list.retain(|known| *known != doc);
    }
}
