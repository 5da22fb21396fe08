//! A keystroke shows its rows within a tenth of a second, in the browser's own trace.

use serde_json::json;

use crate::support::{DESKTOP, Page, walk_alone};

/// Typed letter by letter, each time waiting for its rows.
const TYPED: &str = "nguyen an";
const LIMIT_MS: f64 = 100.0;

const DURATIONS: &str = "return performance.getEntriesByName('directory-rows').map((entry) => entry.duration)";

#[tokio::test]
async fn a_keystroke_shows_rows_within_a_tenth_of_a_second() {
    walk_alone(DESKTOP, async |page: &Page| {
        page.visit("/directory").await;
        page.press_at("#search").await;
        for (place, letter) in TYPED.chars().enumerate() {
            page.keys(letter.to_string()).await;
            let measured = "return performance.getEntriesByName('directory-rows').length > arguments[0]";
            let otherwise = format!("the rows of letter {} were not noted", place + 1);
            page.until(&otherwise, measured, &[json!(place)]).await;
        }
        let durations = page.js(DURATIONS, &[]).await;
        let mut durations: Vec<f64> = serde_json::from_value(durations).unwrap();
        assert_eq!(durations.len(), TYPED.chars().count(), "one note for every keystroke");
        report(&durations);
        durations.sort_by(f64::total_cmp);
        let median = durations[durations.len() / 2];
        assert!(median < LIMIT_MS, "the median of {durations:.1?} is {median:.1} ms");
    })
    .await;
}

#[expect(
    clippy::print_stdout,
    reason = "the figures are worth reading when the walk passes, too"
)]
fn report(durations: &[f64]) {
    println!("from each keystroke to its rows, in ms: {durations:.1?}");
}
