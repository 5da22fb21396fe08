//! One word for everything the page is made from: equal words, equal page.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{OrFail as _, Result};
use crate::hash::Fnv;
use crate::project::Project;
use crate::run;

/// Files and folders of the clone that go into the page. Our own sources are among them,
/// because the hooks shape the output too.
const INPUTS: [&str; 8] = [
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "frontend",
    "shared",
    "xtask/src",
];

/// Folders that only tests, tools and editors read.
const NOT_BUILT: [&str; 5] = ["tests", "tools", "benches", "node_modules", "target"];

/// The fingerprint of the page that would be built now; `tools` names what would build it.
pub(crate) fn of(project: &Project, tools: &str) -> Result<String> {
    let mut hash = Fnv::new();
    let mut rustc = project.command("rustc");
    rustc.arg("-V");
    for part in [
        tools.to_owned(),
        run::ask(rustc).unwrap_or_default(),
        env::var("RUSTFLAGS").unwrap_or_default(),
    ] {
        hash.add_part(part.as_bytes());
    }
    for file in inputs(&project.root)? {
        let bytes = fs::read(project.root.join(&file)).or_fail(|| format!("{} cannot be read", file.display()))?;
        hash.add_part(file.as_os_str().as_encoded_bytes());
        hash.add_part(&bytes);
    }
    Ok(hash.hex())
}

/// All input files, relative to the clone, in one order on every machine.
fn inputs(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for input in INPUTS {
        gather(root, Path::new(input), &mut files)?;
    }
    files.sort();
    Ok(files)
}

fn gather(root: &Path, path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let full = root.join(path);
    if full.is_file() {
        files.push(path.to_path_buf());
    } else if full.is_dir() {
        for entry in fs::read_dir(&full).or_fail(|| format!("{} cannot be read", full.display()))? {
            let name = entry
                .or_fail(|| format!("{} cannot be read", full.display()))?
                .file_name();
            let text = name.to_string_lossy();
            let is_note = text.ends_with(".md") || text.ends_with('~') || text.starts_with('.');
            if !is_note && !NOT_BUILT.contains(&text.as_ref()) {
                gather(root, &path.join(&name), files)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_counts_and_what_is_only_tested_does_not() -> Result<()> {
        let files = inputs(&Project::find()?.root)?;
        let has = |name: &str| files.iter().any(|file| file == Path::new(name));
        assert!(has("Cargo.lock") && has("frontend/Cargo.toml") && has("xtask/src/main.rs"));
        assert!(
            !files
                .iter()
                .any(|file| file.components().any(|part| part.as_os_str() == "tests"))
        );
        assert!(files.is_sorted());
        Ok(())
    }
}
