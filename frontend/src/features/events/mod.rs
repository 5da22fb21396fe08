//! Events of the club and the programme: the record of those that are past, by year.

mod date_tile;
mod event_list;
mod event_row;
mod filters;
mod no_events;

pub use event_list::event_list;
pub use filters::filters;
pub use no_events::no_events;
