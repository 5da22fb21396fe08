//! What an event's entries look like from outside, whichever rule made them.

use std::collections::BTreeMap;

use shared::ids::MemberId;
use shared::rsvp::{Answer, Command, Pool, Register, Rules, Standing, UnixMillis, Why};

/// One member's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) member: MemberId,
    pub(crate) answer: Answer,
    pub(crate) companions: u8,
    pub(crate) standing: Standing,
    pub(crate) position: Option<u32>,
    pub(crate) is_placed: bool,
}

impl Row {
    pub(crate) fn people(&self) -> u32 {
        u32::from(self.companions) + 1
    }

    pub(crate) fn is_waiting_for(&self, pool: Pool) -> bool {
        self.standing == Standing::Waiting && self.answer.pool() == Some(pool)
    }

    pub(crate) fn is_seated_in(&self, pool: Pool) -> bool {
        let is_seated = matches!(self.standing, Standing::Confirmed | Standing::Offered { .. });
        is_seated && self.answer.pool() == Some(pool)
    }

    pub(crate) fn is_in(&self, pool: Pool) -> bool {
        self.is_waiting_for(pool) || self.is_seated_in(pool)
    }
}

/// All entries: those in a pool in the order in which they asked, then the others by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) rules: Rules,
    pub(crate) rows: Vec<Row>,
}

impl Picture {
    pub(crate) fn new(rules: Rules, mut rows: Vec<Row>) -> Self {
        let is_in_none = |row: &Row| !Pool::ALL.iter().any(|pool| row.is_in(*pool));
        rows.sort_by_key(|row| is_in_none(row).then_some(row.member));
        Self { rules, rows }
    }

    pub(crate) fn row(&self, member: MemberId) -> Option<&Row> {
        self.rows.iter().find(|row| row.member == member)
    }

    pub(crate) fn waiting(&self, pool: Pool) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.is_waiting_for(pool))
    }

    pub(crate) fn capacity(&self, pool: Pool) -> u32 {
        self.rules.capacity.get(pool).unwrap_or(u32::MAX)
    }

    pub(crate) fn taken(&self, pool: Pool) -> u32 {
        let seated = self.rows.iter().filter(|row| row.is_seated_in(pool));
        seated.map(Row::people).sum()
    }

    pub(crate) fn free(&self, pool: Pool) -> u32 {
        self.capacity(pool).saturating_sub(self.taken(pool))
    }
}

/// A rule that can be tried.
pub(crate) trait Subject {
    fn apply(&mut self, command: &Command, now: UnixMillis) -> Result<(), Why>;
    fn picture(&self) -> Picture;
    /// Forgets all but what stands in the table.
    fn restart(&mut self);
}

impl Subject for Register {
    fn apply(&mut self, command: &Command, now: UnixMillis) -> Result<(), Why> {
        Self::apply(self, command, now).verdict
    }

    fn picture(&self) -> Picture {
        let entries: BTreeMap<_, _> = self
            .entries()
            .map(|entry| ((entry.since, entry.member), entry))
            .collect();
        let rows = entries.values().map(|entry| Row {
            member: entry.member,
            answer: entry.answer,
            companions: entry.companions,
            standing: entry.standing,
            position: self.standing_of(entry.member).and_then(|own| own.position),
            is_placed: entry.is_placed,
        });
        Picture::new(*self.rules(), rows.collect())
    }
    fn restart(&mut self) {
        // The table has no order.
        let mut entries: Vec<_> = self.entries().copied().collect();
        entries.sort_unstable_by_key(|entry| entry.member);
        *self = Self::from_entries(*self.rules(), entries);
    }
}
