//! What a command has led to: which rows to write, whom to tell what.

use super::{Entry, PerPool, UnixMillis};
use crate::ids::MemberId;

crate::codes::codes! {
    /// Why a command was refused. Nothing of the member's has changed then.
    Why in "rsvp_refused" {
        /// The event is not published yet.
        NotPublished = "not_published",
        /// The event was called off.
        Cancelled = "cancelled",
        /// The event is over.
        Past = "past",
        /// The deadline has passed: nobody can ask for more than they have.
        DeadlinePassed = "deadline_passed",
        /// An organiser removed the member.
        Removed = "removed",
        /// More companions than the event allows.
        TooManyCompanions = "too_many_companions",
        /// The event cannot be attended in this way.
        NotOnOffer = "not_on_offer",
        /// More people than the pool has seats in all: the party could only wait for ever.
        PartyTooLarge = "party_too_large",
        /// Not enough seats are free, or others wait for them; the same wish with `wait` takes a place in the list.
        NotEnoughSeats = "not_enough_seats",
        /// There is no offer.
        NoOffer = "no_offer",
        /// There was an offer, but it has ended.
        OfferEnded = "offer_ended",
    }
}

/// A row to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whose entry changed.
    pub member: MemberId,
    /// The entry as it is now; absent where the row is to be deleted.
    pub entry: Option<Entry>,
}

/// What somebody is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Who.
    pub to: MemberId,
    /// What.
    pub news: News,
}

/// What happened to somebody's answer. Those who did it themselves are told too: it is their receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// The party has its seats.
    Confirmed,
    /// The party waits.
    Waiting {
        /// Its place among those who wait in the pool, the first being 1.
        position: u32,
    },
    /// Seats are held for the party.
    Offered {
        /// Until when.
        until: UnixMillis,
    },
    /// The offer was declined or not answered in time, and has passed on.
    OfferPassed,
    /// The event has stopped and the offer with it; the party keeps its place.
    OfferTakenBack,
    /// An organiser removed the member.
    Removed,
}

/// What a command has led to. Offers that were due have ended and seats have been passed on even where the command
/// itself was refused, so that changes and notices count in either case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether the command was obeyed, or why not.
    pub verdict: Result<(), Why>,
    /// All entries that differ from before, each once, and no others.
    pub changed: Vec<Change>,
    /// What is to be told to whom.
    pub notices: Vec<Notice>,
    /// By how many people each pool is over its capacity now.
    pub over: PerPool<u32>,
}
