//! The fair clock: who is awake when, drawn, said and as a table.

mod panel;
mod said;
mod strip;
mod table;

pub use panel::FairPanel;
pub use said::proposal;
pub use strip::strip;
pub use table::table;

use shared::events::FairClock;
use yew::Callback;

use crate::words::Words;

/// The fair clock with what goes around it.
#[derive(Clone)]
pub struct Shown<'a> {
    /// The words of the page.
    pub words: &'a Words,
    /// The numbers.
    pub clock: &'a FairClock,
    /// How long the event is, in minutes.
    pub minutes: u32,
    /// The beginning that is typed, by its place, if it is on this day.
    pub chosen: Option<usize>,
    /// Called with the place of a slot that is to be the beginning.
    pub on_choose: Callback<usize>,
}
