//! The illustration: fictional numbers in the shape that the programme's full table would have.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Scope;
use crate::fields::{CountryCode, FiscalYear};

// In columns: with a row for each country/region it weighs a quarter more on the wire, where the map waits for it.
/// The fictional invitees of one programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Series {
    /// The programme: scopes of an illustration have nobody in common.
    pub scope: Scope,
    /// The countries/regions that have any, in the order of their codes.
    pub countries: Vec<CountryCode>,
    /// For each of them, invitees of each year, beginning with the illustration's `from`.
    pub invitees: Vec<Vec<u32>>,
}

/// All fictional numbers; empty where there is no demo data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Illustration {
    /// The year of each series' first number.
    pub from: FiscalYear,
    /// One for each programme.
    pub series: Vec<Series>,
}

impl Illustration {
    /// Every programme's countries/regions with their invitees by year.
    pub fn rows(&self) -> impl Iterator<Item = (Scope, CountryCode, &[u32])> {
        self.series.iter().flat_map(|series| {
            let rows = series.countries.iter().zip(&series.invitees);
            rows.map(|(country, invitees)| (series.scope, *country, invitees.as_slice()))
        })
    }
}
