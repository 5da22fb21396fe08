//! A member as others see them. What the viewer may not see is absent, and cannot be told from what is empty.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{Field, OpenTo, Programme};
use crate::fields::{CountryCode, FiscalYear, day};
use crate::ids::{ExchangeId, MemberId};

/// When and how somebody came to Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cohort {
    /// The fiscal year.
    pub fiscal_year: FiscalYear,
    /// The programme.
    pub programme: Programme,
}

/// A member as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MemberSummary {
    /// The member's id.
    pub id: MemberId,
    /// The name in Latin letters.
    pub name: String,
    /// The name in the member's own script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native_name: Option<String>,
    /// Home country/region.
    pub country: CountryCode,
    /// The exchanges' years and programmes, latest first.
    pub cohorts: Vec<Cohort>,
    /// Fields of science.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Where they work or study.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// Country/region of residence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lives_in: Option<CountryCode>,
    /// What they are open to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_to: Vec<OpenTo>,
}

/// A member's profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MemberDetail {
    /// What the lists show too.
    pub summary: MemberSummary,
    /// Languages as BCP 47 tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The exchanges, latest first; empty when hidden.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exchanges: Vec<ExchangeSummary>,
    /// Whether this is the caller's own profile.
    pub is_own: bool,
}

/// One trip of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExchangeSummary {
    /// The exchange's id.
    pub id: ExchangeId,
    /// When and how.
    pub cohort: Cohort,
    /// What it was about.
    pub theme: String,
    /// Who received the group in Japan.
    pub host: OrganisationSummary,
    /// Who sent it.
    pub sending: OrganisationSummary,
    /// The first day.
    #[serde(with = "day")]
    #[schemars(with = "Date")]
    pub starts_on: Date,
    /// The last day.
    #[serde(with = "day")]
    #[schemars(with = "Date")]
    pub ends_on: Date,
}

/// An organisation by its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrganisationSummary {
    /// The name in Latin letters.
    pub name: String,
    /// The name in the organisation's own script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native_name: Option<String>,
}
