//! Answers to events: tickets and the door.

mod door;

pub use door::{CheckInPanel, ticket_view};
