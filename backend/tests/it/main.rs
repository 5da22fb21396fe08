//! The single integration binary: stories through the real router, on SQLite, or on PostgreSQL when
//! `TEST_DATABASE_URL` names one.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod admin;
mod auth;
mod bad_input;
mod calendars;
mod commands;
mod contract;
mod demo;
mod directory;
mod events;
mod fuzz;
mod layout;
mod mail;
mod map;
mod migrations;
mod permissions;
mod privacy;
mod rsvp;
mod support;
