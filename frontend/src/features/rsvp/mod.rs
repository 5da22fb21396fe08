//! Answers to events: the panel where one answers, who comes, tickets and the door.

mod door;
mod panel;

pub use door::{CheckInPanel, ticket_view};
pub use panel::{RsvpPanel, guest_list};
