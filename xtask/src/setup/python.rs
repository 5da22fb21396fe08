//! Python with the packages that tests of the server need, kept per user and named after their list.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, OrFail as _, Result};
use crate::hash::Fnv;
use crate::project::{self, Project};
use crate::run::{self, Quiet};
use crate::screen::Step;
use crate::setup::apt;
use crate::setup::install::Turn;

/// The list of packages, each in one version.
const LIST: &str = "backend/tests/python/requirements.txt";

/// The program to run the tests' scripts with. Only `python -m` finds what was installed: the other programs in its
/// folder name the place where they were made.
pub(crate) fn ensure(project: &Project) -> Result<PathBuf> {
    let step = Step::begin("Python packages for tests");
    let python = system(project, &step)?;
    let list = project.root.join(LIST);
    let mut hash = Fnv::new();
    hash.add_part(&fs::read(&list).or_fail(|| format!("{LIST} cannot be read"))?);
    // What is installed belongs to one version of Python.
    hash.add_part(python.as_bytes());
    let name = format!("python-{}", hash.hex());
    let program = project.tools.join(&name).join("bin/python");
    if project::is_program(&program) {
        step.done("there");
        return Ok(program);
    }
    let turn = Turn::wait(project, &step, &name)?;
    // The command we waited for has most likely installed them.
    if !project::is_program(&program) {
        install(project, &step, &turn)?;
        turn.finish()?;
    }
    step.done("installed");
    Ok(program)
}

/// The version of the system's Python, which is brought where there is none that can make environments.
fn system(project: &Project, step: &Step) -> Result<String> {
    if let Some(version) = version(project) {
        return Ok(version);
    }
    apt::install(project, step, &["python3", "python3-venv"], "Python or its venv is")?;
    version(project).ok_or_else(|| {
        Failure::new("Python was installed but `python3 -m venv` cannot be used.")
            .by_hand("install Python 3.10 or newer with venv, so that `python3` is on PATH")
    })
}

/// The version of a Python that can make environments.
fn version(project: &Project) -> Option<String> {
    let mut python = project.command("python3");
    python.args(["-c", "import ensurepip, sys, venv; print(sys.version)"]);
    run::ask(python)
}

fn install(project: &Project, step: &Step, turn: &Turn) -> Result<()> {
    step.working("installing them, once for all clones");
    let by_hand =
        || format!("check the network, and whether `python3 -m venv DIR && DIR/bin/pip install -r {LIST}` works");
    let mut venv = project.command("python3");
    venv.args(["-m", "venv"]).arg(turn.partial());
    // Everything that is needed stands in the list: what does not is not fetched.
    let mut pip = project.command(turn.partial().join("bin/python"));
    pip.args(["-m", "pip", "--disable-pip-version-check", "--no-input"])
        .args(["install", "--no-deps", "-r", LIST]);
    for (log, command) in [("python-venv", venv), ("python-pip", pip)] {
        Quiet::new(project, step, log, command)
            .run("The Python packages for tests could not be installed.")
            .map_err(|failure| failure.by_hand(by_hand()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_pinned_to_one_version() -> Result<()> {
        let project = Project::find()?;
        let text = fs::read_to_string(project.root.join(LIST)).or_fail(|| LIST.to_owned())?;
        let packages: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let is_pinned = |line: &&str| {
            let pin = line.split_once("==");
            pin.is_some_and(|(name, version)| {
                !name.is_empty() && version.starts_with(|sign: char| sign.is_ascii_digit())
            })
        };
        assert!(packages.iter().all(is_pinned), "{packages:?}");
        for needed in ["icalendar==", "aiosmtpd==", "schemathesis=="] {
            assert!(packages.iter().any(|line| line.starts_with(needed)), "{needed}");
        }
        Ok(())
    }
}
