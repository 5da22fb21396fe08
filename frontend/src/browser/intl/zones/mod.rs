//! Clocks of the world as the browser knows them: its zones, its own one, and moments on their clocks.

#[cfg(not(target_arch = "wasm32"))]
mod plain;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use plain::{all, day_from_now, moment, month, month_and_day, name, own, span, time};
#[cfg(target_arch = "wasm32")]
pub use web::{all, day_from_now, moment, month, month_and_day, name, own, span, time};
