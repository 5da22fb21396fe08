//! `cargo xtask bench`: the benchmarks of the server and of the page, against the release build.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, OrFail as _, Result};
use crate::page;
use crate::project::Project;
use crate::run;
use crate::screen;
use crate::setup::postgres::{Postgres, Safety};
use crate::setup::{browser, make};
use crate::tasks::server;

/// The packages that have benchmarks, in `benches/`.
const SERVER: &str = "backend";
const PAGE: &str = "frontend";

/// The benchmark that is run on PostgreSQL too.
const WITH_POSTGRES: &str = "rsvp";

/// Runs one benchmark, or lists them.
pub(crate) fn run(project: &Project, name: Option<&str>, args: &[String]) -> Result<()> {
    let mut known = Vec::new();
    for package in [SERVER, PAGE] {
        let names = known_in(&project.root.join(package).join("benches"))?;
        known.extend(names.into_iter().map(|name| (name, package)));
    }
    let Some(name) = name else {
        screen::say("Benchmarks, each run with `cargo xtask bench NAME`:");
        for (name, package) in &known {
            screen::say(&format!("  {name}, in {package}/benches/"));
        }
        return Ok(());
    };
    let Some((_, package)) = known.iter().find(|(known, _)| known == name) else {
        let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
        let list = names.join(", ");
        return Err(Failure::usage(format!("There is no benchmark `{name}`, but {list}.")));
    };
    let mut cargo = project.cargo();
    cargo.args(["bench", "--package", package, "--bench", name]);
    if *package == PAGE {
        with_page(project, &mut cargo)?;
    }
    // It lives as long as the benchmark.
    let postgres = (name == WITH_POSTGRES)
        .then(|| Postgres::start(project, Safety::Durable))
        .transpose()?;
    if let Some(postgres) = &postgres {
        cargo.env("CLUB_BENCH_POSTGRES", postgres.url());
    }
    cargo
        .arg("--")
        .args(args)
        .env("CLUB_BENCH_SERVER", server::build(project)?)
        .env("CLUB_BENCH_DIST", project.dist());
    run::loudly(cargo, &format!("The benchmark {name} failed."))
}

/// Builds the page, and says where a browser and what comes from npm are.
fn with_page(project: &Project, cargo: &mut Command) -> Result<()> {
    make::ensure(project)?;
    let browser = browser::ensure(project)?;
    let tools = page::Tools::ensure(project)?;
    let modules = tools.modules.as_deref().ok_or_else(|| {
        Failure::new("What the page is compared with comes with node.").by_hand("install node and npm")
    })?;
    page::build(project, &tools)?;
    // What is measured is the browser and the server: their driver is built like the browser walks, with what is built
    // for those.
    cargo
        .args(["--profile", "dev"])
        .env("CLUB_BENCH_MODULES", modules)
        .env("CHROMIUM", browser.chromium);
    Ok(())
}

/// `name.rs` and `name/main.rs`, as cargo finds them.
fn known_in(dir: &Path) -> Result<Vec<String>> {
    if !dir.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).or_fail(|| format!("{} cannot be read", dir.display()))? {
        let path = entry.or_fail(|| format!("{} cannot be read", dir.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "rs") || path.join("main.rs").is_file() {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}
