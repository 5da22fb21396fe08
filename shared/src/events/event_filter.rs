//! Which events are wanted: the endpoint's input and the query of the page's address.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::EventKind;
use super::check::point;
use crate::api::{read_pairs, write_pairs};
use crate::fields::{CountryCode, is_language_tag};
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

/// What an event must be to be listed; all that are to come when nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EventFilter {
    /// At this country/region or of its chapter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// Of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EventKind>,
    /// Only those that one can take part in over the internet.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub online: bool,
    /// Those of the club that are over, the latest first, instead of those to come.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub past: bool,
    /// The nearest to this latitude and longitude first.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub near: String,
    /// The reader's language, BCP 47; the original texts where absent.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
}

impl Validate for EventFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        checker.check(self.near.is_empty() || point(&self.near).is_some(), "near", || {
            Text::new("invalid.point")
        });
        let is_tag = self.language.is_empty() || is_language_tag(&self.language);
        checker.check(is_tag, "language", || Text::new("invalid.unknown_value"));
        checker.finish()
    }
}

impl EventFilter {
    /// Reads the query of the page's address; what is unknown or malformed is left out. Language and place are the
    /// reader's, not the address's.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in read_pairs(query) {
            match name {
                "country" => filter.country = value.parse().ok(),
                "kind" => filter.kind = value.parse().ok(),
                "online" => filter.online = value == "true",
                "past" => filter.past = value == "true",
                _ => {}
            }
        }
        filter
    }

    /// Writes the query of the page's address.
    pub fn to_query(&self) -> String {
        write_pairs([
            ("country", self.country.map(CountryCode::code)),
            ("kind", self.kind.map(EventKind::code)),
            ("online", self.online.then_some("true")),
            ("past", self.past.then_some("true")),
        ])
    }
}

/// In which language something is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LanguageFilter {
    /// BCP 47; the original where absent.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
}

impl Validate for LanguageFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        let is_tag = self.language.is_empty() || is_language_tag(&self.language);
        checker.check(is_tag, "language", || Text::new("invalid.unknown_value"));
        checker.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_the_address() {
        for query in ["", "country=IN", "country=IN&kind=webinar&online=true", "past=true"] {
            let filter = EventFilter::from_query(query);
            assert_eq!(filter.to_query(), query);
            assert_eq!(crate::api::to_query(&filter).unwrap(), query);
        }
        assert_eq!(
            EventFilter::from_query("kind=party&online=yes&country=xx"),
            EventFilter::default()
        );
    }

    #[test]
    fn a_place_that_is_nowhere_is_refused() {
        for (near, is_good) in [
            ("35.6,139.7", true),
            ("", true),
            ("91,0", false),
            ("0,181", false),
            ("here", false),
        ] {
            let filter = EventFilter {
                near: near.into(),
                ..EventFilter::default()
            };
            assert_eq!(filter.validate().is_ok(), is_good, "{near}");
        }
    }
}
