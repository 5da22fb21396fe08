//! Parts of the Rust installation: the browser target, clippy and rustfmt, our crates' sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
pub(crate) fn crates(project: &Project, std_sources: &StdSources) -> Result<()> {
    let step = Step::begin("sources of the crates");
    let mut own = project.cargo();
    own.args(["fetch", "--locked"]);
    let mut wanted = vec![own];
    if let StdSources::There(library) = std_sources {
        let mut cargo = project.cargo();
        cargo.env("RUSTC_BOOTSTRAP", "1");
        cargo
            .args(["fetch", "--locked", "--manifest-path"])
            .arg(library.join("Cargo.toml"));
        wanted.push(cargo);
    }
    for cargo in wanted {
        let fetched = Quiet::new(project, &step, "cargo-fetch", cargo).run("The crates could not be fetched.");
        fetched.map_err(|failure| failure.by_hand("check the network and run `cargo fetch --locked`"))?;
    }
    step.done("there");
    Ok(())
}

/// The sources of Rust's own library, from which the page's copy is built for size: a tenth of the page.
#[derive(Debug)]
pub(crate) enum StdSources {
    /// The folder of the sources.
    There(PathBuf),
    /// There are none, and the page gets the ready-made library.
    Without,
}

impl StdSources {
    /// Brings them in place; a machine that cannot have them builds a heavier page and says so.
    pub(crate) fn ensure(project: &Project) -> Self {
        let step = Step::begin("sources of Rust's library");
        if let Some(folder) = library(project) {
            step.done("there");
            return Self::There(folder);
        }
        if project::on_path("rustup").is_some() {
            step.working("fetched by rustup");
            let mut rustup = project.command("rustup");
            rustup.args(["component", "add", "rust-src"]);
            if run::ask(rustup).is_some()
                && let Some(folder) = library(project)
            {
                step.done("added");
                return Self::There(folder);
            }
        }
        step.done(
            "none: the page is built with the ready-made library and is heavier (`rustup component add rust-src`)",
        );
        Self::Without
    }

    /// Tells cargo, as trunk will call it, to build the library too, for size, and with panics that end the page
    /// without composing a message, which nobody would read there (`cargo xtask dev` keeps the messages). The switches
    /// are not stable yet, hence the first variable.
    pub(crate) fn tell(&self, command: &mut Command) {
        if matches!(self, Self::There(_)) {
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                    "-Zunstable-options -Cpanic=immediate-abort",
                );
        }
    }
}

fn library(project: &Project) -> Option<PathBuf> {
    let mut rustc = project.command("rustc");
    rustc.args(["--print", "sysroot"]);
    let folder = Path::new(&run::ask(rustc)?).join("lib/rustlib/src/rust/library");
    folder.join("Cargo.lock").is_file().then_some(folder)
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
