//! What travels between members and the rule: an answer with all that belongs to it, and what has come of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Entry, IfFull, Standing, Summary, Wish};
use crate::events::QuestionAnswer;
use crate::events::check::{MAX_COMPANIONS, MAX_LINE_CHARS, MAX_QUESTIONS};
use crate::fields::is_language_tag;
use crate::instant::Instant;
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

crate::codes::codes! {
    /// Who sees that somebody comes, besides the organisers. It ends six months after the event.
    AttendanceAudience in "attendance" {
        /// Nobody else.
        Organisers = "organisers",
        /// People of one's own exchanges.
        Exchange = "exchange",
        /// Those who come too.
        Attendees = "attendees",
        /// Every signed-in member who may know of the event.
        Members = "members",
    }
}

/// For how long after an event it is shown who came: half a year, in milliseconds.
pub const SHOWN_FOR_MS: i64 = 182 * 24 * 60 * 60 * 1000;

/// How a viewer stands to somebody who comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fellowship {
    /// They were on one exchange.
    pub is_of_my_exchange: bool,
    /// The viewer comes too.
    pub is_coming: bool,
}

impl AttendanceAudience {
    /// Whether a signed-in viewer sees that somebody comes. Every rung includes the ones before it.
    pub const fn admits(self, viewer: Fellowship) -> bool {
        match self {
            Self::Organisers => false,
            Self::Exchange => viewer.is_of_my_exchange,
            Self::Attendees => viewer.is_of_my_exchange || viewer.is_coming,
            Self::Members => true,
        }
    }
}

/// A member's answer: the whole of it and not what differs, so that saying it twice is saying it once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RsvpInput {
    /// The answer.
    pub answer: Answer,
    /// People who come along.
    #[serde(default)]
    pub companions: u32,
    /// What to do if there are not enough seats; refused when nothing is said, so that nobody loses a seat by omission.
    #[serde(default = "refuse")]
    pub if_full: IfFull,
    /// Who else sees it; nobody when nothing is said.
    #[serde(default = "organisers")]
    pub shown_to: AttendanceAudience,
    /// Answers to the organiser's questions.
    #[serde(default)]
    pub answers: Vec<QuestionAnswer>,
    /// The reader's language for mails about this event, BCP 47.
    #[serde(default)]
    pub language: String,
    /// The reader's IANA zone for mails about this event.
    #[serde(default)]
    pub zone: String,
}

const fn refuse() -> IfFull {
    IfFull::Refuse
}

const fn organisers() -> AttendanceAudience {
    AttendanceAudience::Organisers
}

impl RsvpInput {
    /// The bare answer, alone, shown to organisers only.
    pub fn of(answer: Answer) -> Self {
        Self {
            answer,
            companions: 0,
            if_full: refuse(),
            shown_to: organisers(),
            answers: Vec::new(),
            language: String::new(),
            zone: String::new(),
        }
    }

    /// What of it concerns seats.
    pub fn wish(&self) -> Wish {
        Wish {
            answer: self.answer,
            // Validated to be few; more than can be counted are refused as too many in any case.
            companions: u8::try_from(self.companions).unwrap_or(u8::MAX),
            if_full: self.if_full,
        }
    }
}

impl Validate for RsvpInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        checker.check(self.companions <= MAX_COMPANIONS, "companions", || {
            Text::new("invalid.between").with("min", 0).with("max", MAX_COMPANIONS)
        });
        checker.check(self.answers.len() <= MAX_QUESTIONS, "answers", || {
            Text::new("invalid.too_many").with("max", MAX_QUESTIONS)
        });
        for answer in &self.answers {
            let is_short = answer.value.chars().count() <= MAX_LINE_CHARS && answer.id.len() <= 32;
            checker.check(is_short, &format!("answers.{}", answer.id), || {
                Text::new("invalid.too_long").with("max", MAX_LINE_CHARS)
            });
        }
        let is_tag = self.language.is_empty() || is_language_tag(&self.language);
        checker.check(is_tag, "language", || Text::new("invalid.unknown_value"));
        checker.check(
            self.zone.len() <= 64 && self.zone.bytes().all(|byte| byte.is_ascii_graphic()),
            "zone",
            || Text::new("invalid.unknown_value"),
        );
        checker.finish()
    }
}

crate::codes::codes! {
    /// What an answer has come to.
    OwnStanding in "standing" {
        /// Has its seats.
        Confirmed = "confirmed",
        /// Is on the waiting list.
        Waiting = "waiting",
        /// Seats are held for it.
        Offered = "offered",
        /// Let an offer pass and waits no more.
        Passed = "passed",
        /// Needs no seat.
        Noted = "noted",
        /// Was removed by an organiser.
        Removed = "removed",
    }
}

/// What members are told about their own answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnRsvp {
    /// What was answered.
    pub answer: Answer,
    /// People who come along.
    pub companions: u32,
    /// What the answer has come to.
    pub standing: OwnStanding,
    /// Until when seats are held, where some are; at that very moment the offer has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered_until: Option<Instant>,
    /// The place among the parties of the pool that still wait, the first being 1. Parties with an offer do not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Whether an organiser put the party in.
    pub is_placed: bool,
}

impl OwnRsvp {
    /// What the member of an entry is told, with the entry's place in the list.
    pub fn of(entry: &Entry, position: Option<u32>) -> Self {
        let (standing, offered_until) = match entry.standing {
            Standing::Confirmed => (OwnStanding::Confirmed, None),
            Standing::Waiting => (OwnStanding::Waiting, None),
            Standing::Offered { until } => (OwnStanding::Offered, Some(Instant::from_millis(until))),
            Standing::Passed => (OwnStanding::Passed, None),
            Standing::Noted => (OwnStanding::Noted, None),
            Standing::Removed => (OwnStanding::Removed, None),
        };
        Self {
            answer: entry.answer,
            companions: u32::from(entry.companions),
            standing,
            offered_until,
            position,
            is_placed: entry.is_placed,
        }
    }
}

/// One's own answer and the counts, after a change or when they are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RsvpState {
    /// One's own answer; absent where none was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnRsvp>,
    /// The counts of everybody's.
    pub seats: Summary,
}

/// What belongs to one's own answer besides seats, so that changing one thing does not lose the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RsvpDetails {
    /// Who else sees it.
    pub shown_to: AttendanceAudience,
    /// Answers to the organiser's questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<QuestionAnswer>,
}

impl Default for RsvpDetails {
    fn default() -> Self {
        Self {
            shown_to: organisers(),
            answers: Vec::new(),
        }
    }
}
