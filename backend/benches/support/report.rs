//! The figures with their bounds.

/// Figures in the order they were measured.
#[derive(Debug, Default)]
pub(crate) struct Report {
    lines: Vec<(String, String, String)>,
    is_missed: bool,
}

impl Report {
    /// A figure without a bound, or with one in words.
    pub(crate) fn figure(&mut self, name: &str, value: String, wanted: &str) {
        println!("{name}: {value}");
        self.lines.push((name.into(), value, wanted.into()));
    }

    /// A figure that must not be larger.
    pub(crate) fn at_most(&mut self, name: &str, value: f64, bound: f64) {
        self.bounded(name, value, format!("≤ {bound}"), value <= bound);
    }

    /// A figure that must not be smaller.
    pub(crate) fn at_least(&mut self, name: &str, value: f64, bound: f64) {
        self.bounded(name, value, format!("≥ {bound}"), value >= bound);
    }

    fn bounded(&mut self, name: &str, value: f64, wanted: String, is_met: bool) {
        self.is_missed |= !is_met;
        let mark = if is_met { "" } else { "  MISSED" };
        self.figure(name, format!("{value:.2}"), &format!("{wanted}{mark}"));
    }

    /// Whether every bound is met.
    pub(crate) fn is_met(&self) -> bool {
        !self.is_missed
    }

    /// Prints all figures as a table.
    pub(crate) fn print(&self) {
        println!();
        for (name, value, wanted) in &self.lines {
            println!("{name:<58} {value:>24}  {wanted}");
        }
    }
}
