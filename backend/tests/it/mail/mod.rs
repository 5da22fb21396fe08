//! Mails: what they say, that they are true when they are sent, and that each is sent once.

mod delivery;
mod headers;
mod killed;
mod letters;
mod reminders;
mod sink;
pub(crate) mod stage;
mod truth;
mod unsubscribe;
