//! The contract between the page and the server: every endpoint, every wire type and every rule
//! that both sides must agree on. No input or output, no clock, no database, no web framework.

#![warn(missing_docs)]

pub mod api;
pub mod codes;
pub mod fields;
pub mod ids;
pub mod instant;
pub mod validate;
pub mod wire;
pub mod words;

pub mod admin;
pub mod auth;
pub mod directory;
pub mod events;
pub mod mail;
pub mod map;
pub mod rsvp;
