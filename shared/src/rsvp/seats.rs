//! One pool: who has seats, for whom seats are held, who waits, and whose turn it is.

use super::line::{Line, Place};
use super::summary::{PoolSummary, Tally};
use super::{Entry, Standing};
use crate::ids::MemberId;

#[derive(Clone, Debug, Default)]
pub(super) struct Seats {
    pub(super) capacity: Option<u32>,
    /// Whether smaller parties may take what the ones before them do not fit into.
    pub(super) fills: bool,
    confirmed: Tally,
    offered: Tally,
    line: Line,
}

impl Seats {
    /// Counts a party of this pool in, as its standing says.
    pub(super) fn enter(&mut self, entry: &Entry) {
        let (key, people) = ((entry.since, entry.member), entry.people());
        match entry.standing {
            Standing::Confirmed => self.confirmed.add(people),
            Standing::Offered { .. } => {
                self.offered.add(people);
                self.line.set(key, people, Place::Held);
            }
            Standing::Waiting => self.line.set(key, people, Place::Waiting),
            Standing::Passed | Standing::Noted | Standing::Removed => {}
        }
    }

    /// Undoes [`Seats::enter`].
    pub(super) fn leave(&mut self, entry: &Entry) {
        let people = entry.people();
        match entry.standing {
            Standing::Confirmed => self.confirmed.remove(people),
            Standing::Offered { .. } => self.offered.remove(people),
            Standing::Waiting | Standing::Passed | Standing::Noted | Standing::Removed => {}
        }
        self.line.set((entry.since, entry.member), people, Place::Gone);
    }

    /// Whose turn it is: the first party that the free seats are for, if they are enough for it.
    ///
    /// Seats are filled: the first party that fits. Otherwise: the first party, which holds up all others until it
    /// fits; except one that is larger than the whole pool, which would hold them up for ever.
    pub(super) fn next(&self) -> Option<MemberId> {
        let first = self.line.first(self.limit())?;
        let fits = self.line.first(self.free()) == Some(first);
        fits.then_some(first.1)
    }

    /// Whether so many seats are free and nobody waits for them.
    pub(super) fn gives(&self, people: u32) -> bool {
        people <= self.free() && self.line.first(self.limit()).is_none()
    }

    /// By how many people the pool is over its capacity.
    pub(super) fn over(&self) -> u32 {
        self.capacity
            .map_or(0, |capacity| self.taken().saturating_sub(capacity))
    }

    /// A party's place among those who wait, the first being 1.
    pub(super) fn position(&self, entry: &Entry) -> Option<u32> {
        self.line.position((entry.since, entry.member))
    }

    /// The members who wait, in order.
    pub(super) fn waiting(&self) -> impl Iterator<Item = MemberId> + '_ {
        self.line.members()
    }

    /// The counts for everybody.
    pub(super) fn summary(&self) -> PoolSummary {
        PoolSummary {
            capacity: self.capacity,
            confirmed: self.confirmed,
            offered: self.offered,
            waiting: self.line.waiting(),
            free: self.capacity.map(|_| self.free()),
            over: self.over(),
        }
    }

    fn taken(&self) -> u32 {
        self.confirmed.people.saturating_add(self.offered.people)
    }

    /// Without a capacity there is always room.
    fn free(&self) -> u32 {
        self.capacity
            .map_or(u32::MAX, |capacity| capacity.saturating_sub(self.taken()))
    }

    /// The largest party that free seats may be for.
    fn limit(&self) -> u32 {
        if self.fills {
            self.free()
        } else {
            self.capacity.unwrap_or(u32::MAX)
        }
    }
}
