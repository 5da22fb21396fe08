//! Events of the club and the programme: the record of those that are past.

mod filter;
mod past_date;
mod past_event;

pub use filter::PastEventFilter;
pub use past_date::PastDate;
pub use past_event::{EventKind, EventMode, PastEvent, PastEventList};

use crate::api::table::endpoints;

endpoints! { Events;
    /// Past events with their sources, the latest first.
    ListPastEvents: Get "/api/events/past" [Public] () PastEventFilter => PastEventList;
}
