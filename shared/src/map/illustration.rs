//! The illustration: fictional numbers in the shape that the programme's full table would have.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Scope;
use crate::fields::{CountryCode, FiscalYear};

/// One country/region's fictional invitees of one programme by year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Series {
    /// The country/region.
    pub country: CountryCode,
    /// The programme: scopes of an illustration have nobody in common.
    pub scope: Scope,
    /// Invitees of each year, beginning with the illustration's `from`.
    pub invitees: Vec<u32>,
}

/// All fictional numbers; empty where there is no demo data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Illustration {
    /// The year of each series' first number.
    pub from: FiscalYear,
    /// One for each country/region and programme that has any.
    pub series: Vec<Series>,
}
