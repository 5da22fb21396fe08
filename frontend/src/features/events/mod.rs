//! Events: those of the club, and the record of past ones by year.

mod club;
mod date_tile;
mod event_list;
mod event_row;
mod filters;
mod no_events;
pub mod organising;

pub use club::{calendar_buttons, club_filters, club_list, event_banner, event_clocks, event_facts, event_text};
pub use club::{feed_links, next_row, report_view, seats_bar};
pub use event_list::event_list;
pub use filters::filters;
pub use no_events::no_events;
