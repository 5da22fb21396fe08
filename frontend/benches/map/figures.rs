//! The figures of all rounds, and what limits them.

use super::hand::{Activity, Seen};
use super::report::{Report, median, percentile};
use super::trace::{Cost, kind_names};
use super::visit::Visit;

/// Milliseconds of one frame of the screen.
const FRAME: f64 = 16.7;
const CARD: f64 = 50.0;
const OPENED: f64 = 500.0;
const MEMBERS: f64 = 1.0;
const KILOBYTES: f64 = 45.0;
/// Of what the page written by hand takes.
const WORK_SHARE: f64 = 1.0;
const BYTES_SHARE: f64 = 0.5;

/// All visits to one page.
#[derive(Default)]
pub(crate) struct Rounds(Vec<Visit>);

/// One number of each round.
struct Spread(Vec<f64>);

impl Spread {
    fn middle(&self) -> f64 {
        median(&self.0)
    }

    /// The smallest and the largest.
    fn ends(&self) -> String {
        let smallest = percentile(&self.0, 0.0);
        format!(" ({smallest:.1}–{:.1})", percentile(&self.0, 1.0))
    }
}

impl Rounds {
    pub(crate) fn add(&mut self, visit: Visit) {
        self.0.push(visit);
    }

    fn each(&self, number: impl Fn(&Visit) -> f64) -> Spread {
        Spread(self.0.iter().map(number).collect())
    }

    fn p95(&self, place: usize, values: impl Fn(&Cost) -> &[f64]) -> Spread {
        self.each(|visit| {
            visit
                .costs
                .get(place)
                .map_or(f64::NAN, |cost| percentile(values(cost), 0.95))
        })
    }

    /// Means of one activity, and its longest frames.
    fn profile(&self, place: usize) -> String {
        let costs: Vec<&Cost> = self.0.iter().filter_map(|visit| visit.costs.get(place)).collect();
        let all = |frames: fn(&Cost) -> &[f64]| costs.iter().flat_map(|cost| frames(cost)).copied().collect::<Vec<_>>();
        let (work, rest) = (all(|cost| &cost.work), all(|cost| &cost.rest));
        let kinds = kind_names().map(|kind| {
            let sum = costs.iter().filter_map(|cost| cost.kinds.get(kind));
            let sum = sum.fold(0.0, |sum, part| sum + part);
            format!("{kind} {:.1}", sum / work.len().max(1) as f64)
        });
        let mut said = kinds.collect::<Vec<_>>().join(", ");
        said += &format!("; {} frames, longest {:.1}", work.len(), percentile(&work, 1.0));
        if !rest.is_empty() {
            said += &format!(", longest after the hand rests {:.1}", percentile(&rest, 1.0));
        }
        said
    }

    fn latency(&self, seen: impl Fn(&Visit) -> &[Seen]) -> Spread {
        self.each(|visit| percentile(&seen(visit).iter().map(|seen| seen.ms()).collect::<Vec<_>>(), 0.95))
    }
}

/// The server's answers about members.
pub(crate) fn members(report: &mut Report, (distinct, repeated): &(Vec<f64>, Vec<f64>)) {
    for (name, latencies) in [("distinct", distinct), ("repeated", repeated)] {
        let half = format!("; p50 {:.2}", median(latencies));
        report.at_most(
            &format!("members, {name} filters: p99, ms"),
            percentile(latencies, 0.99),
            MEMBERS,
            &half,
        );
    }
}

/// Everything measured in the browser.
pub(crate) fn pages(report: &mut Report, ours: &Rounds, theirs: &Rounds) {
    opening(report, ours, theirs);
    let hover = ours.latency(|visit| &visit.hover);
    report.at_most("hover: card, p95 ms", hover.middle(), CARD, &hover.ends());
    compared(report, "hover: card", &theirs.latency(|visit| &visit.hover));
    years(report, ours, theirs);
    for (place, activity) in Activity::ALL.iter().enumerate() {
        let name = activity.name();
        let (work, other) = (ours.p95(place, |cost| &cost.work), theirs.p95(place, |cost| &cost.work));
        report.at_most(
            &format!("{name}: work of a frame, p95 ms"),
            work.middle(),
            FRAME,
            &work.ends(),
        );
        compared(report, &format!("{name}: work of a frame"), &other);
        let share = work.middle() / other.middle();
        report.at_most(&format!("{name}: work of a frame, ours / d3"), share, WORK_SHARE, "");
        both(
            report,
            &format!("{name}: by the clock"),
            [ours, theirs],
            place,
            |cost| &cost.clock,
        );
        if matches!(activity, Activity::Pan | Activity::Zoom) {
            let name = format!("{name}: frame to frame");
            both(report, &name, [ours, theirs], place, |cost| &cost.intervals);
        }
    }
}

fn both(report: &mut Report, name: &str, pages: [&Rounds; 2], place: usize, values: fn(&Cost) -> &[f64]) {
    let figures = pages.map(|rounds| format!("{:.1}", rounds.p95(place, values).middle()));
    report.figure(&format!("{name}, p95 ms, ours and d3"), figures.join(", "));
}

fn compared(report: &mut Report, name: &str, theirs: &Spread) {
    report.figure(
        &format!("{name}, p95 ms, d3"),
        format!("{:.2}{}", theirs.middle(), theirs.ends()),
    );
}

fn opening(report: &mut Report, ours: &Rounds, theirs: &Rounds) {
    let sizes = [ours, theirs].map(|rounds| rounds.0.first().map(|visit| visit.frame).unwrap_or_default());
    let sizes = sizes.map(|(width, height)| format!("{width:.0} × {height:.0}"));
    report.figure("size of the map in pixels, ours and d3", sizes.join(", "));
    let drawn = ours.each(|visit| visit.drawn);
    report.at_most("opened on a warm shell, ms", drawn.middle(), OPENED, &drawn.ends());
    let drawn = theirs.each(|visit| visit.drawn);
    report.figure("opened, d3, ms", format!("{:.0}{}", drawn.middle(), drawn.ends()));
    let [brought, other] = [ours, theirs].map(|rounds| rounds.each(Visit::brought).middle());
    report.at_most("brought by opening the map, kB", brought / 1_000.0, KILOBYTES, "");
    report.figure("brought, d3, kB", format!("{:.1}", other / 1_000.0));
    report.at_most("brought, ours / d3", brought / other, BYTES_SHARE, "");
    let whole = brought + ours.each(|visit| visit.shell).middle();
    report.figure("brought with the shell, kB", format!("{:.1}", whole / 1_000.0));
}

fn years(report: &mut Report, ours: &Rounds, theirs: &Rounds) {
    for (name, rounds) in [("", ours), (", d3", theirs)] {
        let latency = rounds.latency(|visit| &visit.years);
        let seen: Vec<Seen> = rounds.0.iter().flat_map(|visit| &visit.years).copied().collect();
        let late = seen.iter().filter(|seen| !seen.is_in_one_frame()).count();
        let of = format!(" of {}", seen.len());
        if name.is_empty() {
            report.at_most("year: changes that take more than one frame", late as f64, 0.0, &of);
        } else {
            report.figure("year: changes that take more than one frame, d3", format!("{late}{of}"));
        }
        let latency = format!("{:.2}{}", latency.middle(), latency.ends());
        report.figure(&format!("year: from the hand to the screen, p95 ms{name}"), latency);
    }
}

/// What the time of a frame goes to, and the files that were fetched.
pub(crate) fn print_profile(ours: &Rounds, theirs: &Rounds) {
    println!("\nmilliseconds of a frame, mean of all rounds");
    for (place, activity) in Activity::ALL.iter().enumerate() {
        for (name, rounds) in [("ours", ours), ("d3", theirs)] {
            println!("{:<15} {name:<5} {}", activity.name(), rounds.profile(place));
        }
    }
    println!("\nbytes that opening the map brought");
    for rounds in [ours, theirs] {
        for (name, bytes) in rounds.0.first().map(|visit| visit.bytes.as_slice()).unwrap_or_default() {
            println!("{bytes:>8}  {name}");
        }
        println!();
    }
}
