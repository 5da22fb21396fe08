//! `cargo xtask data`: the scripts of `frontend/tools/` write committed data from npm packages.

use std::fs;

use crate::failure::{Failure, OrFail as _, Result};
use crate::project::Project;
use crate::run;
use crate::screen;
use crate::setup::node;

/// Runs every script, in the order of their names; `args` follow the project's folder.
pub(crate) fn run(project: &Project, args: &[String]) -> Result<()> {
    let modules = node::packages(project)?;
    let modules = modules
        .ok_or_else(|| Failure::new("The scripts in frontend/tools need node.").by_hand("install node and npm"))?;
    let dir = project.root.join("frontend/tools");
    let mut scripts = Vec::new();
    for entry in fs::read_dir(&dir).or_fail(|| format!("{} cannot be read", dir.display()))? {
        let path = entry.or_fail(|| format!("{} cannot be read", dir.display()))?.path();
        scripts.extend(
            path.extension()
                .is_some_and(|extension| extension == "mjs")
                .then_some(path),
        );
    }
    scripts.sort();
    for script in scripts {
        let name = script.file_name().unwrap_or_default().to_string_lossy().into_owned();
        screen::say(&format!("  {name}"));
        let mut node = project.command("node");
        // `import` looks only beside the script, so that scripts find packages through this variable.
        node.arg(&script)
            .arg(&project.root)
            .arg(&modules)
            .args(args)
            .env("NODE_PATH", &modules);
        run::loudly(node, &format!("{name} failed."))?;
    }
    Ok(())
}
