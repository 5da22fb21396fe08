//! The page's build: trunk between our two hooks, skipped when nothing it reads has changed.
//!
//! `prepare-page` joins the styles, `bind-page` splits the module, `finish-page` adds its parts and languages,
//! compresses and weighs;
//! trunk calls both, so that `trunk build` typed by hand gives the same page.

pub(crate) mod budget;
pub(crate) mod compress;
pub(crate) mod files;
pub(crate) mod fingerprint;
mod glue;
pub(crate) mod hooks;
pub(crate) mod locales;
pub(crate) mod names;
mod offline;
mod pack;
pub(crate) mod split;
pub(crate) mod styles;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, OrFail as _, Result};
use crate::project::{self, Project};
use crate::run::Quiet;
use crate::screen::Step;
use crate::setup::cargo_tools::Tool;
use crate::setup::node::{self, WasmOpt};
use crate::setup::rust::{self, StdSources};

/// Beside the page, because whoever else builds into `dist/` clears it away with the rest.
const FINGERPRINT: &str = ".fingerprint";

/// Everything that trunk needs, brought in place.
#[derive(Debug)]
pub(crate) struct Tools {
    path: OsString,
    /// Names and versions, for the fingerprint.
    versions: String,
    /// A tool that makes it small is missing, so the budget says nothing about this page.
    is_full_size: bool,
    std_sources: StdSources,
    /// The folder `node_modules`, where there is node.
    pub(crate) modules: Option<PathBuf>,
}

impl Tools {
    /// Brings what is missing, one line each.
    pub(crate) fn ensure(project: &Project) -> Result<Self> {
        rust::browser_target(project)?;
        let std_sources = StdSources::ensure(project);
        let (trunk, wasm_bindgen) = (Tool::trunk(project)?, Tool::wasm_bindgen(project)?);
        let splitter = Tool::wasm_split();
        let mut dirs = vec![project.root.join("frontend/bin")];
        for tool in [&trunk, &wasm_bindgen, &splitter] {
            dirs.push(tool.ensure(project)?);
        }
        let modules = node::packages(project)?;
        let wasm_opt = WasmOpt::find(project, modules.as_deref())?;
        // In front of all others, lest an old wasm-opt beside another tool comes first.
        dirs.splice(0..0, wasm_opt.dir().map(Path::to_path_buf));
        let versions = format!(
            "trunk {} wasm-bindgen {} wasm-split {} wasm-opt {} std {}",
            trunk.version,
            wasm_bindgen.version,
            splitter.version,
            wasm_opt.word(),
            matches!(std_sources, StdSources::There(_))
        );
        Ok(Self {
            path: project::path_with(&dirs)?,
            versions,
            is_full_size: matches!(wasm_opt, WasmOpt::Without(_)) || matches!(std_sources, StdSources::Without),
            std_sources,
            modules,
        })
    }

    /// trunk, with its tools on PATH and our hooks within its reach.
    pub(crate) fn trunk(&self, project: &Project) -> Result<Command> {
        let ourselves = env::current_exe().or_fail(|| "This program cannot find itself")?;
        let mut trunk = project.command("trunk");
        trunk
            .env("PATH", &self.path)
            .env("CARGO_TARGET_DIR", &project.target)
            .env("CLUB_XTASK", ourselves)
            // A backtrace of trunk itself would push the compiler's words off the screen.
            .env_remove("RUST_BACKTRACE")
            // Meant for the server; trunk would refuse it together with `--quiet`.
            .env_remove("RUST_LOG");
        if self.is_full_size {
            trunk.env(hooks::ANY_SIZE, "1");
        }
        Ok(trunk)
    }
}

/// Builds the release page into `dist/` unless it is there already.
pub(crate) fn build(project: &Project, tools: &Tools) -> Result<()> {
    let dist = project.dist();
    let wanted = fingerprint::of(project, &tools.versions)?;
    let mark = dist.join(FINGERPRINT);
    if fs::read_to_string(&mark).is_ok_and(|found| found == wanted) && dist.join("index.html").is_file() {
        let step = Step::begin("page");
        step.done(&format!("unchanged, {}", weight(project)?));
        return Ok(());
    }
    rust::crates(project, &tools.std_sources)?;
    let step = Step::begin("page, release build");
    step.working("building it, about a minute when everything is new");
    let mut trunk = tools.trunk(project)?;
    trunk.args(["build", "--release", "--quiet"]);
    tools.std_sources.tell(&mut trunk);
    Quiet::new(project, &step, "page", trunk)
        .run("The page could not be built.")
        .map_err(|failure| failure.by_hand("`trunk build --release` with the tools above on PATH"))?;
    if !dist.join("index.html").is_file() {
        return Err(Failure::new("trunk ended well, but there is no dist/index.html."));
    }
    let weight = weight(project)?;
    fs::write(&mark, wanted).or_fail(|| format!("{} cannot be written", mark.display()))?;
    step.done(&format!("built, {weight}"));
    Ok(())
}

/// The figure a person wants to see: what a first visit costs.
fn weight(project: &Project) -> Result<String> {
    let weighed = budget::weigh(&budget::read(project)?, &project.dist())?;
    let first = weighed
        .first()
        .ok_or_else(|| Failure::new("frontend/budget.toml has no section."))?;
    Ok(format!(
        "{} of {} kB brotli",
        kilobytes(first.total()),
        kilobytes(first.limit.unwrap_or(0))
    ))
}

/// Thousands of bytes with one decimal, as networks and budgets count.
pub(crate) fn kilobytes(bytes: u64) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kilobytes_are_thousands_cut_to_one_decimal() {
        assert_eq!(kilobytes(180_000), "180.0");
        assert_eq!(kilobytes(43_299), "43.2");
        assert_eq!(kilobytes(99), "0.0");
    }
}
