//! Parts of the Rust installation: the browser target, clippy and rustfmt, our crates' sources.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::project::{self, Project};
use crate::run::{self, Quiet};
use crate::screen::Step;

/// The compiler target the page is built for.
pub(crate) const BROWSER: &str = "wasm32-unknown-unknown";

/// The compiler's standard library for browsers.
pub(crate) fn browser_target(project: &Project) -> Result<()> {
    let step = Step::begin("compiler for the browser");
    if has_browser_target(project) {
        step.done("there");
        return Ok(());
    }
    let by_hand = format!(
        "`rustup target add {BROWSER}`, or install your system's package with Rust's standard library for {BROWSER} \
         (the README's section on building says more)"
    );
    if project::on_path("rustup").is_none() {
        let what = format!("This Rust has no {BROWSER} and was not installed by rustup.");
        return Err(Failure::new(what).by_hand(by_hand));
    }
    step.working("fetched by rustup");
    let mut rustup = project.command("rustup");
    rustup.args(["target", "add", BROWSER]);
    let added = Quiet::new(project, &step, "rustup-target", rustup).run("rustup could not add the browser target.");
    added.map_err(|failure| failure.by_hand(by_hand))?;
    step.done("added");
    Ok(())
}

/// Programs that only `test` needs; a minimal Rust installation has none of them.
pub(crate) fn lint_tools(project: &Project) -> Result<()> {
    let step = Step::begin("clippy and rustfmt");
    let missing: Vec<&str> = ["clippy", "fmt"]
        .into_iter()
        .filter(|tool| {
            let mut cargo = project.cargo();
            cargo.args([tool, "--version"]);
            run::ask(cargo).is_none()
        })
        .map(|tool| if tool == "fmt" { "rustfmt" } else { tool })
        .collect();
    if missing.is_empty() {
        step.done("there");
        return Ok(());
    }
    let by_hand = format!("`rustup component add {}`", missing.join(" "));
    let mut rustup = project.command("rustup");
    rustup.args(["component", "add"]).args(&missing);
    let added = Quiet::new(project, &step, "rustup-component", rustup).run("rustup could not add them.");
    added.map_err(|failure| failure.by_hand(by_hand))?;
    step.done("added");
    Ok(())
}

/// Sources of all crates in Cargo.lock: trunk builds offline, so that it never fetches tools of its own.
pub(crate) fn crates(project: &Project) -> Result<()> {
    let step = Step::begin("sources of the crates");
    let mut cargo = project.cargo();
    cargo.args(["fetch", "--locked"]);
    let fetched = Quiet::new(project, &step, "cargo-fetch", cargo).run("The crates could not be fetched.");
    fetched.map_err(|failure| failure.by_hand("check the network and run `cargo fetch --locked`"))?;
    step.done("there");
    Ok(())
}

fn has_browser_target(project: &Project) -> bool {
    let mut rustc = project.command("rustc");
    rustc.args(["--print", "target-libdir", "--target", BROWSER]);
    run::ask(rustc).is_some_and(|dir| holds_core(Path::new(&dir)))
}

/// The folder alone proves nothing: rustc prints its name whether or not it exists.
fn holds_core(libdir: &Path) -> bool {
    let Ok(files) = fs::read_dir(libdir) else { return false };
    files
        .flatten()
        .any(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
}
