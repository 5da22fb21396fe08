//! One folder a feature, the same names as everywhere. A feature calls another only through its `service`.

pub mod admin;
pub mod auth;
pub mod directory;
pub mod events;
pub mod map;
pub mod rsvp;
