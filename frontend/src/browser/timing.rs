//! The device's clock, and marks for the browser's own trace: from a keystroke to the rows it found.

use std::cell::Cell;

use shared::instant::Instant;
use web_sys::Performance;

/// Now, by the device's clock.
pub fn now() -> Instant {
    // Whole milliseconds, far from the largest that can be told apart.
    Instant::from_millis(js_sys::Date::now() as i64)
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
