//! Events of the club as members see them: lists, facts, clocks, calendars, reports.

mod calendars;
mod clocks;
mod facts;
mod filters;
mod list;
mod report;
mod row;
mod seats;

pub use calendars::{calendar_buttons, feed_links};
pub use clocks::event_clocks;
pub use facts::{event_banner, event_facts, event_text};
pub use filters::club_filters;
pub use list::club_list;
pub use report::report_view;
pub use row::next_row;
pub use seats::seats_bar;
