//! What an organiser decides about an event's seats, and what follows from it for a moment.

use serde::{Deserialize, Serialize};

use super::{PerPool, Pool, Why};

/// An instant: milliseconds since 1970-01-01T00:00:00Z, as the database keeps it.
pub type UnixMillis = i64;

const HOUR: i64 = 60 * 60 * 1000;

crate::codes::codes! {
    /// How far an event has come. That it is past is a matter of the clock and no state.
    EventState in "event_state" {
        /// Being prepared: members do not see it, organisers may already put people in.
        Draft = "draft",
        /// Open to answers.
        Published = "published",
        /// Called off: entries stay for the record.
        Cancelled = "cancelled",
    }
}

/// How long freed seats are held for a party that they are offered to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// At most so long, in milliseconds.
    pub longest_ms: i64,
    /// At least so long, in milliseconds, even where that is more than half of the time that is left; but never past
    /// the end of all offers.
    pub shortest_ms: i64,
}

impl Default for Hold {
    /// A day at most, half an hour at least.
    fn default() -> Self {
        Self {
            longest_ms: 24 * HOUR,
            shortest_ms: HOUR / 2,
        }
    }
}

/// All that an organiser decides about an event's seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How far the event has come.
    pub state: EventState,
    /// Seats for people in each pool; absent means as many as come, 0 that this way of taking part is not on offer.
    pub capacity: PerPool<Option<u32>>,
    /// How many people a member may bring along.
    pub companions_max: u8,
    /// Whether smaller parties further back may take seats that the parties before them do not fit into.
    pub fill_seats: bool,
    /// How long an offer is held.
    pub hold: Hold,
    /// From when on nobody can ask for more than they have; the start where absent.
    pub deadline: Option<UnixMillis>,
    /// When the event starts.
    pub starts_at: UnixMillis,
    /// From when on the event is past and its record closed.
    pub ends_at: UnixMillis,
}

impl Rules {
    /// From when on nobody can ask for more than they have.
    pub fn closes_at(&self) -> UnixMillis {
        self.deadline.unwrap_or(self.starts_at).min(self.ends_at)
    }

    /// From when on no seats are offered any more: the start, or the deadline where that is later. Not an earlier
    /// deadline: seats that are given back after it still go to those who wait.
    pub fn offers_end_at(&self) -> UnixMillis {
        self.starts_at.max(self.closes_at()).min(self.ends_at)
    }

    /// Whether seats are offered to those who wait.
    pub fn has_offers(&self, now: UnixMillis) -> bool {
        self.state == EventState::Published && now < self.offers_end_at()
    }

    /// Until when seats offered now are held: the longest hold, but not more than half of the time that is left, but
    /// not less than the shortest hold, and never past the end of offers.
    pub fn held_until(&self, now: UnixMillis) -> UnixMillis {
        let left = self.offers_end_at().saturating_sub(now).max(1);
        let wanted = self.hold.longest_ms.min(left / 2);
        now.saturating_add(wanted.max(self.hold.shortest_ms).clamp(1, left))
    }

    /// Whether members can change anything now.
    ///
    /// # Errors
    /// Why they cannot.
    pub fn admit(&self, now: UnixMillis) -> Result<(), Why> {
        match self.state {
            EventState::Draft => Err(Why::NotPublished),
            EventState::Cancelled => Err(Why::Cancelled),
            EventState::Published if now >= self.ends_at => Err(Why::Past),
            EventState::Published => Ok(()),
        }
    }

    /// Whether a party that has no seats yet may ask for some now, were any free.
    ///
    /// # Errors
    /// Why it may not.
    pub fn admit_party(&self, pool: Pool, companions: u8, now: UnixMillis) -> Result<(), Why> {
        let capacity = *self.capacity.get(pool);
        if now >= self.closes_at() {
            Err(Why::DeadlinePassed)
        } else if companions > self.companions_max {
            Err(Why::TooManyCompanions)
        } else if capacity == Some(0) {
            Err(Why::NotOnOffer)
        } else if capacity.is_some_and(|seats| u32::from(companions) + 1 > seats) {
            Err(Why::PartyTooLarge)
        } else {
            Ok(())
        }
    }
}
