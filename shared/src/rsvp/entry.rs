//! What is kept of one member's answer: a row of the table.

use super::{Answer, Pool, UnixMillis};
use crate::ids::MemberId;

/// What an answer has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Has its seats.
    Confirmed,
    /// Is on the waiting list.
    Waiting,
    /// Seats are held for it.
    Offered {
        /// Until when, in milliseconds since 1970; at that very moment the offer has ended.
        until: UnixMillis,
    },
    /// Let an offer pass, by declining it or by silence, and waits no more. May ask again.
    Passed,
    /// Needs no seat: maybe, or cannot.
    Noted,
    /// Was removed by an organiser and cannot join again.
    Removed,
}

/// One member's entry for one event. There is never more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose it is.
    pub member: MemberId,
    /// What was answered.
    pub answer: Answer,
    /// People who come along.
    pub companions: u8,
    /// What the answer has come to.
    pub standing: Standing,
    /// The number drawn when the party asked for its seats: who has a smaller one came first. Numbers of an event only
    /// grow and are never rewritten, so that a place in the waiting list is counted and not stored. 0 for those who
    /// neither have seats nor wait for any.
    pub since: u64,
    /// Whether an organiser put the party in, free seats or not.
    pub is_placed: bool,
}

impl Entry {
    /// An entry without seats.
    pub(super) const fn without_seats(member: MemberId, answer: Answer, standing: Standing) -> Self {
        Self {
            member,
            answer,
            companions: 0,
            standing,
            since: 0,
            is_placed: false,
        }
    }

    /// How many people the party is, the member included.
    pub fn people(&self) -> u32 {
        u32::from(self.companions) + 1
    }

    /// The pool in which the party has seats, is offered some, or waits.
    pub const fn pool(&self) -> Option<Pool> {
        match self.standing {
            Standing::Confirmed | Standing::Waiting | Standing::Offered { .. } => self.answer.pool(),
            Standing::Passed | Standing::Noted | Standing::Removed => None,
        }
    }

    /// The pool in which seats are the party's or held for it.
    pub const fn seated_in(&self) -> Option<Pool> {
        match self.standing {
            Standing::Waiting => None,
            _ => self.pool(),
        }
    }
}
