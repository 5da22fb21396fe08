//! Documents are numbered by home country/region, first those whom everybody may see and then the others, so that each
//! is two runs of numbers. Members who come later stand behind the runs.

use shared::fields::CountryCode;

use super::bits::Bits;
use super::facts::PLACES;

/// The runs, and the documents behind them.
#[derive(Debug, Default)]
pub(super) struct Homes {
    /// Where each country/region ends.
    runs: Vec<(CountryCode, u32)>,
    /// Where the runs end and later members begin.
    sorted: u32,
    /// Later members.
    later: Vec<CountryCode>,
}

impl Homes {
    /// Adds the next document in order.
    pub(super) fn push_sorted(&mut self, country: CountryCode) {
        self.sorted += 1;
        match self.runs.last_mut() {
            Some((last, end)) if *last == country => *end = self.sorted,
            _ => self.runs.push((country, self.sorted)),
        }
    }

    /// Adds a document behind the runs.
    pub(super) fn push_later(&mut self, country: CountryCode) {
        self.later.push(country);
    }

    fn runs(&self) -> impl Iterator<Item = (CountryCode, u32, u32)> {
        let starts = std::iter::once(0).chain(self.runs.iter().map(|(_, end)| *end));
        starts
            .zip(&self.runs)
            .map(|(start, (country, end))| (*country, start, *end))
    }

    /// Adds to `bits` everybody of a country/region.
    pub(super) fn add(&self, country: CountryCode, bits: &mut Bits) {
        for (_, start, end) in self.runs().filter(|(home, ..)| *home == country) {
            bits.insert_range(start, end);
        }
        for (doc, _) in (self.sorted..).zip(&self.later).filter(|(_, home)| **home == country) {
            bits.insert(doc);
        }
    }

    /// Counts a set by home country/region.
    pub(super) fn count(&self, set: &Bits, counts: &mut [u32; PLACES]) {
        for (country, start, end) in self.runs() {
            counts[country.index()] += set.count_range(start, end);
        }
        for (_, country) in (self.sorted..).zip(&self.later).filter(|(doc, _)| set.contains(*doc)) {
            counts[country.index()] += 1;
        }
    }
}
