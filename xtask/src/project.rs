//! Where things are: the clone, its build folder, the per-user tool cache,
//! and how a child program is started with a clean environment.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};

/// The folders every task needs.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    /// The clone: the folder of the workspace's Cargo.toml.
    pub(crate) root: PathBuf,
    /// Cargo's build folder, given to every cargo call so that there is only one.
    pub(crate) target: PathBuf,
    /// Tools shared by all clones of one person.
    pub(crate) tools: PathBuf,
}

impl Project {
    /// Finds the folders; fails only where there is no home to keep tools in.
    pub(crate) fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.parent().unwrap_or(here).to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) if !dir.is_empty() => root.join(dir),
            _ => root.join("target"),
        };
        let cache = cache_home(
            env::var_os("XDG_CACHE_HOME").map(Into::into),
            env::var_os("HOME").map(Into::into),
        )
        .ok_or_else(|| {
            Failure::new("There is no folder to keep tools in: neither XDG_CACHE_HOME nor HOME is set.")
                .by_hand("set XDG_CACHE_HOME to a folder you can write to")
        })?;
        Ok(Self {
            root,
            target,
            tools: cache.join("sakura-club/tools"),
        })
    }

    /// The built page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Full output of every quiet step.
    pub(crate) fn logs(&self) -> PathBuf {
        self.root.join("target/xtask-logs")
    }

    /// What the page's build makes before trunk reads it. Fixed, because `index.html` names it.
    pub(crate) fn page_parts(&self) -> PathBuf {
        self.root.join("target/page")
    }

    /// The server's program in one of cargo's profiles.
    pub(crate) fn server(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join("sakura-club")
    }

    /// A program run in the clone, without what `cargo run` left in our environment.
    ///
    /// Build scripts such as ring's ask to be run again when `CARGO_MANIFEST_DIR` and its
    /// like change, so passing ours on would rebuild half the tree after each plain `cargo build`.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(is_left_by_cargo_run) {
                command.env_remove(name);
            }
        }
        command
    }

    /// Cargo, in the toolchain that runs us.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = self.command("cargo");
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

fn cache_home(xdg: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    // The XDG rules say that a relative path is to be ignored.
    xdg.filter(|path| path.is_absolute())
        .or_else(|| home.filter(|path| path.is_absolute()).map(|h| h.join(".cache")))
}

fn is_left_by_cargo_run(name: &str) -> bool {
    name.starts_with("CARGO_PKG_")
        || matches!(
            name,
            "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH" | "CARGO_BIN_NAME" | "CARGO_CRATE_NAME"
        )
        || matches!(
            name,
            "CARGO_PRIMARY_PACKAGE" | "CARGO_MANIFEST_LINKS" | "OUT_DIR" | "RUST_RECURSION_COUNT"
        )
}

/// `dirs` in front of the PATH we were given.
pub(crate) fn path_with(dirs: &[PathBuf]) -> Result<std::ffi::OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let all = dirs.iter().cloned().chain(env::split_paths(&inherited));
    env::join_paths(all).map_err(|error| Failure::new(format!("A tool's folder cannot be put on PATH: {error}.")))
}

/// The first program of this name on PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    all_on_path(program).next()
}

/// Every program of this name on PATH, the first one first.
pub(crate) fn all_on_path(program: &str) -> impl Iterator<Item = PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let files: Vec<PathBuf> = env::split_paths(&path).map(|dir| dir.join(program)).collect();
    files.into_iter().filter(|file| is_program(file))
}

/// Whether this is a file one may execute.
pub(crate) fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata()
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_follow_xdg_and_fall_back_to_the_home_folder() {
        let home = Some(PathBuf::from("/home/ada"));
        assert_eq!(cache_home(Some("/caches".into()), home.clone()), Some("/caches".into()));
        assert_eq!(
            cache_home(Some("relative".into()), home.clone()),
            Some("/home/ada/.cache".into())
        );
        assert_eq!(cache_home(None, home), Some("/home/ada/.cache".into()));
        assert_eq!(cache_home(None, None), None);
    }

    #[test]
    fn settings_for_cargo_stay_and_traces_of_cargo_run_go() {
        assert!(is_left_by_cargo_run("CARGO_MANIFEST_DIR"));
        assert!(is_left_by_cargo_run("CARGO_PKG_VERSION"));
        for kept in [
            "CARGO_HOME",
            "CARGO_TARGET_DIR",
            "CARGO_NET_OFFLINE",
            "CARGO_PROFILE_RELEASE_LTO",
            "RUSTFLAGS",
        ] {
            assert!(!is_left_by_cargo_run(kept), "{kept}");
        }
    }
}
