//! What the person sees: one line a step. On a terminal the lines of running steps are
//! rewritten in place; elsewhere a long step says a line when it starts and one when it ends.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Width of the dotted column before a step's outcome.
const COLUMN: usize = 46;

/// How long a step may run before it says so where lines cannot be rewritten.
const SILENCE: Duration = Duration::from_secs(2);

static SCREEN: LazyLock<Mutex<Screen>> = LazyLock::new(|| Mutex::new(Screen::new()));

struct Screen {
    /// Columns of the terminal; `None` where output is not one.
    width: Option<usize>,
    running: Vec<Running>,
    /// How many rewritable lines stand at the bottom now.
    drawn: usize,
    next_id: u64,
}

struct Running {
    id: u64,
    name: String,
    started: Instant,
    doing: String,
    /// It has said a line of its own, where lines cannot be rewritten.
    said: bool,
}

impl Screen {
    fn new() -> Self {
        let plain = !io::stdout().is_terminal() || std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        let width = (!plain).then(|| terminal_width().unwrap_or(80));
        Self {
            width,
            running: Vec::new(),
            drawn: 0,
            next_id: 0,
        }
    }

    /// A line that stays.
    fn keep(&mut self, line: &str) {
        let mut out = self.erased();
        out.push_str(line);
        out.push('\n');
        self.draw(out);
    }

    fn redraw(&mut self) {
        if self.width.is_some() {
            let out = self.erased();
            self.draw(out);
        }
    }

    fn erased(&mut self) -> String {
        let mut out = String::new();
        if self.drawn > 0 {
            // Up to the first of our lines, then clear from there to the end of the screen.
            let _ = write!(out, "\x1b[{}A\r\x1b[J", self.drawn);
            self.drawn = 0;
        }
        out
    }

    fn draw(&mut self, mut out: String) {
        if let Some(width) = self.width {
            for step in self.running.iter().filter(|step| !step.doing.is_empty()) {
                let line = format!(
                    "{} {}  {}",
                    dotted('·', &step.name),
                    time(step.started.elapsed()),
                    step.doing.trim()
                );
                // One column is left free: a full last column wraps on some terminals.
                out.extend(line.chars().filter(|c| !c.is_control()).take(width.saturating_sub(1)));
                out.push('\n');
                self.drawn += 1;
            }
        }
        let mut stdout = io::stdout().lock();
        // Nothing sensible can be done when the reader of our output has gone.
        let _ = stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush());
    }
}

/// One line of the run. Dropped without an outcome, it counts as failed.
pub(crate) struct Step {
    id: u64,
    name: String,
    started: Instant,
    ended: bool,
}

impl Step {
    /// Starts a step; nothing is shown until it does something or ends.
    pub(crate) fn begin(name: impl Into<String>) -> Self {
        let (name, started) = (name.into(), Instant::now());
        let mut screen = screen();
        let id = screen.next_id;
        screen.next_id += 1;
        screen.running.push(Running {
            id,
            name: name.clone(),
            started,
            doing: String::new(),
            said: false,
        });
        Self {
            id,
            name,
            started,
            ended: false,
        }
    }

    /// The step takes a while: says what is being done.
    pub(crate) fn working(&self, doing: &str) {
        self.show(doing, Duration::ZERO);
    }

    /// The latest word of the running program.
    pub(crate) fn update(&self, doing: &str) {
        self.show(doing, SILENCE);
    }

    /// Without a terminal, says once that the step runs when it has for this long.
    fn show(&self, doing: &str, silent_for: Duration) {
        let mut screen = screen();
        let plain = screen.width.is_none();
        let Some(step) = screen.running.iter_mut().find(|step| step.id == self.id) else {
            return;
        };
        doing.clone_into(&mut step.doing);
        if plain && !step.said && step.started.elapsed() >= silent_for {
            step.said = true;
            let line = format!("{} {doing}", dotted('·', &step.name));
            screen.keep(&line);
        }
        screen.redraw();
    }

    /// Ends the step well.
    pub(crate) fn done(mut self, outcome: &str) {
        let took = self.started.elapsed();
        let time = if took < Duration::from_secs(1) {
            String::new()
        } else {
            format!(" in {}", time(took))
        };
        self.end('✓', &format!("{outcome}{time}"));
    }

    /// Ends the step well although something a person may want is missing.
    pub(crate) fn without(mut self, outcome: &str) {
        self.end('!', outcome);
    }

    /// Ends the step well, without a word: somebody else has said it.
    pub(crate) fn silently(mut self) {
        self.ended = true;
        screen().running.retain(|step| step.id != self.id);
    }

    fn end(&mut self, mark: char, outcome: &str) {
        self.ended = true;
        let mut screen = screen();
        screen.running.retain(|step| step.id != self.id);
        screen.keep(&format!("{} {outcome}", dotted(mark, &self.name)));
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if !self.ended {
            let outcome = format!("gave up after {}", time(self.started.elapsed()));
            self.end('✗', &outcome);
        }
    }
}

/// A line of its own among the steps.
pub(crate) fn say(line: &str) {
    screen().keep(line);
}

/// `2m31s`, `12s`, `0.4s`.
pub(crate) fn time(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    match seconds {
        0..10 => format!("{:.1}s", elapsed.as_secs_f64()),
        10..60 => format!("{seconds}s"),
        _ => format!("{}m{:02}s", seconds / 60, seconds % 60),
    }
}

fn screen() -> MutexGuard<'static, Screen> {
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn dotted(mark: char, name: &str) -> String {
    let dots = COLUMN.saturating_sub(name.chars().count() + 1).max(3);
    format!("  {mark} {name} {}", ".".repeat(dots))
}

/// Asks `stty`, because the standard library cannot ask the terminal.
fn terminal_width() -> Option<usize> {
    let asked = Command::new("stty")
        .arg("size")
        .stdin(Stdio::inherit())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(asked.stdout).ok()?;
    text.split_whitespace()
        .nth(1)?
        .parse()
        .ok()
        .filter(|columns| *columns >= 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_as_long_as_they_need_to_be() {
        assert_eq!(time(Duration::from_millis(430)), "0.4s");
        assert_eq!(time(Duration::from_secs(12)), "12s");
        assert_eq!(time(Duration::from_secs(151)), "2m31s");
        assert_eq!(time(Duration::from_secs(605)), "10m05s");
    }

    #[test]
    fn outcomes_stand_in_one_column() {
        assert_eq!(
            dotted('✓', "trunk 0.22.1").chars().count(),
            dotted('✓', "server").chars().count()
        );
        assert!(dotted('✓', &"long ".repeat(20)).ends_with("..."));
    }
}
