//! What a search can be narrowed by, and how many members each choice would leave.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

crate::codes::codes! {
    /// What a search can be narrowed by.
    Facet in "facet" {
        /// Home country/region.
        Country = "country",
        /// Fiscal year of an exchange.
        FiscalYear = "fiscal_year",
        /// Programme of an exchange.
        Programme = "programme",
        /// Field of science.
        Field = "field",
        /// Country/region of residence.
        LivesIn = "lives_in",
        /// What they are open to.
        OpenTo = "open_to",
    }
}

/// How many members have a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FacetCount {
    /// The value as it travels in a filter.
    pub value: Cow<'static, str>,
    /// Members who have it, among those the other facets and the words leave.
    pub count: u32,
}

/// The counts of every facet, largest first (fiscal years: latest first); values without members are left out,
/// except chosen ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Facets {
    /// Home countries/regions.
    pub country: Vec<FacetCount>,
    /// Fiscal years.
    pub fiscal_year: Vec<FacetCount>,
    /// Programmes.
    pub programme: Vec<FacetCount>,
    /// Fields of science.
    pub field: Vec<FacetCount>,
    /// Countries/regions of residence.
    pub lives_in: Vec<FacetCount>,
    /// What they are open to.
    pub open_to: Vec<FacetCount>,
}

impl Facets {
    /// The counts of one facet.
    pub fn of(&self, facet: Facet) -> &[FacetCount] {
        match facet {
            Facet::Country => &self.country,
            Facet::FiscalYear => &self.fiscal_year,
            Facet::Programme => &self.programme,
            Facet::Field => &self.field,
            Facet::LivesIn => &self.lives_in,
            Facet::OpenTo => &self.open_to,
        }
    }

    /// The counts of one facet, to be changed.
    pub fn of_mut(&mut self, facet: Facet) -> &mut Vec<FacetCount> {
        match facet {
            Facet::Country => &mut self.country,
            Facet::FiscalYear => &mut self.fiscal_year,
            Facet::Programme => &mut self.programme,
            Facet::Field => &mut self.field,
            Facet::LivesIn => &mut self.lives_in,
            Facet::OpenTo => &mut self.open_to,
        }
    }
}
