//! `cargo xtask bench`: the benchmarks of `backend/benches/`, against the release build.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Result};
use crate::project::Project;
use crate::run;
use crate::screen;
use crate::tasks::server;

/// Runs one benchmark, or lists them.
pub(crate) fn run(project: &Project, name: Option<&str>, args: &[String]) -> Result<()> {
    let known = known(&project.root.join("backend/benches"))?;
    let Some(name) = name else {
        screen::say("Benchmarks, each run with `cargo xtask bench NAME`:");
        for name in &known {
            screen::say(&format!("  {name}"));
        }
        if known.is_empty() {
            screen::say("  none yet; they live in backend/benches/");
        }
        return Ok(());
    };
    if !known.iter().any(|bench| bench == name) {
        let list = if known.is_empty() {
            "there is none yet".to_owned()
        } else {
            known.join(", ")
        };
        return Err(Failure::usage(format!("There is no benchmark `{name}`: {list}.")));
    }
    let server = server::build(project)?;
    let mut cargo = project.cargo();
    cargo
        .args(["bench", "--package", "backend", "--bench", name, "--"])
        .args(args)
        .env("CLUB_BENCH_SERVER", server)
        .env("CLUB_BENCH_DIST", project.dist());
    run::loudly(cargo, &format!("The benchmark {name} failed."))
}

/// `name.rs` and `name/main.rs`, as cargo finds them.
fn known(dir: &Path) -> Result<Vec<String>> {
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
