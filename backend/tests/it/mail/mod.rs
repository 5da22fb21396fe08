//! Mails: what they say, that they are true when they are sent, and that each is sent once.

mod delivery;
mod dying;
mod headers;
mod killed;
mod letters;
mod recorder;
mod reminders;
mod rows;
mod secure;
mod sink;
pub(crate) mod stage;
mod truth;
mod unsubscribe;
