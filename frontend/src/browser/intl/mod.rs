//! Names, numbers, dates and plurals as the browser's `Intl` says them. Native builds, which only draw
//! views for snapshots, get plain English-like forms instead.

pub mod zones;

#[cfg(not(target_arch = "wasm32"))]
mod plain;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use plain::{
    compare, date, days_away, language_name, month, number, ordinal, plural, region_name, short_month, short_number,
};
#[cfg(target_arch = "wasm32")]
pub use web::{
    compare, date, days_away, language_name, month, number, ordinal, plural, region_name, short_month, short_number,
};
