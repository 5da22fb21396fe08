//! One folder a feature, none of which knows another; pages put them together.

pub mod admin;
pub mod auth;
pub mod directory;
pub mod events;
pub mod map;
pub mod rsvp;
