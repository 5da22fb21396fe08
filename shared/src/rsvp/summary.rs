//! The counts that everybody may see.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PerPool;

/// Parties and the people in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// Answers.
    pub parties: u32,
    /// Members and their companions.
    pub people: u32,
}

impl Tally {
    pub(super) fn add(&mut self, people: u32) {
        self.parties = self.parties.saturating_add(1);
        self.people = self.people.saturating_add(people);
    }

    pub(super) fn remove(&mut self, people: u32) {
        self.parties = self.parties.saturating_sub(1);
        self.people = self.people.saturating_sub(people);
    }
}

/// The counts of one pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PoolSummary {
    /// Seats in all, for people; absent where there is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Who has seats.
    pub confirmed: Tally,
    /// Who is offered seats.
    pub offered: Tally,
    /// Who waits.
    pub waiting: Tally,
    /// Seats that are neither taken nor held; absent where there is no limit. While parties wait these are kept for
    /// them and not to be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<u32>,
    /// By how many people the pool is over its capacity, those with an offer included.
    pub over: u32,
}

/// The counts of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Of each pool.
    pub pools: PerPool<PoolSummary>,
    /// Members who do not know yet.
    pub maybe: u32,
    /// Members who cannot come.
    pub cannot: u32,
}
