//! `cargo xtask dev`: trunk with reload for the page, and a server that is built and
//! started again when its sources change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, SystemTime};

use crate::failure::{Failure, OrFail as _, Result};
use crate::page;
use crate::project::Project;
use crate::run;
use crate::screen;
use crate::setup::{make, rust};
use crate::tasks::leash::Leash;
use crate::tasks::server;

/// Where trunk's proxy, in Trunk.toml, expects the server.
const SERVER: &str = "127.0.0.1:8081";
const DATABASE: &str = "sqlite://data/dev.db";
/// Enough to see facets and pages, few enough for a debug build.
const MEMBERS: u32 = 2_000;
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Runs until Ctrl-C, or until trunk ends.
pub(crate) fn run(project: &Project) -> Result<()> {
    let tools = page::Tools::ensure(project)?;
    make::ensure(project)?;
    rust::crates(project, &rust::StdSources::Without)?;
    // Not `dist/`: a release page that `serve` shows must not turn into a debug one.
    let dist = project.root.join("target/dev-page");
    placeholder(&dist)?;
    fs::create_dir_all(project.root.join("data")).or_fail(|| "The folder data/ cannot be made")?;
    let mut trunk = tools.trunk(project)?;
    trunk
        .args(["serve", "--offline", "false", "--locked", "false", "--dist"])
        .arg(&dist);
    let mut trunk = Leash::start(&trunk)?;
    let (mut server, mut seen) = (None, None);
    while trunk.is_running() {
        let newest = newest_change(&project.root);
        if newest != seen {
            seen = newest;
            // The old one goes first: both would want the same address.
            drop(server.take());
            server = restart(project, &dist)?;
        }
        thread::sleep(LOOK_EVERY);
    }
    Err(Failure::new("trunk has ended; it says above why."))
}

/// Builds and starts the server; after a failed build waits for the next change.
fn restart(project: &Project, dist: &Path) -> Result<Option<Leash>> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", "backend", "--bin", "sakura-club"]);
    if run::loudly(cargo, "The server could not be built.").is_err() {
        screen::say("The server waits for the next change of backend/ or shared/.");
        return Ok(None);
    }
    let program = project.server("debug");
    let ready = server::migrate(project, &program, DATABASE, false)
        .and_then(|()| server::demo(project, &program, DATABASE, Some(MEMBERS)));
    if let Err(failure) = ready {
        screen::say(&format!(
            "{failure}\nThe server waits for the next change of backend/ or shared/."
        ));
        return Ok(None);
    }
    let mut serve: Command = server::command(project, &program, DATABASE);
    serve
        .arg("serve")
        .env("CLUB_LISTEN", SERVER)
        .env("CLUB_DIST", dist)
        .env("CLUB_DEMO", "true");
    Leash::start(&serve).map(Some)
}

/// The server wants a page to serve although trunk serves it here.
fn placeholder(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    if index.is_file() {
        return Ok(());
    }
    let made = fs::create_dir_all(dist).and_then(|()| fs::write(&index, "<!doctype html><title>…</title>\n"));
    made.or_fail(|| format!("{} cannot be written", index.display()))
}

/// When the newest of the server's sources was changed.
fn newest_change(root: &Path) -> Option<SystemTime> {
    let inputs = ["Cargo.toml", "Cargo.lock", "backend", "shared"];
    inputs.iter().filter_map(|input| changed(&root.join(input))).max()
}

fn changed(path: &PathBuf) -> Option<SystemTime> {
    if path.is_file() {
        return path.metadata().and_then(|about| about.modified()).ok();
    }
    // Tests and snapshots are written by test runs, which must not restart the server.
    let skipped = ["tests", "benches", "target", "snapshots"];
    let entries = fs::read_dir(path).ok()?.flatten();
    let kept = entries.filter(|entry| !skipped.iter().any(|name| entry.file_name() == *name));
    kept.filter_map(|entry| changed(&entry.path())).max()
}
