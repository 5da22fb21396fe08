//! What is searched for, and the answer to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Facet, Facets, MemberSummary};
use crate::codes::{Field, MemberSort, OpenTo, Programme};
use crate::fields::{CountryCode, FiscalYear};
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

/// Rows of a page when nothing else is asked for.
pub const DEFAULT_PER_PAGE: u32 = 20;
/// Most rows of a page.
pub const MAX_PER_PAGE: u32 = 100;
/// The last row that any page may show; who wants more has to narrow the search.
pub const MAX_REACH: u32 = 10_000;
/// Longest query, in characters.
pub const MAX_QUERY_CHARS: usize = 200;

/// Words and facets of a search. Inside a facet any value fits, between facets all must.
/// It is the query of the endpoint and of the page's address alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MemberFilter {
    /// Words in any script and order; the last one may be unfinished.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
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
    /// The order.
    #[serde(skip_serializing_if = "is_relevance")]
    pub sort: MemberSort,
    /// The page, from 1.
    #[serde(skip_serializing_if = "is_first")]
    pub page: u32,
    /// Rows of a page, 1 to 100.
    #[serde(skip_serializing_if = "is_default_per_page")]
    pub per_page: u32,
}

impl Default for MemberFilter {
    fn default() -> Self {
        Self {
            q: String::new(),
            country: Vec::new(),
            fiscal_year: Vec::new(),
            programme: Vec::new(),
            field: Vec::new(),
            lives_in: Vec::new(),
            open_to: Vec::new(),
            sort: MemberSort::Relevance,
            page: 1,
            per_page: DEFAULT_PER_PAGE,
        }
    }
}

fn is_relevance(sort: &MemberSort) -> bool {
    *sort == MemberSort::Relevance
}

fn is_first(page: &u32) -> bool {
    *page == 1
}

fn is_default_per_page(per_page: &u32) -> bool {
    *per_page == DEFAULT_PER_PAGE
}

fn check_query(checker: &mut Checker, q: &str) {
    checker.check(q.chars().count() <= MAX_QUERY_CHARS, "q", || {
        Text::new("invalid.too_long").with("max", MAX_QUERY_CHARS)
    });
    checker.check(!q.chars().any(char::is_control), "q", || {
        Text::new("invalid.control_character")
    });
}

impl Validate for MemberFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        check_query(&mut checker, &self.q);
        checker.check((1..=MAX_PER_PAGE).contains(&self.per_page), "per_page", || {
            Text::new("invalid.between").with("min", 1).with("max", MAX_PER_PAGE)
        });
        checker.check(self.page >= 1, "page", || Text::new("invalid.at_least").with("min", 1));
        let reach = u64::from(self.page) * u64::from(self.per_page);
        checker.check(reach <= u64::from(MAX_REACH), "page", || {
            Text::new("invalid.page_too_deep").with("max", MAX_REACH)
        });
        checker.finish()
    }
}

impl MemberFilter {
    /// Whether anything narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.q.trim().is_empty() || Facet::ALL.iter().any(|facet| !self.chosen(*facet).is_empty())
    }

    /// The values chosen in one facet, as they travel.
    pub fn chosen(&self, facet: Facet) -> Vec<String> {
        match facet {
            Facet::Country => self.country.iter().map(ToString::to_string).collect(),
            Facet::FiscalYear => self.fiscal_year.iter().map(ToString::to_string).collect(),
            Facet::Programme => self.programme.iter().map(|value| value.code().into()).collect(),
            Facet::Field => self.field.iter().map(|value| value.code().into()).collect(),
            Facet::LivesIn => self.lives_in.iter().map(ToString::to_string).collect(),
            Facet::OpenTo => self.open_to.iter().map(|value| value.code().into()).collect(),
        }
    }

    /// The same search with one facet value switched on or off, back on the first page.
    /// A value that is not of the facet's kind changes nothing.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut next = Self {
            page: 1,
            ..self.clone()
        };
        match facet {
            Facet::Country => toggle(&mut next.country, value),
            Facet::FiscalYear => toggle(&mut next.fiscal_year, value),
            Facet::Programme => toggle(&mut next.programme, value),
            Facet::Field => toggle(&mut next.field, value),
            Facet::LivesIn => toggle(&mut next.lives_in, value),
            Facet::OpenTo => toggle(&mut next.open_to, value),
        }
        next
    }
}

fn toggle<T: std::str::FromStr + Ord>(values: &mut Vec<T>, value: &str) {
    let Ok(value) = value.parse::<T>() else { return };
    match values.iter().position(|known| *known == value) {
        Some(place) => drop(values.remove(place)),
        None => {
            // By place and not by sorting, whose code is large.
            let place = values.partition_point(|known| *known < value);
            values.insert(place, value);
        }
    }
}

/// One page of the members found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MemberPage {
    /// The page's rows.
    pub items: Vec<MemberSummary>,
    /// Members found in all.
    pub total: u32,
    /// The page, from 1.
    pub page: u32,
    /// Rows of a full page.
    pub per_page: u32,
    /// What the search can be narrowed by.
    pub facets: Facets,
}

/// The words typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SuggestFilter {
    /// Words in any script and order; the last one may be unfinished.
    pub q: String,
}

impl Validate for SuggestFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        check_query(&mut checker, &self.q);
        checker.finish()
    }
}

/// Members who fit the words typed so far, best first, at most ten.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Suggestions {
    /// The members.
    pub items: Vec<MemberSummary>,
}
