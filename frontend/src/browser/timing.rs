//! The device's clock; what waits; and marks for the browser's own trace: from a keystroke to the rows it found.

use std::cell::Cell;

pub use gloo::timers::callback::Timeout;
use shared::instant::Instant;
use web_sys::Performance;

/// Now, by the device's clock.
pub fn now() -> Instant {
    // Whole milliseconds, far from the largest that can be told apart.
    Instant::from_millis(js_sys::Date::now() as i64)
}

/// Does something after so many milliseconds, unless the answer is dropped before.
pub fn after(milliseconds: u32, action: impl FnOnce() + 'static) -> Timeout {
    // In one form for all: the main module carries what the browser calls of each.
    fn boxed(milliseconds: u32, action: Box<dyn FnOnce()>) -> Timeout {
        Timeout::new(milliseconds, action)
    }
    boxed(milliseconds, Box::new(action))
}

const MARK: &str = "keystroke";
const MEASURE: &str = "directory-rows";

thread_local! {
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

fn performance() -> Option<Performance> {
    super::window()?.performance()
}

/// Notes a keystroke in the search field.
pub fn keystroke() {
    if let Some(performance) = performance() {
        drop(performance.mark(MARK));
        WAITING.set(true);
    }
}

/// Notes that the rows of the last keystroke are there, in the frame that paints them.
pub fn rows_shown() {
    if !WAITING.replace(false) {
        return;
    }
    super::scroll::frame(|| {
        if let Some(performance) = performance() {
            drop(performance.measure_with_start_mark(MEASURE, MARK));
        }
    });
}
