//! A child that cannot outlive the tests, however they end: a shell beside it ends it as soon as the pipe that we hold
//! is closed, and then removes its folder. Statics are never dropped, and nothing else runs when a test binary exits.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::wait;

/// Waits on descriptor 3, our pipe: a background job's standard input is always empty.
const SCRIPT: &str = r#"
folder=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{ cat <&3 >/dev/null; kill "$child"; } 2>/dev/null &
exec 3<&-
wait "$child" 2>/dev/null
[ -e "$folder/keep" ] && exit
# A browser that was torn away still writes for a moment.
for _ in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$folder" 2>/dev/null
    sleep 1
    [ -e "$folder" ] || exit
done
"#;

/// Stands in a folder that outlives its child.
const KEEP: &str = "keep";

/// A running child with a folder of its own.
#[derive(Debug)]
pub(super) struct Leash {
    shell: Child,
    folder: PathBuf,
}

impl Leash {
    /// Starts a program; what it says goes to a file in its folder.
    pub(super) fn start(folder: PathBuf, program: &OsStr, args: &[&OsStr]) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("{} cannot be started: {error}", program.display());
        fs::create_dir_all(&folder).map_err(failed)?;
        drop(fs::remove_file(folder.join(KEEP)));
        let log = File::create(folder.join("log")).map_err(failed)?;
        let mut shell = Command::new("sh");
        shell.args(["-c", SCRIPT, "leash"]).arg(&folder).arg(program).args(args);
        shell
            .stdin(Stdio::piped())
            .stdout(log.try_clone().map_err(failed)?)
            .stderr(log);
        // Ctrl-C must not end the shell before the child it looks after.
        shell.process_group(0);
        let shell = shell.spawn().map_err(failed)?;
        Ok(Self { shell, folder })
    }

    /// Whether it still runs.
    pub(super) fn is_running(&mut self) -> bool {
        matches!(self.shell.try_wait(), Ok(None))
    }

    /// The child's own folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Ends it, but keeps its folder.
    pub(super) fn end(self) {
        drop(File::create(self.folder.join(KEEP)));
    }

    /// The end of what it said.
    pub(super) fn said(&self) -> String {
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(12).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        wait::until(|| !self.is_running());
    }
}
