//! Members by country/region, in numbers from which nobody can be singled out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{Field, OpenTo, Programme};
use crate::directory::MemberFilter;
use crate::fields::{CountryCode, FiscalYear};
use crate::validate::{FieldErrors, Validate};

/// The smallest number that is shown; a country/region with fewer, or with nobody, is not on the list.
pub const FEWEST_SHOWN: u32 = 5;
/// Numbers are rounded to multiples of this.
pub const ROUNDED_TO: u32 = 5;

/// The facets of the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MapMemberFilter {
    /// Home countries/regions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub country: Vec<CountryCode>,
    /// Fiscal years of an exchange.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fiscal_year: Vec<FiscalYear>,
    /// Programmes of an exchange.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programme: Vec<Programme>,
    /// Fields of science.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub field: Vec<Field>,
    /// Countries/regions of residence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lives_in: Vec<CountryCode>,
    /// What they are open to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open_to: Vec<OpenTo>,
}

impl Validate for MapMemberFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        Ok(())
    }
}

impl From<MapMemberFilter> for MemberFilter {
    fn from(filter: MapMemberFilter) -> Self {
        Self {
            country: filter.country,
            fiscal_year: filter.fiscal_year,
            programme: filter.programme,
            field: filter.field,
            lives_in: filter.lives_in,
            open_to: filter.open_to,
            ..Self::default()
        }
    }
}

/// About how many members one country/region has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CountryMembers {
    /// The home country/region.
    pub country: CountryCode,
    /// Members, rounded to a multiple of five; five at the least.
    pub members: u32,
}

/// The members a caller may see, by country/region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapMembers {
    /// Countries/regions with five members or more, in the order of their codes. All others have fewer than five:
    /// whether that is four or none is not said.
    pub countries: Vec<CountryMembers>,
    /// The sum of the list.
    pub sum: u32,
}
