//! What an organiser types: a draft may be incomplete, what is published may not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EventAudience, EventKind, Question};
use crate::fields::CountryCode;

/// A moment as an organiser types it: the wall clock at the venue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LocalTime {
    /// `2026-12-05T18:00`; empty where nothing was typed yet.
    pub at: String,
    /// Which of the two moments is meant where the clock shows this time twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub which: Option<Which>,
}

crate::codes::codes! {
    /// Which of two moments with one wall-clock time is meant, on the night when clocks are put back.
    Which in "which" {
        /// The first one, in summer time.
        Earlier = "earlier",
        /// The second one.
        Later = "later",
    }
}

/// The event's texts in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EventText {
    /// BCP 47.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// One or two sentences for lists and mails.
    pub summary: String,
    /// Everything else, in Markdown.
    pub description: String,
}

/// Taking part at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RoomInput {
    /// Seats; as many as come where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// The place, as everybody may know it: `Miraikan, Tokyo`.
    pub venue: String,
    /// The exact address and the way there, for those who are confirmed.
    pub address: String,
    /// Country/region of the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// Latitude and longitude in degrees, `35.6191,139.7766`; empty where nobody looked.
    pub point: String,
}

/// Taking part over the internet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OnlineInput {
    /// Seats; as many as come where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// Where to go, for those who are confirmed; may come later.
    pub link: String,
}

/// An event as its organiser types it. Every part is kept as it was typed, so that a draft loses nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EventInput {
    /// What people come together for.
    pub kind: EventKind,
    /// The country/region chapters that invite.
    pub hosts: Vec<CountryCode>,
    /// The texts, the original first.
    pub texts: Vec<EventText>,
    /// The IANA zone of the venue: `Asia/Tokyo`.
    pub zone: String,
    /// When it begins.
    pub starts: LocalTime,
    /// When it ends.
    pub ends: LocalTime,
    /// Until when one can answer; until it begins where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<LocalTime>,
    /// The place, where one can take part at a place. Its absence says that one cannot, and is no new draft's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomInput>,
    /// The link, where one can take part over the internet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online: Option<OnlineInput>,
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
}

impl Default for EventInput {
    /// An empty draft: a reunion at a place, for members.
    fn default() -> Self {
        Self {
            kind: EventKind::Reunion,
            hosts: Vec::new(),
            texts: vec![EventText::default()],
            zone: String::new(),
            starts: LocalTime::default(),
            ends: LocalTime::default(),
            deadline: None,
            room: Some(RoomInput::default()),
            online: None,
            companions_max: 0,
            fill_seats: false,
            hold_hours: Self::HOLD_HOURS,
            questions: Vec::new(),
            audience: EventAudience::default(),
        }
    }
}

impl EventInput {
    /// For how long an offered seat is held where nobody said otherwise.
    pub const HOLD_HOURS: u32 = 24;
}
