//! Lines are gathered for a moment and written together: whoever answers a request neither waits for the pipe behind
//! the log nor for the others who write a line. What the process did in its last moment is lost if it is killed.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

/// For how long lines are gathered.
const GATHERED: Duration = Duration::from_millis(20);
/// Bytes that may wait; more of them wait in those who write.
const ROOM: usize = 1 << 20;

#[derive(Debug, Default)]
struct Waiting {
    lines: Vec<u8>,
    is_closed: bool,
}

#[derive(Debug, Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while<'a>(
        &self,
        guard: MutexGuard<'a, Waiting>,
        condition: impl FnMut(&mut Waiting) -> bool,
    ) -> MutexGuard<'a, Waiting> {
        let waited = self.changed.wait_while(guard, condition);
        waited.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where lines are handed in. Copies hand them to the same thread.
#[derive(Clone, Debug)]
pub(crate) struct Log(Arc<Shared>);

/// The thread that writes. When this value goes, everything handed in so far is written.
#[derive(Debug)]
pub(crate) struct Writing {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Log {
    /// Starts to write lines to `target`.
    ///
    /// # Errors
    /// When no thread can be had.
    pub(crate) fn start(target: impl Write + Send + 'static) -> io::Result<(Self, Writing)> {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let thread = std::thread::Builder::new().name("log".into());
        let thread = thread.spawn(move || write_all(&theirs, target))?;
        let writing = Writing {
            shared: Arc::clone(&shared),
            thread: Some(thread),
        };
        Ok((Self(shared), writing))
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // It ends without a panic: it only writes, and leaves out what cannot be written.
            let _ = thread.join();
        }
    }
}

fn write_all(shared: &Shared, mut target: impl Write) {
    let mut lines = Vec::new();
    loop {
        let waiting = shared.wait_while(shared.lock(), |waiting| waiting.lines.is_empty() && !waiting.is_closed);
        let is_calm = |waiting: &mut Waiting| waiting.lines.len() < ROOM && !waiting.is_closed;
        let gathered = shared.changed.wait_timeout_while(waiting, GATHERED, is_calm);
        let (mut waiting, _) = gathered.unwrap_or_else(PoisonError::into_inner);
        std::mem::swap(&mut waiting.lines, &mut lines);
        let is_last = waiting.is_closed;
        drop(waiting);
        shared.changed.notify_all();
        // Nobody can be told that the log cannot be written.
        let _ = target.write_all(&lines).and_then(|()| target.flush());
        lines.clear();
        if is_last {
            return;
        }
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let is_full = |waiting: &mut Waiting| waiting.lines.len() >= ROOM && !waiting.is_closed;
        let mut waiting = self.0.wait_while(self.0.lock(), is_full);
        let wakes = waiting.lines.is_empty() || waiting.lines.len() + line.len() >= ROOM;
        waiting.lines.extend_from_slice(line);
        drop(waiting);
        if wakes {
            self.0.changed.notify_all();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::mpsc::{Sender, channel};

    use super::{Log, ROOM};

    struct Target(Sender<Vec<u8>>);

    impl Write for Target {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.send(bytes.to_vec()).map_err(std::io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn all_lines_of_all_threads_are_written_whole_and_each_threads_in_order() {
        const LINES: usize = 3_000;
        let (sender, written) = channel();
        let (log, writing) = Log::start(Target(sender)).expect("a thread");
        // Long enough that the room is used up on the way.
        let filler = "x".repeat(ROOM / LINES);
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let (mut log, filler) = (log.clone(), &filler);
                scope.spawn(move || {
                    for number in 0..LINES {
                        let line = format!("{thread} {number} {filler}\n");
                        log.write_all(line.as_bytes()).expect("handed in");
                    }
                });
            }
        });
        drop(writing);
        let text = String::from_utf8(written.iter().flatten().collect()).expect("text");
        let mut next = [0; 4];
        for line in text.lines() {
            let mut parts = line.split(' ');
            let mut number = || {
                parts
                    .next()
                    .and_then(|part| part.parse::<usize>().ok())
                    .expect("a number")
            };
            let (thread, number) = (number(), number());
            assert_eq!((number, parts.next()), (next[thread], Some(filler.as_str())));
            next[thread] += 1;
        }
        assert_eq!(next, [LINES; 4]);
    }

    #[test]
    fn a_line_reaches_the_target_while_the_log_goes_on() {
        let (sender, written) = channel();
        let (mut log, _writing) = Log::start(Target(sender)).expect("a thread");
        log.write_all(b"first\n").expect("handed in");
        assert_eq!(written.recv().expect("written"), b"first\n");
        log.write_all(b"second\n").expect("handed in");
        assert_eq!(written.recv().expect("written"), b"second\n");
    }
}
