//! The figures with their limits.

/// Figures in the order they were measured.
#[derive(Debug, Default)]
pub(crate) struct Report(Vec<(String, String, String)>);

impl Report {
    /// A figure without a limit.
    pub(crate) fn figure(&mut self, name: &str, value: String) {
        self.0.push((name.into(), value, String::new()));
    }

    /// A figure that must not be larger; `rounds` says how it came about.
    pub(crate) fn at_most(&mut self, name: &str, value: f64, limit: f64, rounds: &str) {
        let mark = if value <= limit { "met" } else { "MISSED" };
        self.0
            .push((name.into(), format!("{value:.2}{rounds}"), format!("≤ {limit}  {mark}")));
    }

    /// Prints all figures as a table.
    pub(crate) fn print(&self) {
        println!();
        for (name, value, wanted) in &self.0 {
            println!("{name:<58} {value:>30}  {wanted}");
        }
    }
}

/// The value that this share of all values does not exceed.
pub(crate) fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// The middle one.
pub(crate) fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}
