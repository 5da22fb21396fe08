//! A child that cannot outlive us, however we end: a shell beside it ends it as soon as
//! the pipe that we hold is closed. Only signals could do that otherwise, and the standard
//! library knows none.

use std::ffi::OsStr;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{OrFail as _, Result};

/// How long a child may take to end well before it is ended for good.
const PATIENCE: Duration = Duration::from_secs(10);

/// Waits on descriptor 3, our pipe: a background job's standard input is always empty.
const SCRIPT: &str = r#"
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{ cat <&3 >/dev/null; kill "$child"; } 2>/dev/null &
exec 3<&-
# A shell says "Terminated" of its own accord.
wait "$child" 2>/dev/null
"#;

/// A running child.
#[derive(Debug)]
pub(crate) struct Leash {
    shell: Child,
}

impl Leash {
    /// Starts it, with our output as its output.
    pub(crate) fn start(command: &Command) -> Result<Self> {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", SCRIPT, "leash"])
            .arg(command.get_program())
            .args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        if let Some(dir) = command.get_current_dir() {
            shell.current_dir(dir);
        }
        // Ctrl-C must not end the shell before the child it looks after.
        std::os::unix::process::CommandExt::process_group(&mut shell, 0);
        let name = command.get_program().to_owned();
        let shell = shell.stdin(Stdio::piped()).spawn();
        Ok(Self {
            shell: shell.or_fail(|| format!("{} cannot be started", OsStr::to_string_lossy(&name)))?,
        })
    }

    /// Whether it still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.shell.try_wait(), Ok(None))
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let started = Instant::now();
        while started.elapsed() < PATIENCE && self.is_running() {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_ends_with_its_leash_and_not_before() -> Result<()> {
        let mut sleep = Command::new("sleep");
        sleep.arg("60");
        let mut leash = Leash::start(&sleep)?;
        assert!(leash.is_running());
        let started = Instant::now();
        drop(leash);
        assert!(started.elapsed() < Duration::from_secs(5));
        Ok(())
    }

    #[test]
    fn a_child_that_ends_by_itself_is_noticed() -> Result<()> {
        let mut leash = Leash::start(&Command::new("true"))?;
        let started = Instant::now();
        while leash.is_running() && started.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(10));
        }
        assert!(!leash.is_running());
        Ok(())
    }
}
