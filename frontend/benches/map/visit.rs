//! One visit to a page: opening it, then everything the hand does there.

use std::fmt;

use super::Result;
use super::browser::Browser;
use super::hand::{self, Activity, Seen};
use super::report::percentile;
use super::tab::Tab;
use super::trace::{CATEGORIES, Cost, Trace};

/// A page that is measured.
pub(crate) struct Site {
    pub(crate) name: &'static str,
    origin: String,
    /// Whether the map is opened by a click from another page, which has brought the shell.
    has_shell: bool,
    /// True of what is there when the map has its colours.
    coloured: &'static str,
    /// How far the wheel turns to double the size.
    turn: f64,
}

/// What one visit has shown.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// Size of the map's frame in CSS pixels.
    pub(crate) frame: (f64, f64),
    /// Milliseconds until the map is drawn with its colours.
    pub(crate) drawn: f64,
    /// Files that opening the map brought, and their bytes.
    pub(crate) bytes: Vec<(String, f64)>,
    /// Bytes of the shell before.
    pub(crate) shell: f64,
    pub(crate) hover: Vec<Seen>,
    pub(crate) years: Vec<Seen>,
    /// In the order of [`Activity::ALL`].
    pub(crate) costs: Vec<Cost>,
}

impl Site {
    /// Our page, on the release server.
    pub(crate) fn ours(origin: String) -> Self {
        Self {
            name: "ours",
            origin,
            has_shell: true,
            coloured: "#world [data-code][data-shade]:not([data-shade=none])",
            turn: 300.0,
        }
    }

    /// The page written by hand.
    pub(crate) fn rival(origin: String) -> Self {
        Self {
            name: "d3",
            origin,
            has_shell: false,
            coloured: "#world [data-code][fill]",
            // d3-zoom takes ten times as much of a wheel that turns with the control key held.
            turn: 50.0,
        }
    }

    /// Opens the page and does everything there.
    pub(crate) fn visit(&self, browser: &mut Browser) -> Result<Visit> {
        let mut tab = Tab::open(browser)?;
        let (drawn, shell) = self.open(&mut tab)?;
        let bytes = settled_bytes(&mut tab)?;
        // Map and slider stand in the window together.
        tab.run("document.querySelector('.year-bar').scrollIntoView({ block: 'end', behavior: 'instant' })")?;
        settled_bytes(&mut tab)?;
        let frame = tab.ask("bench.frame()")?;
        let hover = hand::watch_hover(&mut tab)?;
        let years = hand::watch_years(&mut tab)?;
        tab.trace(&CATEGORIES)?;
        for activity in Activity::ALL {
            hand::act(&mut tab, activity, self.turn)?;
        }
        let trace = Trace::of(tab.traced()?)?;
        tab.close()?;
        Ok(Visit {
            frame,
            drawn,
            bytes,
            shell,
            hover,
            years,
            costs: Activity::ALL
                .into_iter()
                .map(|activity| trace.cost(activity))
                .collect::<Result<_>>()?,
        })
    }

    /// Milliseconds until the map is there, and the bytes of the shell that was there before.
    fn open(&self, tab: &mut Tab<'_>) -> Result<(f64, f64)> {
        let mut shell = 0.0;
        if self.has_shell {
            tab.go(&format!("{}/directory", self.origin))?;
            tab.until("document.querySelector('#main') && !document.querySelector('.skeleton, [aria-busy=true]')")?;
            let files = settled_bytes(tab)?;
            let files = files.iter().filter(|(name, _)| !name.starts_with("/api/"));
            shell = files.map(|(_, bytes)| bytes).sum();
            tab.slow_down()?;
            tab.click("a[href='/map']")?;
            tab.until("location.pathname === '/map'")?;
        } else {
            tab.slow_down()?;
            tab.go(&format!("{}/", self.origin))?;
        }
        let drawn: Option<f64> = tab.ask(&format!("bench.drawn('{}')", self.coloured))?;
        Ok((drawn.ok_or("the map gets no colours")?, shell))
    }
}

/// Bytes of everything that was fetched, as soon as nothing more comes.
fn settled_bytes(tab: &mut Tab<'_>) -> Result<Vec<(String, f64)>> {
    let mut before = Vec::new();
    loop {
        tab.run("new Promise((resolve) => setTimeout(resolve, 500))")?;
        let now: Vec<(String, f64)> = tab.ask("bench.bytes()")?;
        if now.len() == before.len() {
            return Ok(now);
        }
        before = now;
    }
}

impl Visit {
    /// What opening the map brought.
    pub(crate) fn brought(&self) -> f64 {
        self.bytes.iter().map(|(_, bytes)| bytes).sum()
    }
}

impl fmt::Display for Visit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "drawn {:.0} ms; work of a frame (by the clock), p95 ms",
            self.drawn
        )?;
        for (activity, cost) in Activity::ALL.iter().zip(&self.costs) {
            let [work, clock] = [&cost.work, &cost.clock].map(|times| percentile(times, 0.95));
            write!(formatter, ", {} {work:.1} ({clock:.1})", activity.name())?;
        }
        Ok(())
    }
}
