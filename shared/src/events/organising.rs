//! What organisers see of their events and do to them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::{MAX_DESCRIPTION_CHARS, MAX_SEATS, check_text};
use super::{EventInput, EventKind, EventLife, LocalTime};
use crate::fields::CountryCode;
use crate::ids::{EventId, PictureId};
use crate::instant::Instant;
use crate::rsvp::Summary;
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

/// An event as its editor has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventDraft {
    /// The event's id.
    pub id: EventId,
    /// Grows with every change; who saves over a newer one is told so.
    pub version: u32,
    /// How far it has come.
    pub life: EventLife,
    /// When it is published by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish_at: Option<Instant>,
    /// What was typed.
    pub input: EventInput,
    /// When it begins, as far as that was typed and is a moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Instant>,
    /// When it ends, as far as that was typed and is a moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Instant>,
    /// The picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<PictureId>,
    /// The counts of seats and answers.
    pub seats: Summary,
    /// What is said once about a change that was saved: fewer seats than people, for example.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
}

/// What replaces an event's input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventChange {
    /// The version that was edited.
    pub version: u32,
    /// The whole input.
    pub input: EventInput,
}

impl Validate for EventChange {
    fn validate(&self) -> Result<(), FieldErrors> {
        let errors = self.input.validate().err().unwrap_or_default();
        let errors: FieldErrors = errors
            .into_iter()
            .map(|(field, texts)| (format!("input.{field}"), texts))
            .collect();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }
}

impl Validate for EventInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        self.check_bounds()
    }
}

/// When to publish.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PublishInput {
    /// In the venue's wall clock; at once where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<LocalTime>,
}

impl Validate for PublishInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        Ok(())
    }
}

/// Longest message of an organiser, in characters.
const MAX_MESSAGE_CHARS: usize = 4_000;

/// Why an event is called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CancelInput {
    /// Told to everybody who answered.
    pub reason: String,
}

impl Validate for CancelInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        check_words("reason", &self.reason)
    }
}

/// What an organiser writes to those who come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MessageInput {
    /// Plain words; line breaks are kept.
    pub text: String,
}

impl Validate for MessageInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        check_words("text", &self.text)
    }
}

/// To how many people something was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MessageOutcome {
    /// How many.
    pub recipients: u32,
}

/// What is told about an event that is over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportInput {
    /// How many people came.
    pub came_count: u32,
    /// From which countries/regions.
    #[serde(default)]
    pub countries: Vec<CountryCode>,
    /// How it was, in Markdown.
    #[serde(default)]
    pub text: String,
}

impl Validate for ReportInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        check_text(&mut checker, "text", &self.text, MAX_DESCRIPTION_CHARS);
        let most = MAX_SEATS;
        checker.check(self.came_count <= most, "came_count", || {
            Text::new("invalid.between").with("min", 0).with("max", most)
        });
        checker.finish()
    }
}

/// A picture that was taken in, as it was made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakenPicture {
    /// The picture's id.
    pub id: PictureId,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Markdown to be shown as it will look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MarkdownInput {
    /// The text.
    pub text: String,
}

impl Validate for MarkdownInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        check_text(&mut checker, "text", &self.text, MAX_DESCRIPTION_CHARS);
        checker.finish()
    }
}

/// Clean HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RenderedText {
    /// The HTML.
    pub html: String,
}

/// An event as a row of its organiser's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnEvent {
    /// The event's id.
    pub id: EventId,
    /// How far it has come.
    pub life: EventLife,
    /// What people come together for.
    pub kind: EventKind,
    /// The original title; may be empty in a draft.
    pub title: String,
    /// When it begins, as far as that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Instant>,
    /// The IANA zone of the venue; may be empty in a draft.
    pub zone: String,
    /// When it is published by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish_at: Option<Instant>,
    /// The counts of seats and answers.
    pub seats: Summary,
}

/// The events that the caller organises: drafts, then those to come, then those that are over, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnEventList {
    /// The events.
    pub events: Vec<OwnEvent>,
}

fn check_words(field: &str, text: &str) -> Result<(), FieldErrors> {
    let mut checker = Checker::default();
    checker.check(!text.trim().is_empty(), field, || Text::new("invalid.required"));
    check_text(&mut checker, field, text, MAX_MESSAGE_CHARS);
    checker.finish()
}
