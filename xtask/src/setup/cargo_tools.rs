//! trunk, wasm-bindgen and the splitter: taken from the cache or PATH in exactly the pinned version,
//! otherwise built from source, quickly rather than well.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, OrFail as _, Result};
use crate::project::{self, Project};
use crate::run::{self, Quiet};
use crate::screen::Step;
use crate::setup::install::{Turn, cleared};
use crate::toml;

/// A program that cargo installs.
#[derive(Debug, Clone)]
pub(crate) struct Tool {
    /// The program, and the first half of its folder's name in the cache.
    pub(crate) name: &'static str,
    /// The crate it comes from.
    package: &'static str,
    /// The exact version.
    pub(crate) version: String,
    flags: &'static [&'static str],
    /// Whether `--version` tells the version; otherwise only our own cache is trusted to hold the right one.
    tells_version: bool,
    /// These programs run for seconds and are built for minutes: low levels save most of the time.
    opt_level: &'static str,
    lasts: &'static str,
}

impl Tool {
    /// The bundler, in the version Trunk.toml asks for.
    pub(crate) fn trunk(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.root.join("Trunk.toml")).or_fail(|| "Trunk.toml cannot be read")?;
        let version = trunk_version(&text)?;
        // trunk 0.22.1 declares a newer Rust than it needs, hence `--ignore-rust-version`.
        let flags = &[
            "--locked",
            "--ignore-rust-version",
            "--no-default-features",
            "--features",
            "rustls",
        ];
        Ok(Self {
            name: "trunk",
            package: "trunk",
            version,
            flags,
            tells_version: true,
            opt_level: "0",
            lasts: "about 3 minutes",
        })
    }

    /// The glue generator, in the version of the library in Cargo.lock: they must be equal.
    pub(crate) fn wasm_bindgen(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.root.join("Cargo.lock")).or_fail(|| "Cargo.lock cannot be read")?;
        let version = locked_version(&text, "wasm-bindgen")
            .ok_or_else(|| Failure::new("Cargo.lock has no wasm-bindgen, so the page cannot be built."))?;
        let package = "wasm-bindgen-cli";
        Ok(Self {
            name: "wasm-bindgen",
            package,
            version,
            flags: &[],
            tells_version: true,
            opt_level: "1",
            lasts: "about 2 minutes",
        })
    }

    /// What splits the page's module, in the version that fits `wasm_split_helpers` of Cargo.lock.
    pub(crate) fn wasm_split() -> Self {
        Self {
            name: "wasm-split-cli",
            package: "wasm_split_cli_support",
            version: "0.2.4".to_owned(),
            flags: &["--locked", "--features", "build-binary"],
            tells_version: false,
            opt_level: "1",
            lasts: "about a minute",
        }
    }

    /// The folder to put on PATH; builds the program when there is none in this version.
    pub(crate) fn ensure(&self, project: &Project) -> Result<PathBuf> {
        let folder = format!("{}-{}", self.name, self.version);
        let step = Step::begin(format!("{} {}", self.name, self.version));
        let cached = project.tools.join(&folder).join("bin");
        let found = project::on_path(self.name).and_then(|file| file.parent().map(Path::to_path_buf));
        let found = found.filter(|_| self.tells_version);
        for dir in [Some(cached.clone()), found].into_iter().flatten() {
            if self.is_in(project, &dir) {
                step.done("there");
                return Ok(dir);
            }
        }
        let turn = Turn::wait(project, &step, &folder)?;
        // The command we waited for has most likely built it.
        if !self.is_in(project, &cached) {
            self.build(project, &step, &turn)?;
            turn.finish()?;
        }
        step.done("built");
        Ok(cached)
    }

    fn build(&self, project: &Project, step: &Step, turn: &Turn) -> Result<()> {
        // Kept when interrupted: cargo then goes on where it was.
        let workshop = project.tools.join(format!(".{}-{}.build", self.name, self.version));
        step.working(&format!("building it, once for all clones; {}", self.lasts));
        let mut cargo = project.cargo();
        cargo
            .args(["install", self.package, "--version", &self.version])
            .args(self.flags)
            .arg("--root")
            .arg(turn.partial())
            .env("CARGO_TARGET_DIR", &workshop)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        let by_hand = format!(
            "`cargo install {} --version {} {}`, so that `{}` is on PATH",
            self.package,
            self.version,
            self.flags.join(" "),
            self.name
        );
        Quiet::new(project, step, self.name, cargo)
            .run(&format!("{} {} could not be built.", self.name, self.version))
            .map_err(|failure| failure.by_hand(by_hand))?;
        cleared(&workshop)
    }

    fn is_in(&self, project: &Project, dir: &Path) -> bool {
        let file = dir.join(self.name);
        if !project::is_program(&file) || !self.tells_version {
            return project::is_program(&file);
        }
        let mut program = project.command(file);
        program.arg("--version");
        run::ask(program).is_some_and(|said| said.split_whitespace().nth(1) == Some(self.version.as_str()))
    }
}

/// `trunk-version = "=0.22.1"` of Trunk.toml.
fn trunk_version(text: &str) -> Result<String> {
    let sections = toml::read("Trunk.toml", text)?;
    let pinned = sections.first().and_then(|top| top.word("trunk-version"));
    pinned
        .and_then(|word| word.strip_prefix('='))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new("Trunk.toml must pin one version: trunk-version = \"=1.2.3\"."))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"x\",\n]\n";

    #[test]
    fn the_lock_file_tells_the_exact_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro").as_deref(), Some("0.2.1"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn trunk_is_pinned_to_one_version() {
        assert_eq!(trunk_version("trunk-version = \"=0.22.1\"\n"), Ok("0.22.1".to_owned()));
        assert!(trunk_version("trunk-version = \">=0.22\"\n").is_err());
        assert!(trunk_version("[build]\ntrunk-version = \"=0.22.1\"\n").is_err());
    }

    #[test]
    fn our_own_lock_file_has_what_we_look_for() -> Result<()> {
        let project = Project::find()?;
        assert!(Tool::wasm_bindgen(&project)?.version.starts_with("0.2."));
        assert!(!Tool::trunk(&project)?.version.is_empty());
        Ok(())
    }
}
