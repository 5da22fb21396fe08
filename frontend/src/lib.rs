//! The page of Sakura Science Club. `app` puts together what the other modules offer; the order below is
//! the reading order, and a module may use only what stands above it (see README.md).

pub mod browser;
pub mod words;

pub mod routes;
pub mod ui;

pub mod api;
pub mod forms;
pub mod layout;

pub mod features;
pub mod pages;

pub mod app;
