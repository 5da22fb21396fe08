//! Countries/regions with their name cultures, cities, and fictional organisations in those cities.

use std::collections::BTreeMap;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use shared::codes::Programme;

use super::names::Culture;
use super::tables::{CITIES, COUNTRIES, ORGANISATIONS, Weighted, number, rows, unless_dash};

/// A country/region of the demo people.
#[derive(Debug)]
pub(super) struct Country {
    pub(super) code: &'static str,
    /// Its people among 42,652.
    pub(super) weight: u32,
    /// Name cultures by their shares.
    pub(super) cultures: Weighted<&'static str>,
}

/// A city by its names.
#[derive(Clone, Copy, Debug)]
struct City {
    latin: &'static str,
    native: Option<&'static str>,
}

/// How an organisation of a kind may be called.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    kind: &'static str,
    latin: &'static str,
    native: Option<&'static str>,
    countries: &'static str,
}

/// Everything about places.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) countries: Vec<Country>,
    cultures: BTreeMap<&'static str, Culture>,
    cities: BTreeMap<&'static str, Vec<City>>,
    patterns: Vec<Pattern>,
}

impl Places {
    /// Reads the tables.
    pub(super) fn read() -> Self {
        let countries = rows(COUNTRIES).map(|[code, weight, cultures]| Country {
            code,
            weight: number(weight),
            cultures: cultures
                .split(',')
                .filter_map(|pair| pair.split_once(':'))
                .map(|(name, share)| (name, number(share)))
                .collect(),
        });
        let mut cities: BTreeMap<&'static str, Vec<City>> = BTreeMap::new();
        for [code, latin, native] in rows(CITIES) {
            cities.entry(code).or_default().push(City {
                latin,
                native: unless_dash(native),
            });
        }
        let patterns = rows(ORGANISATIONS).map(|[kind, latin, native, countries]| Pattern {
            kind,
            latin,
            native: unless_dash(native),
            countries,
        });
        Self {
            countries: countries.collect(),
            cultures: super::cultures::TABLES
                .iter()
                .map(|(name, table)| (*name, Culture::parse(table)))
                .collect(),
            cities,
            patterns: patterns.collect(),
        }
    }

    /// The culture of a name.
    pub(super) fn culture(&self, name: &str) -> Option<&Culture> {
        self.cultures.get(name)
    }

    /// A fictional organisation of one of the kinds in a country/region.
    pub(super) fn organisation(&self, country: &str, kinds: &[&str], rng: &mut ChaCha8Rng) -> (String, Option<String>) {
        let of_kind = || self.patterns.iter().filter(|pattern| kinds.contains(&pattern.kind));
        let names_it = |pattern: &&Pattern| pattern.countries.split(',').any(|code| code == country);
        let mut own: Vec<&Pattern> = of_kind().filter(names_it).collect();
        if own.is_empty() {
            own = of_kind().filter(|pattern| pattern.countries == "*").collect();
        }
        let cities = self.cities.get(country).map(Vec::as_slice).unwrap_or_default();
        if own.is_empty() || cities.is_empty() {
            return (format!("{country} Institute of Science"), None);
        }
        let (pattern, city) = (
            own[rng.random_range(0..own.len())],
            cities[rng.random_range(0..cities.len())],
        );
        let native = pattern
            .native
            .zip(city.native)
            .map(|(pattern, city)| pattern.replace("{city}", city));
        (pattern.latin.replace("{city}", city.latin), native)
    }
}

/// Which kinds of organisations send people to a programme.
pub(super) const fn sending_kinds(programme: Programme) -> &'static [&'static str] {
    match programme {
        Programme::HighSchool => &["high_school"],
        Programme::Supporters => &["ministry"],
        Programme::NexusLeadership => &["college", "high_school"],
        Programme::OpenA | Programme::OpenD => &["university", "institute", "college"],
        Programme::OpenB | Programme::OpenC | Programme::Lotus | Programme::NexusYoungTalents => {
            &["university", "institute"]
        }
    }
}
