//! Events: those of the club to come and past, the page of one of them, and the record of past ones by year.

mod date_tile;
mod detail;
mod event_list;
mod event_row;
mod filters;
mod near;
mod next_list;
mod no_events;
pub mod organising;
mod own_badge;
mod summary_list;
mod summary_row;
mod tabs;

pub use detail::{banner, calendar_buttons, description, event_clocks, facts, feed_links, heading, report, seats};
pub use event_list::event_list;
pub use filters::{Choices, filters};
pub use near::{Whereabouts, near_button, use_whereabouts};
pub use next_list::next_list;
pub use no_events::no_events;
pub use summary_list::{flat_list, summary_list};
pub use tabs::tabs;
