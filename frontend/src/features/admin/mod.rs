//! What belongs to running the club and to no other feature: the outbox of the demonstration.

mod outbox_list;
mod outbox_mail;

pub use outbox_list::outbox_list;
pub use outbox_mail::outbox_mail;
