//! npm packages of frontend/package.json, kept per user and named after their lock file;
//! and wasm-opt, which is one of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{OrFail as _, Result};
use crate::hash::Fnv;
use crate::project::{self, Project};
use crate::run::{self, Quiet};
use crate::screen::Step;
use crate::setup::install::Turn;

/// The version of wasm-opt that Trunk.toml and package.json pin; older ones break today's modules.
const WASM_OPT: &str = "132";

/// The folder `node_modules`, or nothing where there is no node.
pub(crate) fn packages(project: &Project) -> Result<Option<PathBuf>> {
    let step = Step::begin("npm packages");
    if project::on_path("node").is_none() || project::on_path("npm").is_none() {
        step.without("no node and npm here");
        return Ok(None);
    }
    let frontend = project.root.join("frontend");
    let files = ["package.json", "package-lock.json"];
    let mut hash = Fnv::new();
    for file in files {
        let path = frontend.join(file);
        hash.add_part(&fs::read(&path).or_fail(|| format!("{} cannot be read", path.display()))?);
    }
    let name = format!("npm-{}", hash.hex());
    let modules = project.tools.join(&name).join("node_modules");
    if modules.is_dir() {
        step.done("there");
        return Ok(Some(modules));
    }
    let turn = Turn::wait(project, &step, &name)?;
    if !modules.is_dir() {
        step.working("fetching them");
        fs::create_dir_all(turn.partial()).or_fail(|| "The folder for npm packages cannot be made")?;
        for file in files {
            fs::copy(frontend.join(file), turn.partial().join(file)).or_fail(|| format!("{file} cannot be copied"))?;
        }
        let mut npm = project.command("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .current_dir(turn.partial());
        Quiet::new(project, &step, "npm", npm)
            .run("The npm packages could not be installed.")
            .map_err(|failure| failure.by_hand("check the network and run `npm ci` in frontend/"))?;
        turn.finish()?;
    }
    step.done("installed");
    Ok(Some(modules))
}

/// Where the page's module is made smaller, if anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WasmOpt {
    /// A real wasm-opt stands in this folder, or on PATH where there is none given.
    Real(Option<PathBuf>),
    /// A program of that name which only copies.
    Without(PathBuf),
}

impl WasmOpt {
    /// Chooses between npm's, one on PATH and none.
    pub(crate) fn find(project: &Project, modules: Option<&Path>) -> Result<Self> {
        let step = Step::begin(format!("wasm-opt {WASM_OPT}"));
        let ours = modules.map(|modules| modules.join(".bin"));
        for dir in [ours, None] {
            let file = dir
                .as_ref()
                .map(|dir| dir.join("wasm-opt"))
                .or_else(|| project::on_path("wasm-opt"));
            if file.is_some_and(|file| is_right(project, &file)) {
                step.done("there");
                return Ok(Self::Real(dir));
            }
        }
        step.without("missing, it comes with node: the page is built without it and is larger");
        stand_in(project).map(Self::Without)
    }

    /// The folder to put on PATH.
    pub(crate) fn dir(&self) -> Option<&Path> {
        match self {
            Self::Real(dir) => dir.as_deref(),
            Self::Without(dir) => Some(dir),
        }
    }

    /// One word for the page's fingerprint.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Real(_) => WASM_OPT,
            Self::Without(_) => "without",
        }
    }
}

fn is_right(project: &Project, file: &Path) -> bool {
    let mut program = project.command(file);
    program.arg("--version");
    run::ask(program).is_some_and(|said| version(&said) == Some(WASM_OPT))
}

/// `132` of `wasm-opt version 132 (version_132)`.
fn version(said: &str) -> Option<&str> {
    said.split_whitespace().nth(2)
}

/// A wasm-opt that answers like the pinned one and copies. `index.html` asks trunk for wasm-opt
/// and trunk has no switch to leave it out.
fn stand_in(project: &Project) -> Result<PathBuf> {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = project.root.join("target/xtask/without-wasm-opt");
    let file = dir.join("wasm-opt");
    let script = format!(
        "#!/bin/sh\n\
         # Called as: wasm-opt --output=FILE -Oz INPUT\n\
         if [ \"$1\" = --version ]; then echo 'wasm-opt version {WASM_OPT} (version_{WASM_OPT})'; exit; fi\n\
         for last; do case $last in --output=*) output=${{last#--output=}} ;; esac; done\n\
         cp \"$last\" \"$output\"\n"
    );
    let made = fs::create_dir_all(&dir)
        .and_then(|()| fs::write(&file, script))
        .and_then(|()| fs::set_permissions(&file, fs::Permissions::from_mode(0o755)));
    made.or_fail(|| format!("{} cannot be made", file.display()))?;
    Ok(dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_third_word() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version("wasm-opt version 108"), Some("108"));
        assert_eq!(version(""), None);
    }

    #[test]
    fn the_pins_of_wasm_opt_agree() -> Result<()> {
        let root = Project::find()?.root;
        let read = |file: &str| fs::read_to_string(root.join(file)).or_fail(|| file.to_owned());
        assert!(read("Trunk.toml")?.contains(&format!("wasm_opt = \"version_{WASM_OPT}\"")));
        assert!(read("frontend/package.json")?.contains(&format!("\"binaryen\": \"{WASM_OPT}.0.0\"")));
        // A lock file that names its registry would tie every clone to that host.
        assert!(!read("frontend/package-lock.json")?.contains("\"resolved\""));
        Ok(())
    }
}
