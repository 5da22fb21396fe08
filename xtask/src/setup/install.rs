//! Installing into the per-user cache: under a lock, beside the final place, then renamed,
//! so that an interrupted or doubled install never looks complete.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::failure::{OrFail as _, Result};
use crate::project::Project;
use crate::run;
use crate::screen::Step;

/// The right to install one tool; given back when dropped, also when the process dies.
#[derive(Debug)]
pub(crate) struct Turn {
    _lock: File,
    home: PathBuf,
    partial: PathBuf,
}

impl Turn {
    /// Waits until no other command installs this tool, then removes what an interrupted one left.
    pub(crate) fn wait(project: &Project, step: &Step, name: &str) -> Result<Self> {
        let tools = &project.tools;
        fs::create_dir_all(tools).or_fail(|| format!("{} cannot be made", tools.display()))?;
        let path = tools.join(format!(".{name}.lock"));
        let lock = File::create(&path).or_fail(|| format!("{} cannot be made", path.display()))?;
        let mut waiting = false;
        while let Err(error) = lock.try_lock() {
            match error {
                TryLockError::WouldBlock if run::is_stopped() => return Err(crate::failure::Failure::stopped()),
                TryLockError::WouldBlock => {}
                TryLockError::Error(error) => Err(error).or_fail(|| format!("{} cannot be locked", path.display()))?,
            }
            if !waiting {
                step.working("waiting for another command that installs it");
                waiting = true;
            }
            thread::sleep(Duration::from_millis(200));
        }
        sweep(tools, name)?;
        // Named after us: a program that outlived its killed command may still write into its own.
        let partial = tools.join(format!(".{name}.{}.partial", std::process::id()));
        Ok(Self {
            _lock: lock,
            home: tools.join(name),
            partial,
        })
    }

    /// The folder to install into; what is in it counts only after `finish`.
    pub(crate) fn partial(&self) -> &Path {
        &self.partial
    }

    /// Puts the finished folder in its place.
    pub(crate) fn finish(self) -> Result<PathBuf> {
        cleared(&self.home)?;
        fs::rename(&self.partial, &self.home).or_fail(|| format!("{} cannot be made", self.home.display()))?;
        Ok(self.home)
    }
}

/// Removes what interrupted installs of this tool left. Whoever holds the lock is the only one at it.
fn sweep(tools: &Path, name: &str) -> Result<()> {
    let start = format!(".{name}.");
    for entry in fs::read_dir(tools)
        .or_fail(|| format!("{} cannot be read", tools.display()))?
        .flatten()
    {
        let file = entry.file_name().to_string_lossy().into_owned();
        if file.starts_with(&start) && file.ends_with(".partial") {
            cleared(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes a folder that may not exist.
pub(crate) fn cleared(dir: &Path) -> Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).or_fail(|| format!("{} cannot be removed", dir.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
