//! Documents are numbered by home country/region, year and programme, so that each combination is one run of numbers
//! (a cell) and a set is counted by all three at once in a single pass. Members who come later stand behind the runs.

use std::collections::BTreeMap;

use shared::directory::Cohort;
use shared::fields::CountryCode;

use super::bits::{Bits, Ranks};
use super::tally::{Tally, year_place};

/// A run of documents with the same country/region and the same latest cohort.
#[derive(Clone, Copy, Debug)]
struct Cell {
    end: u32,
    country: CountryCode,
    cohort: Option<Cohort>,
}

/// The runs, the documents behind them, and the cohorts beyond each member's latest.
#[derive(Debug, Default)]
pub(super) struct Cells {
    cells: Vec<Cell>,
    /// Where the cells of each country/region end together.
    countries: Vec<(CountryCode, u32)>,
    /// Where the runs end and later members begin.
    sorted: u32,
    /// Later members.
    later: Vec<(CountryCode, Option<Cohort>)>,
    /// Earlier cohorts of those who came more than once.
    earlier: BTreeMap<u32, Vec<Cohort>>,
}

impl Cells {
    /// Adds the next document in order.
    pub(super) fn push_sorted(&mut self, country: CountryCode, cohorts: &[Cohort]) {
        let (latest, earlier) = (cohorts.first().copied(), cohorts.get(1..).unwrap_or_default());
        if !earlier.is_empty() {
            self.earlier.insert(self.sorted, earlier.to_vec());
        }
        self.sorted += 1;
        match self.countries.last_mut() {
            Some((last, end)) if *last == country => *end = self.sorted,
            _ => self.countries.push((country, self.sorted)),
        }
        match self.cells.last_mut() {
            Some(cell) if cell.country == country && cell.cohort == latest => cell.end = self.sorted,
            _ => self.cells.push(Cell {
                end: self.sorted,
                country,
                cohort: latest,
            }),
        }
    }

    /// Adds a document behind the runs.
    pub(super) fn push_later(&mut self, country: CountryCode, cohorts: &[Cohort]) {
        let doc = self.sorted + self.later.len() as u32;
        self.later.push((country, cohorts.first().copied()));
        if let Some(earlier) = cohorts.get(1..).filter(|earlier| !earlier.is_empty()) {
            self.earlier.insert(doc, earlier.to_vec());
        }
    }

    fn runs(&self) -> impl Iterator<Item = (u32, &Cell)> {
        let starts = std::iter::once(0).chain(self.cells.iter().map(|cell| cell.end));
        starts.zip(&self.cells)
    }

    fn later_docs(&self) -> impl Iterator<Item = (u32, CountryCode, Option<Cohort>)> {
        (self.sorted..)
            .zip(&self.later)
            .map(|(doc, (country, cohort))| (doc, *country, *cohort))
    }

    /// Adds to `bits` everybody of a country/region.
    pub(super) fn add_country(&self, country: CountryCode, bits: &mut Bits) {
        for (start, cell) in self.runs().filter(|(_, cell)| cell.country == country) {
            bits.insert_range(start, cell.end);
        }
        for (doc, ..) in self.later_docs().filter(|(_, home, _)| *home == country) {
            bits.insert(doc);
        }
    }

    /// Adds to `bits` everybody with a cohort that fits.
    pub(super) fn add_cohorts(&self, fits: impl Fn(Cohort) -> bool, bits: &mut Bits) {
        for (start, cell) in self.runs().filter(|(_, cell)| cell.cohort.is_some_and(&fits)) {
            bits.insert_range(start, cell.end);
        }
        for (doc, ..) in self.later_docs().filter(|(_, _, cohort)| cohort.is_some_and(&fits)) {
            bits.insert(doc);
        }
        for (doc, _) in self
            .earlier
            .iter()
            .filter(|(_, cohorts)| cohorts.iter().copied().any(&fits))
        {
            bits.insert(*doc);
        }
    }

    /// Counts a set by home country/region alone.
    pub(super) fn count_countries(&self, set: &Bits, counts: &mut [u32]) {
        let ranks = set.ranks();
        let mut before = 0;
        for (country, end) in &self.countries {
            let below = ranks.below(*end);
            counts[country.index()] += below - before;
            before = below;
        }
        for (doc, country, _) in self.later_docs().filter(|(doc, ..)| set.contains(*doc)) {
            debug_assert!(doc >= self.sorted);
            counts[country.index()] += 1;
        }
    }

    fn each_run(&self, ranks: &Ranks<'_>, mut each: impl FnMut(&Cell, u32)) {
        let mut before = 0;
        for cell in &self.cells {
            let below = ranks.below(cell.end);
            if below > before {
                each(cell, below - before);
            }
            before = below;
        }
    }

    /// Counts a set by all three. Somebody with two cohorts counts in both years and both programmes, once in each.
    pub(super) fn count(&self, set: &Bits, tally: &mut Tally) {
        let ranks = set.ranks();
        let mut add = |country: CountryCode, cohort: Option<Cohort>, count| {
            tally.countries[country.index()] += count;
            if let Some(cohort) = cohort {
                tally.add_cohort(cohort, count);
            }
        };
        self.each_run(&ranks, |cell, count| add(cell.country, cell.cohort, count));
        for (_, country, cohort) in self.later_docs().filter(|(doc, ..)| set.contains(*doc)) {
            add(country, cohort, 1);
        }
        for (doc, cohorts) in self.earlier.iter().filter(|(doc, _)| set.contains(**doc)) {
            let mut known: Vec<Cohort> = self.latest(*doc).into_iter().collect();
            for cohort in cohorts {
                if known.iter().all(|other| other.fiscal_year != cohort.fiscal_year) {
                    tally.years[year_place(cohort.fiscal_year)] += 1;
                }
                if known.iter().all(|other| other.programme != cohort.programme) {
                    tally.programmes[cohort.programme as usize] += 1;
                }
                known.push(*cohort);
            }
        }
    }

    /// A document's home country/region is the column's business; this is its latest cohort.
    fn latest(&self, doc: u32) -> Option<Cohort> {
        if doc >= self.sorted {
            return self.later[(doc - self.sorted) as usize].1;
        }
        let place = self.cells.partition_point(|cell| cell.end <= doc);
        self.cells[place].cohort
    }
}
