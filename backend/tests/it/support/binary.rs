//! The binary itself, as an operator calls it, on a SQLite file in a folder of its own.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// The binary, to be called in a folder without any setting.
pub(crate) fn club(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sakura-club"));
    command
        .current_dir(folder)
        .env_remove("CLUB_DATABASE_URL")
        .env_remove("CLUB_DIST")
        .env_remove("CLUB_LISTEN");
    command
}

/// Runs a command to its end.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    club(folder).args(arguments).output().unwrap()
}

/// A folder with a database that is up to date.
pub(crate) fn migrated() -> TempDir {
    let folder = TempDir::new().unwrap();
    assert!(run(folder.path(), &["migrate"]).status.success());
    folder
}
