//! What every story needs: an app of its own, actors who call it, and factories that state the past.

mod actor;
mod app;
mod binary;
mod events;
mod factory;
mod python;
mod server;

pub(crate) use actor::{Actor, Answer};
pub(crate) use app::{TestApp, empty_database};
pub(crate) use binary::{club, migrated, run};
pub(crate) use events::{DAY, EventFactory, HOUR};
pub(crate) use factory::{ExchangeFactory, MemberFactory};
pub(crate) use python::{python, python_module};
pub(crate) use server::Server;
