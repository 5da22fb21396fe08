//! The map's page: its numbers against the server's, and what keys, mouse and fingers do on it.

mod address;
mod changes;
mod charts;
mod files;
mod keyboard;
mod missing;
mod numbers;
mod pointer;
mod shapes;
mod small;
mod table;
mod tiles;
mod touch;
mod years;

use shared::map::MapView;

/// Choices that differ in what is known of them: exact, in part, planned, rounded, zero, nothing.
pub(crate) const CHOICES: [&str; 12] = [
    "",
    "year=2014",
    "year=2014&scope=open_application_first_selection",
    "year=2015",
    "year=2016",
    "year=2017&scope=high_school",
    "year=2018&scope=supporters",
    "year=2020",
    "year=2020&scope=high_school",
    "year=2022",
    "scope=open_application",
    "scope=direct_invitation",
];

/// The views of all choices, with or without the illustration.
pub(crate) fn choices(is_illustrated: bool) -> impl Iterator<Item = MapView> {
    CHOICES.iter().map(move |query| MapView {
        illustration: (!is_illustrated).then_some(false),
        ..MapView::from_query(query)
    })
}
