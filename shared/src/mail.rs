//! Mails: their kinds, and which of them a member can do without.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::Empty;
use crate::api::table::endpoints;
use crate::validate::{FieldErrors, Validate, field_error};
use crate::words::Text;

crate::codes::codes! {
    /// What a mail is about.
    MailKind in "mail_kind" {
        /// One's party has its seats.
        Confirmed = "confirmed",
        /// One's party is on the waiting list.
        Waiting = "waiting",
        /// Seats are offered to a party that waits.
        Offer = "offer",
        /// An offer passed on, was taken back, an organiser removed the member, or the member gave up seats.
        Ended = "ended",
        /// What an event says has changed.
        Changed = "changed",
        /// An event was called off.
        Cancelled = "cancelled",
        /// Seven days before an event.
        ReminderWeek = "reminder_week",
        /// A day before an event.
        ReminderDay = "reminder_day",
        /// An hour before an event.
        ReminderHour = "reminder_hour",
        /// After an event, with its report.
        ThankYou = "thank_you",
        /// A message of the organiser.
        Message = "message",
    }
}

impl MailKind {
    /// Kinds that a member can do without. The others are what one asked for by answering: whether one has a seat, and
    /// that the event is not what one said yes to any more. Who did not get them would stand before a closed door, or
    /// hold a seat that somebody waits for.
    pub const SWITCHABLE: [Self; 5] = [
        Self::ReminderWeek,
        Self::ReminderDay,
        Self::ReminderHour,
        Self::ThankYou,
        Self::Message,
    ];

    /// Whether a member can do without it.
    pub const fn is_switchable(self) -> bool {
        matches!(
            self,
            Self::ReminderWeek | Self::ReminderDay | Self::ReminderHour | Self::ThankYou | Self::Message
        )
    }
}

crate::codes::codes! {
    /// A part of an event that has changed.
    ChangedPart in "mail_changed" {
        /// What it is called.
        Title = "title",
        /// When it begins or ends, or the zone of the venue.
        Time = "time",
        /// Where it is.
        Place = "place",
        /// Where to go on the internet.
        Link = "link",
        /// Until when one can answer.
        Deadline = "deadline",
        /// Which ways of taking part there are, and how many seats.
        Seats = "seats",
        /// Anything else that it says.
        Texts = "texts",
    }
}

endpoints! { Rsvp;
    /// Which mails the caller wants, of those one can do without.
    GetMailChoices: Get "/api/me/mails" [Member] () Empty => MailChoices;
    /// Switches one kind of mails on or off.
    SetMailChoice: Put "/api/me/mails" [Member] () MailChoice => MailChoices;
}

/// Whether a member wants mails of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MailChoice {
    /// The kind.
    pub kind: MailKind,
    /// Whether they are sent.
    pub is_wanted: bool,
}

impl Validate for MailChoice {
    fn validate(&self) -> Result<(), FieldErrors> {
        if self.kind.is_switchable() {
            Ok(())
        } else {
            Err(field_error("kind", Text::new("invalid.mail_always_sent")))
        }
    }
}

/// Every kind that one can do without, in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MailChoices {
    /// The choices.
    pub choices: Vec<MailChoice>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_what_one_can_do_without_is_the_rule() {
        let listed: Vec<_> = MailKind::ALL
            .iter()
            .copied()
            .filter(|kind| kind.is_switchable())
            .collect();
        assert_eq!(listed, MailKind::SWITCHABLE);
        let confirmed = MailChoice {
            kind: MailKind::Confirmed,
            is_wanted: false,
        };
        assert!(confirmed.validate().is_err());
    }
}
