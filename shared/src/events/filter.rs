//! Which past events are wanted: the endpoint's input and the query of the page's address.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EventKind, PastEvent};
use crate::api::{read_pairs, write_pairs};
use crate::fields::CountryCode;
use crate::validate::{FieldErrors, Validate};

/// What an event must be to be listed; all are when nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PastEventFilter {
    /// Of this country/region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// Of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EventKind>,
}

impl Validate for PastEventFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        Ok(())
    }
}

impl PastEventFilter {
    /// Whether an event is wanted.
    pub fn fits(self, event: &PastEvent) -> bool {
        let is_there = self.country.is_none_or(|country| event.country == Some(country));
        is_there && self.kind.is_none_or(|kind| event.kind == kind)
    }

    /// Reads the query of an address without its question mark; what is unknown or malformed is left out, so that an
    /// old or mistyped link still shows what it can.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in read_pairs(query) {
            match name {
                "country" => filter.country = value.parse().ok(),
                "kind" => filter.kind = value.parse().ok(),
                _ => {}
            }
        }
        filter
    }

    /// Writes the query; empty when everything is wanted.
    pub fn to_query(self) -> String {
        write_pairs([
            ("country", self.country.map(CountryCode::code)),
            ("kind", self.kind.map(EventKind::code)),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(country: Option<&str>, kind: Option<EventKind>) -> PastEventFilter {
        let country = country.map(|code| code.parse().unwrap());
        PastEventFilter { country, kind }
    }

    #[test]
    fn a_filter_survives_the_address() {
        for (query, chosen) in [
            ("", filter(None, None)),
            ("country=IN", filter(Some("IN"), None)),
            ("kind=reunion", filter(None, Some(EventKind::Reunion))),
            ("country=IN&kind=reunion", filter(Some("IN"), Some(EventKind::Reunion))),
        ] {
            assert_eq!(chosen.to_query(), query);
            assert_eq!(PastEventFilter::from_query(query), chosen);
            // The page's address and the endpoint's are the same.
            assert_eq!(crate::api::to_query(&chosen).unwrap(), query);
        }
    }

    #[test]
    fn what_is_unknown_in_an_address_is_left_out() {
        let chosen = PastEventFilter::from_query("kind=party&utm=1&country=VN&kind&country");
        assert_eq!(chosen, filter(Some("VN"), None));
        assert_eq!(
            PastEventFilter::from_query("country=vn&kind=%72eunion"),
            filter(None, None)
        );
    }

    #[test]
    fn an_event_fits_when_it_is_all_that_is_asked_for() {
        let event = PastEvent {
            starts_on: "2022-12".parse().unwrap(),
            ends_on: None,
            kind: EventKind::Reunion,
            country: Some("ID".parse().unwrap()),
            city: None,
            title: "Reunion".into(),
            venue: None,
            mode: super::super::EventMode::InPerson,
            note: None,
            source: "A report".into(),
        };
        let nowhere = PastEvent {
            country: None,
            ..event.clone()
        };
        for (country, kind, fits, fits_nowhere) in [
            (None, None, true, true),
            (Some("ID"), None, true, false),
            (Some("IN"), None, false, false),
            (None, Some(EventKind::Reunion), true, true),
            (None, Some(EventKind::Forum), false, false),
            (Some("ID"), Some(EventKind::Reunion), true, false),
            (Some("ID"), Some(EventKind::Forum), false, false),
        ] {
            let filter = filter(country, kind);
            assert_eq!(
                (filter.fits(&event), filter.fits(&nowhere)),
                (fits, fits_nowhere),
                "{filter:?}"
            );
        }
    }
}
