//! Answers to events: giving one, who else comes, tickets and the door, one's own calendar and mails.

pub mod answer;
pub mod door;
mod guests;
pub mod notices;
mod use_live;

pub use answer::AnswerPanel;
pub use door::{CheckInPanel, ticket_view};
pub use guests::guests;
pub use use_live::use_live;
