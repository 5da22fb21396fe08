//! Clocks of the world as the browser knows them: its zones, its own one, and moments on their clocks.

#[cfg(not(target_arch = "wasm32"))]
mod plain;
mod renamed;
#[cfg(target_arch = "wasm32")]
mod web;

pub use renamed::former;

#[cfg(not(target_arch = "wasm32"))]
pub use plain::{
    all, brief, date, day, day_from_now, days_and_times, moment, name, name_at, offset, own, short, time, times,
};
#[cfg(target_arch = "wasm32")]
pub use web::{
    all, brief, date, day, day_from_now, days_and_times, moment, name, name_at, offset, own, short, time, times,
};
