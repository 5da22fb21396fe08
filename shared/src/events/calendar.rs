//! The calendar of one's own answers: a feed under a secret address, which whoever has it can read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::instant::Instant;

/// Whether a member has a calendar of the own answers. Its address is not known any more: only its hash is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CalendarFeed {
    /// Since when the present address is good; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Instant>,
}

/// The new address of a calendar, told once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewCalendarFeed {
    /// The path at this site; a language can be added: `?language=ja`.
    pub path: String,
}
