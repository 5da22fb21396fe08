//! `cargo xtask test`: everything that must hold, cheapest first, the browser last.

mod part;

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::page;
use crate::project::Project;
use crate::run::{self, Quiet};
use crate::screen::{self, Step};
use crate::setup::browser::{self, Browser};
use crate::setup::make;
use crate::setup::postgres::{Postgres, Safety};
use crate::setup::python;
use crate::setup::rust::{self, BROWSER};
use crate::tasks::server;

pub(crate) use self::part::Part;

/// Runs the named parts, or all of them.
pub(crate) fn run(project: &Project, parts: &[Part]) -> Result<()> {
    let mut parts = if parts.is_empty() {
        Part::ALL.to_vec()
    } else {
        parts.to_vec()
    };
    parts.sort_unstable();
    parts.dedup();
    let bench = Bench::set_up(project, &parts)?;
    parts.iter().try_for_each(|part| bench.run(*part))
}

/// What the chosen parts need, brought before the first of them: what cannot be had is said
/// at once and not after half an hour of good news.
struct Bench<'a> {
    project: &'a Project,
    tools: Option<page::Tools>,
    browser: Option<Browser>,
    /// For tests that run scripts.
    python: Vec<(&'static str, PathBuf)>,
    last: Option<Part>,
}

impl<'a> Bench<'a> {
    fn set_up(project: &'a Project, parts: &[Part]) -> Result<Self> {
        let any = |wanted: &[Part]| parts.iter().any(|part| wanted.contains(part));
        if any(&[Part::Fmt, Part::Clippy]) {
            rust::lint_tools(project)?;
        }
        make::ensure(project)?;
        let browser = any(&[Part::Walks]).then(|| browser::ensure(project)).transpose()?;
        let needs_python = any(&[Part::Unit, Part::Postgres]);
        let python = needs_python.then(|| python::ensure(project)).transpose()?;
        let python = python
            .map(|program| ("CLUB_TEST_PYTHON", program))
            .into_iter()
            .collect();
        let needs_page = any(&[Part::Page, Part::Walks]);
        let tools = needs_page.then(|| page::Tools::ensure(project)).transpose()?;
        if tools.is_none() && any(&[Part::Clippy]) {
            rust::browser_target(project)?;
        }
        Ok(Self {
            project,
            tools,
            browser,
            python,
            last: parts.last().copied(),
        })
    }

    fn run(&self, part: Part) -> Result<()> {
        let project = self.project;
        match part {
            Part::Fmt => check(
                project,
                "formatting",
                cargo(project, "fmt --all --check -- --color never"),
            )
            .map_err(|failure| failure.by_hand("`cargo fmt --all`")),
            Part::Clippy => clippy(project),
            Part::Docs => {
                let mut doc = cargo(project, "doc --no-deps --package shared --package backend");
                doc.env("RUSTDOCFLAGS", "-D warnings");
                check(project, "documentation", doc)
            }
            Part::Unit => {
                let packages = "--package shared --package backend --package xtask --lib --bins --tests";
                self.tests(part, "tests on SQLite", packages, &self.python)
            }
            Part::Postgres => {
                let database = Postgres::start(project, Safety::Fast)?;
                let mut set = self.python.clone();
                set.push(("TEST_DATABASE_URL", PathBuf::from(database.url())));
                self.tests(part, "tests on PostgreSQL", "--package backend --test it", &set)
            }
            Part::Views => self.tests(
                part,
                "page: unit tests, views",
                "--package frontend --lib --test views",
                &[],
            ),
            Part::Page => self.tools.as_ref().map_or(Ok(()), |tools| page::build(project, tools)),
            Part::Walks => self.walks(),
        }
    }

    /// The browser against the release build.
    fn walks(&self) -> Result<()> {
        let (Some(tools), Some(browser)) = (&self.tools, &self.browser) else {
            return Ok(());
        };
        let modules = tools.modules.as_deref().ok_or_else(|| {
            Failure::new("The browser walks need axe-core, which comes with node.").by_hand("install node and npm")
        })?;
        page::build(self.project, tools)?;
        let set = [
            ("CLUB_TEST_SERVER", server::build(self.project)?),
            ("CLUB_TEST_DIST", self.project.dist()),
            ("CLUB_TEST_SCREENS", self.project.root.join("target/screens")),
            ("CLUB_TEST_AXE", modules.join("axe-core/axe.min.js")),
            ("CHROMEDRIVER", browser.driver.clone()),
            ("CHROMIUM", browser.chromium.clone()),
        ];
        self.tests(Part::Walks, "browser walks", "--package frontend --test walks", &set)
    }

    /// Compiles tests behind one line, then runs them in full view. After the last part nothing
    /// is said: the run ends with the test runner's own closing line.
    fn tests(&self, part: Part, name: &str, what: &str, set: &[(&str, PathBuf)]) -> Result<()> {
        let step = Step::begin(format!("{name}, compiled"));
        let compile = cargo(self.project, &format!("test {what} --no-run"));
        let log = format!("tests-{}", part.name());
        Quiet::new(self.project, &step, &log, compile)
            .showing(200)
            .run(&format!("Compiling failed: {name}."))?;
        step.done("done");
        let mut test = cargo(self.project, &format!("test {what}"));
        // A missing or changed snapshot fails; nobody accepts it by running the tests.
        test.env("INSTA_UPDATE", "no")
            .env_remove("INSTA_FORCE_PASS")
            .env_remove("TEST_DATABASE_URL");
        test.envs(set.iter().map(|(name, value)| (name, value)));
        screen::say("");
        let step = Step::begin(name);
        run::loudly(test, &format!("Failed: {name}."))?;
        if self.last == Some(part) {
            step.silently();
        } else {
            screen::say("");
            step.done("passed");
        }
        Ok(())
    }
}

/// Page and server are never in one call: cargo would give each the other's features.
fn clippy(project: &Project) -> Result<()> {
    let browser = format!("--package frontend --package shared --target {BROWSER} --lib --bins");
    for (name, what) in [
        (
            "clippy, server side",
            "--package shared --package backend --package xtask --all-targets",
        ),
        ("clippy, page on this machine", "--package frontend --all-targets"),
        ("clippy, page in the browser", &browser),
    ] {
        let mut clippy = cargo(project, &format!("clippy {what}"));
        clippy.args(["--", "-D", "warnings"]);
        check(project, name, clippy)?;
    }
    Ok(())
}

/// A check whose output matters only when it fails.
fn check(project: &Project, name: &str, command: Command) -> Result<()> {
    let step = Step::begin(name);
    step.update("checking");
    let log = name.replace([',', ' '], "-");
    Quiet::new(project, &step, &log, command)
        .showing(400)
        .run(&format!("Failed: {name}."))?;
    step.done("good");
    Ok(())
}

fn cargo(project: &Project, line: &str) -> Command {
    let mut cargo = project.cargo();
    cargo.args(line.split_whitespace());
    cargo
}
