//! The server's program: building it, and the one-off commands it has.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Result;
use crate::project::Project;
use crate::run::Quiet;
use crate::screen::Step;
use crate::setup::make;

/// The release build, as people run it. Returns the program.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    make::ensure(project)?;
    let step = Step::begin("server, release build");
    step.update("building");
    let mut cargo = project.cargo();
    cargo.args(["build", "--release", "--package", "backend", "--bin", "sakura-club"]);
    Quiet::new(project, &step, "server", cargo)
        .run("The server could not be built.")
        .map_err(|failure| failure.by_hand("`cargo build --release --package backend`"))?;
    step.done("built");
    Ok(project.server("release"))
}

/// Brings a database to the schema of this server; `fresh` drops our tables first.
pub(crate) fn migrate(project: &Project, server: &Path, database_url: &str, fresh: bool) -> Result<()> {
    let step = Step::begin("database schema");
    let mut migrate = command(project, server, database_url);
    migrate.arg("migrate");
    if fresh {
        migrate.arg("--fresh");
    }
    Quiet::new(project, &step, "migrate", migrate)
        .run("The database could not be brought up to date.")
        .map_err(|failure| failure.by_hand("look at the database's own messages, or start with `--fresh`"))?;
    step.done(if fresh { "emptied, up to date" } else { "up to date" });
    Ok(())
}

/// Fills an empty database with fictional people.
pub(crate) fn demo(project: &Project, server: &Path, database_url: &str, members: Option<u32>) -> Result<()> {
    let step = Step::begin("demo people");
    step.update("looking");
    let mut demo = command(project, server, database_url);
    demo.args(["demo", "--if-empty"]);
    if let Some(members) = members {
        demo.args(["--members", &members.to_string()]);
    }
    Quiet::new(project, &step, "demo", demo)
        .run("The demo people could not be made.")
        .map_err(|failure| failure.by_hand("start with `--fresh` to begin with an empty database"))?;
    step.done("there");
    Ok(())
}

/// The server's program on this database. The URL travels by environment: a password in
/// an argument could be read by everybody on the machine.
pub(crate) fn command(project: &Project, server: &Path, database_url: &str) -> Command {
    let mut command = project.command(server);
    command.env("CLUB_DATABASE_URL", database_url);
    command
}
