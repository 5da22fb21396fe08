//! The tables in `demo-data`: tab-separated, `#` begins a comment.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

pub(super) const COUNTRIES: &str = include_str!("../../demo-data/countries.tsv");
pub(super) const CITIES: &str = include_str!("../../demo-data/cities.tsv");
pub(super) const ORGANISATIONS: &str = include_str!("../../demo-data/organisations.tsv");
pub(super) const THEMES: &str = include_str!("../../demo-data/themes.tsv");

/// The rows of a table, each with its cells; missing cells are empty.
pub(super) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut cells = line.split('\t');
            std::array::from_fn(|_| cells.next().unwrap_or_default())
        })
}

/// A dash stands for nothing.
pub(super) fn unless_dash(cell: &'static str) -> Option<&'static str> {
    (!cell.is_empty() && cell != "-").then_some(cell)
}

/// A number in a table; tables are ours, so a bad one counts as nothing and a test notices.
pub(super) fn number(cell: &str) -> u32 {
    cell.trim().parse().unwrap_or(0)
}

/// Things with weights, drawn by chance.
#[derive(Clone, Debug)]
pub(super) struct Weighted<T> {
    items: Vec<T>,
    sums: Vec<u32>,
}

impl<T> Default for Weighted<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            sums: Vec::new(),
        }
    }
}

impl<T> Weighted<T> {
    /// Adds a thing.
    pub(super) fn push(&mut self, item: T, weight: u32) {
        self.sums.push(self.sums.last().copied().unwrap_or(0) + weight);
        self.items.push(item);
    }

    /// Draws one.
    pub(super) fn draw(&self, rng: &mut ChaCha8Rng) -> Option<&T> {
        let total = self.sums.last().copied().filter(|total| *total > 0)?;
        let point = rng.random_range(0..total);
        self.items.get(self.sums.partition_point(|sum| *sum <= point))
    }
}

impl<T> FromIterator<(T, u32)> for Weighted<T> {
    fn from_iter<I: IntoIterator<Item = (T, u32)>>(pairs: I) -> Self {
        let mut all = Self::default();
        pairs.into_iter().for_each(|(item, weight)| all.push(item, weight));
        all
    }
}
