//! The single integration binary: stories through the real router, on SQLite, or on PostgreSQL when
//! `TEST_DATABASE_URL` names one.

mod auth;
mod bad_input;
mod contract;
mod demo;
mod directory;
mod layout;
mod migrations;
mod privacy;
mod support;
