//! One past event as it was found, with its source.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PastDate;
use crate::fields::CountryCode;

crate::codes::codes! {
    /// What people came together for.
    EventKind in "event_kind" {
        /// Alumni of a country/region meet again.
        Reunion = "reunion",
        /// Talks, online.
        Webinar = "webinar",
        /// Work on a theme together.
        Workshop = "workshop",
        /// Universities and organisations meet.
        Forum = "forum",
        /// The programme is explained.
        Briefing = "briefing",
        /// Alumni of several countries/regions confer.
        Meeting = "meeting",
    }
}

crate::codes::codes! {
    /// How people came together.
    EventMode in "event_mode" {
        /// At a place.
        InPerson = "in_person",
        /// Over the internet.
        Online = "online",
    }
}

/// A past event. What was not found is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PastEvent {
    /// Its day, or the month where the day was not found.
    pub starts_on: PastDate,
    /// Its last day, where it took more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<PastDate>,
    /// What people came together for.
    pub kind: EventKind,
    /// The country/region where it was or whose alumni it was for; absent where it was for several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The city, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Its name, in English.
    pub title: String,
    /// The place in the city, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// How people came together.
    pub mode: EventMode,
    /// What else is known, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so: an address or the name of a document.
    pub source: String,
}

/// The past events that fit a filter, and what there is to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PastEventList {
    /// The events, the latest first.
    pub events: Vec<PastEvent>,
    /// Countries/regions that have any event, whatever was asked for, in the order of their codes.
    pub countries: Vec<CountryCode>,
    /// Kinds that any event is of, whatever was asked for.
    pub kinds: Vec<EventKind>,
}
