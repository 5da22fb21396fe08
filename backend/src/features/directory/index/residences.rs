//! Sets of members by where they live: most at home, the others by where they moved.

use std::collections::BTreeMap;

use shared::fields::CountryCode;

use super::bits::{Bits, Span};
use super::facts::PLACES;
use super::homes::Homes;
use super::sets::set_in_list;

/// A list with more than one in so many members becomes a set: from there on that is gone through faster.
const LIST_SHARE: usize = 300;
/// In small clubs too.
const AT_LEAST: usize = 2;

/// The sets.
#[derive(Debug, Default)]
pub(super) struct Residences {
    /// Members who live where they come from.
    stays: Bits,
    /// Members who live elsewhere, by where.
    movers: BTreeMap<CountryCode, Movers>,
}

/// Members who moved to one country/region: a list, or a set when they are many.
#[derive(Debug)]
enum Movers {
    Listed(Vec<u32>),
    Marked(Bits),
}

impl Movers {
    fn set(&mut self, doc: u32, is_in: bool, size: usize) {
        match self {
            Self::Listed(list) => {
                set_in_list(list, doc, is_in);
                if list.len() > (size / LIST_SHARE).max(AT_LEAST) {
                    let mut bits = Bits::new(size);
                    list.iter().for_each(|doc| bits.insert(*doc));
                    *self = Self::Marked(bits);
                }
            }
            Self::Marked(bits) => bits.set(doc, is_in),
        }
    }
}

impl Residences {
    /// Makes room for `size` members.
    pub(super) fn grow(&mut self, size: usize) {
        self.stays.grow(size);
        for movers in self.movers.values_mut() {
            if let Movers::Marked(bits) = movers {
                bits.grow(size);
            }
        }
    }

    /// Notes that a member lives somewhere, at home or not, or forgets it again; there are `size` members.
    pub(super) fn set(&mut self, country: CountryCode, is_home: bool, doc: u32, is_in: bool, size: usize) {
        if is_home {
            self.stays.set(doc, is_in);
        } else {
            let movers = self.movers.entry(country).or_insert(Movers::Listed(Vec::new()));
            movers.set(doc, is_in, size);
        }
    }

    /// Adds to `bits` everybody who lives in a country/region.
    pub(super) fn add(&self, country: CountryCode, homes: &Homes, bits: &mut Bits) {
        let mut natives = self.stays.none();
        homes.add(country, &mut natives);
        bits.add_both(&natives, &self.stays);
        match self.movers.get(&country) {
            Some(Movers::Listed(list)) => list.iter().for_each(|doc| bits.insert(*doc)),
            Some(Movers::Marked(movers)) => bits.add(movers),
            None => {}
        }
    }

    /// Counts a set by residence.
    pub(super) fn count(&self, set: &Bits, homes: &Homes, counts: &mut [u32; PLACES]) {
        homes.count(&set.and(&self.stays), counts);
        let span = Span::of(set);
        for (country, movers) in &self.movers {
            counts[country.index()] += match movers {
                Movers::Listed(list) => list.iter().filter(|doc| set.contains(**doc)).count() as u32,
                Movers::Marked(movers) => span.count_both(movers),
            };
        }
    }
}
