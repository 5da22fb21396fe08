//! What the hand does, the same on both pages. Input leaves at its planned moments, whether the page keeps up or not.

use std::thread;
use std::time::{Duration, Instant};

use serde::Deserialize;

use super::Result;
use super::tab::{Place, Tab};

/// A mouse tells where it is 125 times a second; a wheel turns in every frame.
const MOUSE: Duration = Duration::from_millis(8);
const WHEEL: Duration = Duration::from_micros(16_667);
/// How long panning takes, and zooming in and then out again.
const SECONDS: Duration = Duration::from_secs(2);
/// Territories that are pointed at, and for how long each; the same for every place of the slider.
const TERRITORIES: usize = 60;
const STAY: Duration = Duration::from_millis(80);
const YEAR_STAY: Duration = Duration::from_millis(160);
/// Eleven years are played, the first at once and each other one 1.1 s later; the play ends 1.1 s after the last.
const PLAYED: Duration = Duration::from_millis(11_600);
/// After the hand rests, until the page has done what it does then.
const REST: Duration = Duration::from_millis(600);
const PLAY_REST: Duration = Duration::from_millis(3_000);
/// Doublings of the map's size by one turn of the wheel; forty of them are as near as one gets.
const DOUBLINGS: f64 = 0.08;

const SLIDER: &str = ".year-bar input[type=range]";
const OFF: Place = (4.0, 4.0);

/// What the hand does while the page is traced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activity {
    Pan,
    Zoom,
    Hover,
    Play,
}

impl Activity {
    /// In the order in which they are done: the map is whole until it is zoomed.
    pub(crate) const ALL: [Self; 4] = [Self::Hover, Self::Play, Self::Zoom, Self::Pan];

    /// Its marks in the trace, and its name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Pan => "pan",
            Self::Zoom => "zoom",
            Self::Hover => "hover",
            Self::Play => "play the years",
        }
    }
}

/// Does it, between two marks in the trace; a third one says when the hand rested.
pub(crate) fn act(tab: &mut Tab<'_>, activity: Activity, turn: f64) -> Result<()> {
    let middle = middle(tab)?;
    if activity == Activity::Pan {
        // Near enough to have room on all sides.
        tab.mouse("mouseMoved", middle, false)?;
        every(WHEEL, 25, |_| tab.wheel(middle, -turn * DOUBLINGS))?;
        thread::sleep(REST);
    }
    mark(tab, activity, "begins")?;
    match activity {
        Activity::Pan => pan(tab, middle)?,
        Activity::Zoom => zoom(tab, middle, turn)?,
        Activity::Hover => hover(tab)?,
        Activity::Play => {
            tab.click(".year-play")?;
            thread::sleep(PLAYED);
        }
    }
    mark(tab, activity, "rests")?;
    thread::sleep(if activity == Activity::Play { PLAY_REST } else { REST });
    mark(tab, activity, "ends")
}

fn mark(tab: &mut Tab<'_>, activity: Activity, moment: &str) -> Result<()> {
    tab.run(&format!("performance.mark('{} {moment}')", activity.name()))
}

fn middle(tab: &mut Tab<'_>) -> Result<Place> {
    tab.ask("bench.middle('#world')")
}

fn pan(tab: &mut Tab<'_>, middle: Place) -> Result<()> {
    tab.mouse("mousePressed", middle, true)?;
    let steps = count(SECONDS, MOUSE);
    every(MOUSE, steps, |step| {
        let turned = f64::from(step) / f64::from(steps) * std::f64::consts::TAU;
        let place = (middle.0 + 200.0 * turned.sin(), middle.1 + 100.0 * (2.0 * turned).sin());
        tab.mouse("mouseMoved", place, true)
    })?;
    tab.mouse("mouseReleased", middle, false)
}

fn zoom(tab: &mut Tab<'_>, middle: Place, turn: f64) -> Result<()> {
    tab.mouse("mouseMoved", middle, false)?;
    let steps = count(SECONDS, WHEEL);
    every(WHEEL, steps, |step| {
        let direction = if step < steps / 2 { -1.0 } else { 1.0 };
        tab.wheel(middle, direction * turn * DOUBLINGS)
    })
}

fn hover(tab: &mut Tab<'_>) -> Result<()> {
    tab.mouse("mouseMoved", OFF, false)?;
    let points: Vec<Place> = tab.ask(&format!("bench.points({TERRITORIES})"))?;
    thread::sleep(STAY);
    let mut points = points.into_iter();
    every(STAY, TERRITORIES as u32, |_| match points.next() {
        Some(point) => tab.mouse("mouseMoved", point, false),
        None => Ok(()),
    })
}

/// From one movement of the pointer to the frame that shows what it has changed.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Seen {
    /// Milliseconds; nothing when it never came.
    ms: Option<f64>,
    frames: u32,
    changed_again: bool,
}

impl Seen {
    /// Milliseconds, longer than anything when it never came.
    pub(crate) fn ms(self) -> f64 {
        self.ms.unwrap_or(f64::INFINITY)
    }

    /// Whether the very next frame showed all of it.
    pub(crate) fn is_in_one_frame(self) -> bool {
        self.frames == 1 && !self.changed_again
    }
}

/// Points at territories and notes when the card tells of them.
pub(crate) fn watch_hover(tab: &mut Tab<'_>) -> Result<Vec<Seen>> {
    tab.mouse("mouseMoved", OFF, false)?;
    thread::sleep(STAY);
    tab.run("bench.watch('hover')")?;
    hover(tab)?;
    seen(tab, TERRITORIES)
}

/// Drags the slider through all years and back, and notes when they are shown.
pub(crate) fn watch_years(tab: &mut Tab<'_>) -> Result<Vec<Seen>> {
    let places: Vec<Place> = tab.ask(&format!("bench.slider('{SLIDER}')"))?;
    let (first, rest) = places.split_first().ok_or("the slider has no places")?;
    tab.mouse("mouseMoved", *first, false)?;
    tab.mouse("mousePressed", *first, true)?;
    thread::sleep(YEAR_STAY);
    tab.run("bench.watch('years')")?;
    let back = places.iter().rev().skip(1);
    let mut way = rest.iter().chain(back);
    let steps = 2 * rest.len();
    every(YEAR_STAY, steps as u32, |_| match way.next() {
        Some(place) => tab.mouse("mouseMoved", *place, true),
        None => Ok(()),
    })?;
    let seen = seen(tab, steps)?;
    tab.mouse("mouseReleased", *first, false)?;
    thread::sleep(REST);
    Ok(seen)
}

/// The browser joins movements for which the page had no time.
fn seen(tab: &mut Tab<'_>, wanted: usize) -> Result<Vec<Seen>> {
    tab.until("bench.is_seen()")?;
    let seen: Vec<Seen> = tab.ask("bench.seen_by_now()")?;
    tab.run("bench.watching.abort()")?;
    if seen.len() * 2 < wanted {
        return Err(format!("the page has noticed {} of {wanted} movements", seen.len()).into());
    }
    Ok(seen)
}

fn count(time: Duration, step: Duration) -> u32 {
    (time.as_micros() / step.as_micros()) as u32
}

/// Does something at planned moments, and waits for the moment after the last.
fn every(step: Duration, times: u32, mut action: impl FnMut(u32) -> Result<()>) -> Result<()> {
    let started = Instant::now();
    for number in 0..times {
        action(number)?;
        thread::sleep((started + step * (number + 1)).saturating_duration_since(Instant::now()));
    }
    Ok(())
}
