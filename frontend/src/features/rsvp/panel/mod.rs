//! Answering an invitation, and who else comes.

mod answers;
mod form;
mod guests;
mod said;
mod use_answer;

pub use answers::RsvpPanel;
pub use guests::guest_list;
