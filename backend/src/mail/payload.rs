//! What the words of a mail need besides the event and the answer as they are when it is sent.

use serde::{Deserialize, Serialize};
use shared::mail::ChangedPart;

/// The payload of every kind; each uses its own part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Payload {
    /// `ended`: what happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<EndedWhy>,
    /// `ended`: the state of the event's answers in which the seats were given up, a number that grows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<i64>,
    /// `changed`: what is different.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangedPart>,
    /// `changed`: when it was to be before, where that has changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
    /// `message`: what the organiser wrote.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndedWhy {
    /// An offer was declined or not answered in time.
    OfferPassed,
    /// An offer was taken back; the party keeps its place.
    OfferTakenBack,
    /// An organiser removed the member.
    Removed,
    /// The member gave up the seats.
    Withdrawn,
}

/// When an event was to be, in unix milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Its beginning.
    pub starts_at: i64,
    /// Its end.
    pub ends_at: i64,
    /// The IANA zone of its venue.
    pub zone: String,
}

impl Payload {
    /// What is not understood is left out: a mail with fewer words is better than none.
    pub(super) fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// As the outbox keeps it.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payloads_are_read_as_they_are_queued() {
        assert_eq!(Payload::read("{}"), Payload::default());
        assert_eq!(Payload::read(r#"{"why":"removed"}"#).why, Some(EndedWhy::Removed));
        assert_eq!(Payload::read("nonsense"), Payload::default());
        let full = Payload {
            why: Some(EndedWhy::OfferTakenBack),
            revision: Some(7),
            changes: vec![ChangedPart::Time, ChangedPart::Place],
            before: Some(Before {
                starts_at: 1,
                ends_at: 2,
                zone: "Asia/Tokyo".into(),
            }),
            text: "Two\nlines".into(),
        };
        assert_eq!(Payload::read(&full.json()), full);
    }
}
