//! The server: HTTP at the edge, features in the middle, entities at the bottom. `main.rs` only reads the command line.

pub mod app;
pub mod calendar;
pub mod client;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod entity;
pub mod error;
pub mod features;
pub mod feed;
pub mod http;
mod live;
mod log;
pub mod mail;
pub mod migration;
pub mod run;
mod ticks;
mod words;

pub use http::router;
