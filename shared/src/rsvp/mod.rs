//! Who has a seat and who waits for one: the rule of answers and waiting lists, as one pure function.
//! No clock, no database: a [`Register`] holds one event's entries; [`Register::apply`] says what a command changes.
//!
//! # The rule in words
//! **Seats.** An event has two pools, the room and online, each with so many seats, or without a limit. Seats are for
//! people: a member with two companions is a party of three that gets three seats or waits for three together. Maybe
//! and cannot need none. A member has one entry at most: answering again changes it.
//!
//! **Who is seated.** A party that asks while seats for all of it are free and nobody waits for them has them at once.
//! Otherwise the wish is refused, or, if the member said so, it takes a place at the end of the pool's waiting list.
//!
//! **Who waits.** First come, first served, in each pool by itself. The position shown counts the parties that still
//! wait, from 1; parties with an offer do not count. One can leave at any time. A party that becomes smaller keeps its
//! place; one that becomes larger goes to the end, as a place kept for one person would otherwise be one for five.
//!
//! **Whose turn it is.** Seats that become free - somebody leaves, comes with fewer, lets an offer pass, or seats are
//! added - go to the list at once. Two seats are free and three people stand at its head: by the strict rule the seats
//! wait for the three, and nobody else gets them; if the organiser chose to *fill seats*, they go to the first party
//! further back that fits, and the three stay first. Only a party larger than the whole pool never holds others up.
//!
//! **Offers.** Whose turn it is gets an offer: the seats are held for a day, near the start for half of the time that
//! is left (half an hour at least), never past the start. Accepting confirms them. Declining, or silence until the end,
//! passes them on to the next, and the party waits no more; it can ask again, at the end. Whoever acts oneself needs no
//! offer: a party that makes itself small enough for what is free has its seats at once.
//!
//! **Changing.** Who has seats or an offer keeps them unless they are given up: coming with fewer is always granted.
//! Coming with more takes the additional seats if they are free and nobody waits for them. Where that is not so, and
//! where the other pool is full, the wish is **refused, which changes nothing**; the same wish with [`IfFull::Wait`]
//! gives up what one has and waits at the end of the list. From the deadline on one can only ask for less, accept and
//! decline; seats given back then still pass on until the event starts.
//!
//! **Organisers** put people in at any time before the end, over capacity too: the entry is marked. Removing a member
//! passes the seats on; removed members cannot join again. Fewer seats than people take nothing from those who have
//! seats or an offer; it is said by how many the pool is over, and nobody comes in until it is not.
//!
//! **The event.** A draft takes organisers' guests only. If it is cancelled, or a draft again, offers are taken back
//! and their parties keep their places; all entries stay. When it is past, answers do not change any more.

mod answer;
mod apply;
mod attendance;
mod command;
mod door;
mod entry;
mod line;
mod outcome;
mod own;
mod register;
mod rules;
mod seats;
mod summary;

pub use answer::{Answer, IfFull, PerPool, Pool, Wish};
pub use attendance::{Attendee, AttendeeList, Guest, GuestList, PlaceInput};
pub use command::Command;
pub use door::{CheckInInput, CheckInOutcome, DoorGuest, DoorList, MAX_SCANS, Scan, ScanResult, ScanVerdict};
pub use door::{Ticket, ticket_code};
pub use entry::{Entry, Standing};
pub use outcome::{Change, News, Notice, Outcome, Why};
pub use own::{AttendanceAudience, Fellowship, OwnRsvp, OwnStanding, RsvpDetails, RsvpInput, RsvpState, SHOWN_FOR_MS};
pub use register::Register;
pub use rules::{EventState, Hold, Rules, UnixMillis};
pub use summary::{PoolSummary, Summary, Tally};

use crate::api::Empty;
use crate::api::table::endpoints;
use crate::ids::{EventId, MemberId};

endpoints! { Rsvp;
    /// One's own answer and the counts as they are now.
    GetRsvp: Get "/api/events/{event_id}/rsvp" [Public] (EventId) Empty => RsvpState;
    /// What belongs to one's own answer besides seats; as if shown to organisers alone where none was given.
    GetRsvpDetails: Get "/api/events/{event_id}/rsvp/details" [Member] (EventId) Empty => RsvpDetails;
    /// Answers an invitation, or changes the answer. The same `Idempotency-Key` gives the same outcome.
    SetRsvp: Put "/api/events/{event_id}/rsvp" [Member] (EventId) RsvpInput => RsvpState;
    /// Takes the answer back, as if none had been given.
    WithdrawRsvp: Delete "/api/events/{event_id}/rsvp" [Member] (EventId) Empty => RsvpState;
    /// Takes the seats that are offered.
    AcceptOffer: Post "/api/events/{event_id}/rsvp/accept" [Member] (EventId) Empty => RsvpState;
    /// Lets the offer pass to the next.
    DeclineOffer: Post "/api/events/{event_id}/rsvp/decline" [Member] (EventId) Empty => RsvpState;
    /// Who comes, as far as each of them lets the caller know.
    ListGuests: Get "/api/events/{event_id}/guests" [Member] (EventId) Empty => GuestList;
    /// Everybody who answered, for organisers.
    ListAttendees: Get "/api/organiser/events/{event_id}/attendees" [Coordinator] (EventId) Empty => AttendeeList;
    /// Puts a member in, over capacity too; it is logged and can be seen.
    PlaceAttendee: Post "/api/organiser/events/{event_id}/attendees" [Coordinator] (EventId) PlaceInput => AttendeeList;
    /// One's own ticket.
    GetTicket: Get "/api/events/{event_id}/ticket" [Member] (EventId) Empty => Ticket;
    /// Everybody who may come in, with their tickets, for the door.
    GetDoor: Get "/api/organiser/events/{event_id}/door" [Coordinator] (EventId) Empty => DoorList;
    /// Takes in tickets that were looked at, perhaps some time ago; a ticket that was checked before stays so.
    CheckIn: Post "/api/organiser/events/{event_id}/check-ins" [Coordinator] (EventId) CheckInInput => CheckInOutcome;
    /// Removes a member, who cannot join again.
    RemoveAttendee: Delete "/api/organiser/events/{event_id}/attendees/{member_id}" [Coordinator] (EventId, MemberId) Empty => AttendeeList;
}
