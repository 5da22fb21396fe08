//! The organiser's desk: what was typed, what of it is saved, and how saving goes.

mod state;
#[cfg(test)]
mod tests;
mod typed;
mod use_desk;

pub(super) use state::{Desk, Phase};
pub use typed::kept_draft;
pub(super) use use_desk::{DeskHandle, use_desk};
