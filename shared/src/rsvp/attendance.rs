//! Who comes: for everybody by each one's consent, and for organisers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AttendanceAudience, OwnRsvp, Pool};
use crate::directory::MemberSummary;
use crate::events::QuestionAnswer;
use crate::events::check::MAX_COMPANIONS;
use crate::ids::MemberId;
use crate::instant::Instant;
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

/// Somebody who comes and lets the caller know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Guest {
    /// Who, as far as the directory shows them to the caller.
    pub member: MemberSummary,
    /// Where.
    pub pool: Pool,
    /// Whether they were on an exchange of the caller's.
    pub is_of_my_exchange: bool,
}

/// Who comes, as far as the caller may know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GuestList {
    /// Those who let the caller know, people of the caller's exchanges first, then by name; some hundred at the most.
    pub guests: Vec<Guest>,
    /// Members who come, whether they show it or not, without companions.
    pub coming: u32,
    /// How many of them were on an exchange of the caller's: those only who show it to their exchange.
    pub of_my_exchange: u32,
}

/// An answer as organisers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attendee {
    /// Who.
    pub member_id: MemberId,
    /// The name in Latin letters.
    pub name: String,
    /// The answer and what has come of it.
    pub rsvp: OwnRsvp,
    /// Who else sees it.
    pub shown_to: AttendanceAudience,
    /// Answers to the questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<QuestionAnswer>,
    /// When the answer was given.
    pub answered_at: Instant,
    /// When the ticket was checked at the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_in_at: Option<Instant>,
}

/// Everybody who answered: those confirmed, those with an offer, those who wait in their order, then the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AttendeeList {
    /// The answers.
    pub attendees: Vec<Attendee>,
}

/// A member whom an organiser puts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceInput {
    /// Who.
    pub member_id: MemberId,
    /// Where.
    pub pool: Pool,
    /// With how many companions.
    #[serde(default)]
    pub companions: u32,
}

impl Validate for PlaceInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        checker.check(self.companions <= MAX_COMPANIONS, "companions", || {
            Text::new("invalid.between").with("min", 0).with("max", MAX_COMPANIONS)
        });
        checker.finish()
    }
}
