//! What a trace tells of an activity. The work of a frame is everything that the page's main thread did for it: input,
//! scripts, style, layout, paint and the hand-over to the compositor, back to the frame before or to a pause that was as
//! long as a frame. (What a browser does for itself in such pauses, such as clearing its memory, delays nothing.) A page
//! asks for frames only when something has changed, and nothing else asks for any. Work is the time in which the thread had a processor, made
//! longer by the slowdown; by the clock it also waited for one, or for other threads of the browser.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;

use super::Result;
use super::hand::Activity;

/// What is traced.
pub(crate) const CATEGORIES: [&str; 4] = [
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "disabled-by-default-devtools.timeline.frame",
    "blink.user_timing",
];

/// Milliseconds from one frame of the screen to the next.
const FRAME: f64 = 1_000.0 / 60.0;

/// Events of the main thread by what they are; what they do inside is counted once, as what it is.
const KINDS: [(&str, &[&str]); 6] = [
    (
        "script",
        &[
            "EventDispatch",
            "FunctionCall",
            "FireAnimationFrame",
            "TimerFire",
            "EvaluateScript",
            "RunMicrotasks",
            "MinorGC",
            "MajorGC",
            "V8.GCScavenger",
        ],
    ),
    ("style", &["UpdateLayoutTree"]),
    ("layout", &["Layout"]),
    ("hit test", &["HitTest"]),
    ("paint", &["PrePaint", "Paint", "Layerize", "CullRectUpdate"]),
    ("commit", &["Commit", "UpdateLayer"]),
];
const OTHER: &str = "other";
const RASTER: &str = "raster (other threads)";

#[derive(Debug, Deserialize)]
struct Event {
    name: String,
    ph: String,
    pid: i64,
    tid: i64,
    #[serde(default)]
    ts: f64,
    #[serde(default)]
    dur: f64,
    /// The part of it in which the thread had a processor.
    #[serde(default)]
    tdur: f64,
    #[serde(default)]
    args: Value,
}

impl Event {
    fn is_within(&self, span: (f64, f64)) -> bool {
        (span.0..span.1).contains(&self.ts)
    }
}

/// What an activity cost, in milliseconds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cost {
    /// Of each frame until the hand rests: the main thread's work.
    pub(crate) work: Vec<f64>,
    /// The same by the clock.
    pub(crate) clock: Vec<f64>,
    /// The same of the frames after that, in which a page may do what it left undone.
    pub(crate) rest: Vec<f64>,
    /// From each frame on the screen to the next, until the hand rests.
    pub(crate) intervals: Vec<f64>,
    /// What the work was until the hand rests, with the raster threads' beside it.
    pub(crate) kinds: HashMap<&'static str, f64>,
}

/// A trace of one tab.
pub(crate) struct Trace {
    /// In the order in which they began; an event stands before those inside it.
    events: Vec<Event>,
}

impl Trace {
    pub(crate) fn of(events: Vec<Value>) -> Result<Self> {
        let is_wanted = |event: &Value| matches!(event["ph"].as_str(), Some("X" | "I" | "R"));
        let events = events.into_iter().filter(is_wanted).map(serde_json::from_value);
        let mut events: Vec<Event> = events.collect::<std::result::Result<_, _>>()?;
        events.sort_by(|one, other| one.ts.total_cmp(&other.ts).then(other.dur.total_cmp(&one.dur)));
        Ok(Self { events })
    }

    fn mark(&self, activity: Activity, moment: &str) -> Result<&Event> {
        let name = format!("{} {moment}", activity.name());
        let mark = self.events.iter().find(|event| event.ph != "X" && event.name == name);
        Ok(mark.ok_or_else(|| format!("the trace has no mark `{name}`"))?)
    }

    /// What one activity cost.
    pub(crate) fn cost(&self, activity: Activity) -> Result<Cost> {
        let begins = self.mark(activity, "begins")?;
        let (rests, ends) = (self.mark(activity, "rests")?.ts, self.mark(activity, "ends")?.ts);
        let main = (begins.pid, begins.tid);
        let on_main = |span| {
            let is_there =
                move |event: &&Event| event.ph == "X" && (event.pid, event.tid) == main && event.is_within(span);
            self.events.iter().filter(is_there).collect::<Vec<_>>()
        };
        let work = on_main((begins.ts, rests));
        let is_ours = |event: &&Event| event.pid == main.0 && event.is_within((begins.ts, rests));
        let ours: Vec<&Event> = self.events.iter().filter(is_ours).collect();
        let named = |name: &'static str| ours.iter().filter(move |event| event.name == name);
        let mut kinds = kinds(&work);
        let raster: f64 = named("RasterTask").map(|event| event.tdur).sum();
        kinds.insert(RASTER, raster / 1_000.0);
        let drawn: Vec<f64> = named("DrawFrame")
            .filter_map(|event| event.args["frameSeqId"].as_f64())
            .collect();
        Ok(Cost {
            work: frames(&work, |task| task.tdur),
            clock: frames(&work, |task| task.dur),
            rest: frames(&on_main((rests, ends)), |task| task.tdur),
            intervals: drawn.windows(2).map(|pair| (pair[1] - pair[0]) * FRAME).collect(),
            kinds,
        })
    }
}

/// The time of each frame: tasks up to and with the one that commits it, since the last pause.
fn frames(events: &[&Event], time: impl Fn(&Event) -> f64) -> Vec<f64> {
    let commits: Vec<f64> = events
        .iter()
        .filter(|event| event.name == "Commit")
        .map(|event| event.ts)
        .collect();
    let mut frames = Vec::new();
    let (mut sum, mut ended) = (0.0, 0.0);
    for task in events.iter().filter(|event| event.name == "RunTask") {
        if task.ts - ended > FRAME * 1_000.0 {
            sum = 0.0;
        }
        ended = task.ts + task.dur;
        sum += time(task) / 1_000.0;
        if commits.iter().any(|at| (task.ts..task.ts + task.dur).contains(at)) {
            frames.push(std::mem::take(&mut sum));
        }
    }
    frames
}

/// What the main thread did: the time of each event without that of the events inside it.
fn kinds(events: &[&Event]) -> HashMap<&'static str, f64> {
    let mut kinds = HashMap::new();
    let mut open: Vec<(f64, &'static str)> = Vec::new();
    for event in events {
        open.retain(|(end, _)| *end > event.ts);
        let outer = open.last().map(|(_, kind)| *kind);
        let kind = kind_of(&event.name).or(outer).unwrap_or(OTHER);
        *kinds.entry(kind).or_default() += event.tdur / 1_000.0;
        if let Some(outer) = outer {
            *kinds.entry(outer).or_default() -= event.tdur / 1_000.0;
        }
        open.push((event.ts + event.dur, kind));
    }
    kinds
}

fn kind_of(name: &str) -> Option<&'static str> {
    KINDS
        .iter()
        .find(|(_, names)| names.contains(&name))
        .map(|(kind, _)| *kind)
}

/// The kinds in the order of the report.
pub(crate) fn kind_names() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(kind, _)| *kind).chain([OTHER, RASTER])
}
