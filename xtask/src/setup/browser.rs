//! Chromium, its driver, and fonts for the scripts that our screens show.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::project::{self, Project};
use crate::run;
use crate::screen::Step;
use crate::setup::apt;

/// The programs that the browser walks drive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Finds or installs them. `CHROMIUM` and `CHROMEDRIVER` come before what is on PATH.
pub(crate) fn ensure(project: &Project) -> Result<Browser> {
    let step = Step::begin("Chromium, its driver, fonts");
    let mut packages = Vec::new();
    if find().is_none() {
        packages.extend(["chromium", "chromium-driver"]);
    }
    if !has_japanese(project) {
        packages.extend(["fonts-noto-cjk", "fonts-noto-core", "fonts-noto-color-emoji"]);
    }
    if packages.is_empty()
        && let Some(browser) = find()
    {
        step.done("there");
        return Ok(browser);
    }
    match (apt::install(project, &step, &packages, "Chromium or fonts are"), find()) {
        (Ok(()), Some(browser)) => {
            step.done("installed");
            Ok(browser)
        }
        // The walks pass without the fonts; their pictures just show boxes.
        (Err(_), Some(browser)) => {
            step.without("there, but no font for Japanese: install fonts-noto-cjk");
            Ok(browser)
        }
        (Ok(()), None) => Err(Failure::new("Chromium was installed but is not on PATH.")
            .by_hand("set CHROMIUM and CHROMEDRIVER to the two programs")),
        (Err(failure), None) => Err(failure),
    }
}

fn find() -> Option<Browser> {
    let named = |variable: &str| {
        env::var_os(variable)
            .map(PathBuf::from)
            .filter(|file| project::is_program(file))
    };
    let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    Some(Browser {
        chromium: named("CHROMIUM").or_else(|| browsers.into_iter().find_map(project::on_path))?,
        driver: named("CHROMEDRIVER").or_else(|| project::on_path("chromedriver"))?,
    })
}

/// Where fontconfig is not installed nobody knows; then nothing is missing as far as we can tell.
fn has_japanese(project: &Project) -> bool {
    if project::on_path("fc-list").is_none() {
        return find().is_some();
    }
    let mut fonts = project.command("fc-list");
    fonts.arg(":lang=ja");
    run::ask(fonts).is_some_and(|list| !list.is_empty())
}
