//! Running other programs: quietly behind one line, with their output kept in a log,
//! or loudly where their output is what the person wants to see.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, OrFail as _, Result};
use crate::project::Project;
use crate::screen::Step;

/// Lines shown of a program that failed.
const TAIL: usize = 30;

/// Set when one of several steps at a time has failed, so that the others end too.
static STOP: AtomicBool = AtomicBool::new(false);

/// A program to run behind a step's line.
pub(crate) struct Quiet<'a> {
    project: &'a Project,
    step: &'a Step,
    command: Command,
    log: String,
    tail: usize,
}

impl<'a> Quiet<'a> {
    /// `log` names the file that keeps all of the output.
    pub(crate) fn new(project: &'a Project, step: &'a Step, log: &str, command: Command) -> Self {
        Self {
            project,
            step,
            command,
            log: format!("{log}.log"),
            tail: TAIL,
        }
    }

    /// Shows up to this many lines when the program fails: for checks, whose output is the point.
    #[must_use]
    pub(crate) fn showing(mut self, lines: usize) -> Self {
        self.tail = lines;
        self
    }

    /// Runs it; `what` is the sentence for the case that it fails. Returns its last lines.
    pub(crate) fn run(self, what: &str) -> Result<Vec<String>> {
        let Self {
            project,
            step,
            mut command,
            log,
            tail,
        } = self;
        fs::create_dir_all(project.logs()).or_fail(|| "The folder for logs cannot be made")?;
        let log = project.logs().join(log);
        let file = File::create(&log).or_fail(|| format!("{} cannot be written", log.display()))?;
        let program = command.get_program().to_string_lossy().into_owned();
        // One pipe for both outputs keeps their lines in order.
        let (reader, writer) = io::pipe().or_fail(|| "No pipe can be had")?;
        let copy = writer.try_clone().or_fail(|| "No pipe can be had")?;
        let spawned = command.stdin(Stdio::null()).stdout(copy).stderr(writer).spawn();
        let mut child = spawned
            .map_err(|error| Failure::new(format!("{what} The program {program} cannot be started: {error}.")))?;
        // It holds the writing end, and the reader waits for the last of those to close.
        drop(command);
        let captured = Arc::new(Mutex::new(Captured {
            file,
            lines: VecDeque::new(),
            keep: tail,
            open: true,
        }));
        capture(reader, &captured);
        let status = attend(&mut child, step, &captured)?;
        let lines = settled(&captured);
        match status.success() {
            true => Ok(lines),
            false => Err(Failure::new(format!("{what} ({status})")).with_output(lines, log)),
        }
    }
}

/// Runs a program whose output goes straight to the person.
pub(crate) fn loudly(mut command: Command, what: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.stdin(Stdio::null()).status();
    match status.or_fail(|| format!("{program} cannot be started"))? {
        status if status.success() => Ok(()),
        status => Err(Failure::new(format!("{what} ({status})"))),
    }
}

/// What a program says on its standard output, when it ends well.
pub(crate) fn ask(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs both at the same time. When one fails the other is ended too, and the failure is the first one's.
pub(crate) fn both<A: Send, B: Send>(
    first: impl FnOnce() -> Result<A> + Send,
    second: impl FnOnce() -> Result<B> + Send,
) -> Result<(A, B)> {
    fn or_stop<T>(result: Result<T>) -> Result<T> {
        STOP.fetch_or(result.is_err(), Ordering::Relaxed);
        result
    }
    let (first, second) = thread::scope(|scope| {
        let beside = scope.spawn(|| or_stop(second()));
        let first = or_stop(first());
        let second = beside
            .join()
            .unwrap_or_else(|_| Err(Failure::new("A step panicked; see above.")));
        (first, second)
    });
    match (first, second) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(one), Err(other)) if one.is_stopped() => Err(other),
        (Err(one), _) | (_, Err(one)) => Err(one),
    }
}

/// Whether a step beside this one has failed.
pub(crate) fn is_stopped() -> bool {
    STOP.load(Ordering::Relaxed)
}

struct Captured {
    file: File,
    lines: VecDeque<String>,
    keep: usize,
    /// The reader has not seen the end of the pipe yet.
    open: bool,
}

impl Captured {
    fn line(&mut self, line: &str) {
        // The log is a help for people; a full disk shows up in the program itself.
        let _ = writeln!(self.file, "{line}");
        if !line.trim().is_empty() {
            if self.lines.len() == self.keep {
                self.lines.pop_front();
            }
            self.lines.push_back(line.to_owned());
        }
    }
}

fn lock(captured: &Mutex<Captured>) -> std::sync::MutexGuard<'_, Captured> {
    captured.lock().unwrap_or_else(PoisonError::into_inner)
}

fn capture(pipe: impl Read + Send + 'static, captured: &Arc<Mutex<Captured>>) {
    let captured = Arc::clone(captured);
    thread::spawn(move || {
        for line in Lines::of(pipe) {
            lock(&captured).line(&line);
        }
        lock(&captured).open = false;
    });
}

fn attend(child: &mut Child, step: &Step, captured: &Mutex<Captured>) -> Result<std::process::ExitStatus> {
    let mut pause = Duration::from_millis(5);
    loop {
        if let Some(status) = child.try_wait().or_fail(|| "A program cannot be waited for")? {
            return Ok(status);
        }
        if is_stopped() {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Failure::stopped());
        }
        let last = lock(captured).lines.back().cloned();
        step.update(&last.unwrap_or_else(|| "…".to_owned()));
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}

/// Waits a moment for the reader: a process the program left behind may hold the pipe for ever.
fn settled(captured: &Mutex<Captured>) -> Vec<String> {
    for _ in 0..100 {
        if !lock(captured).open {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    lock(captured).lines.iter().cloned().collect()
}

/// Lines that end in `\n` or `\r`, since progress bars use the latter; bytes that are no UTF-8 are replaced.
struct Lines<R> {
    bytes: io::Bytes<BufReader<R>>,
}

impl<R: Read> Lines<R> {
    fn of(pipe: R) -> Self {
        Self {
            bytes: BufReader::new(pipe).bytes(),
        }
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut line = Vec::new();
        loop {
            match self.bytes.next() {
                Some(Ok(b'\n' | b'\r')) => break,
                Some(Ok(byte)) => line.push(byte),
                Some(Err(_)) | None if line.is_empty() => return None,
                Some(Err(_)) | None => break,
            }
        }
        Some(String::from_utf8_lossy(&line).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_bars_and_broken_text_are_lines_too() {
        let lines: Vec<String> = Lines::of(&b"one\rtwo\n\nth\xffree"[..]).collect();
        assert_eq!(lines, ["one", "two", "", "th\u{fffd}ree"]);
    }

    #[test]
    fn the_failure_that_came_first_is_the_one_reported() {
        let result: Result<((), ())> = both(|| Err(Failure::stopped()), || Err(Failure::new("the real one")));
        STOP.store(false, Ordering::Relaxed);
        assert_eq!(result, Err(Failure::new("the real one")));
    }
}
