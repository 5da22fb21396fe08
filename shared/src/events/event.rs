//! An event as its readers see it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EventAudience, EventKind, EventLife, Question};
use crate::fields::CountryCode;
use crate::ids::{EventId, PictureId};
use crate::instant::Instant;
use crate::rsvp::{OwnRsvp, Summary};

/// An event as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventSummary {
    /// The event's id.
    pub id: EventId,
    /// What people come together for.
    pub kind: EventKind,
    /// How far it has come.
    pub life: EventLife,
    /// The language of the texts, BCP 47: the reader's where there is one, the original otherwise.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// The IANA zone of the venue.
    pub zone: String,
    /// The country/region chapters that invite.
    pub hosts: Vec<CountryCode>,
    /// Country/region of the place, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The place as everybody may know it; absent where one takes part over the internet only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Whether one can take part over the internet.
    pub is_online: bool,
    /// The counts of seats and answers.
    pub seats: Summary,
    /// The reader's own answer, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnRsvp>,
    /// A picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<PictureId>,
    /// Whether it is fictional.
    pub is_demo: bool,
}

/// An event's own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventDetail {
    /// What the lists show too.
    pub summary: EventSummary,
    /// Everything else about it: HTML that the server made from Markdown and cleaned.
    pub description_html: String,
    /// The languages in which there are texts, the original first.
    pub languages: Vec<String>,
    /// The exact address and the way there; absent for who has no seat at the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Latitude and longitude in degrees; absent for who has no seat at the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// Where to go on the internet; absent for who has no seat online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Until when one can ask for seats.
    pub closes_at: Instant,
    /// How many people a member may bring along.
    pub companions_max: u32,
    /// Whether smaller parties further back may take seats that the parties before them do not fit into.
    pub fill_seats: bool,
    /// For how many hours an offered seat is held at the most.
    pub hold_hours: u32,
    /// What is asked of those who come.
    pub questions: Vec<Question>,
    /// Who may know of it.
    pub audience: EventAudience,
    /// Why it was called off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancel_reason: Option<String>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<EventReport>,
    /// Whether the reader organises it.
    pub is_organiser: bool,
}

/// What is told afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventReport {
    /// How many people came.
    pub came_count: u32,
    /// From which countries/regions.
    pub countries: Vec<CountryCode>,
    /// How it was: HTML that the server made from Markdown and cleaned.
    pub text_html: String,
    /// Pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureId>,
}

/// A page of events, in the order of their beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventPage {
    /// The events.
    pub events: Vec<EventSummary>,
    /// How many fit in all.
    pub total: u32,
    /// Countries/regions that have any event to come, or any that is over, whatever else was asked for, in the order of
    /// their codes.
    pub countries: Vec<CountryCode>,
    /// Kinds that any of these events is of.
    pub kinds: Vec<EventKind>,
}
