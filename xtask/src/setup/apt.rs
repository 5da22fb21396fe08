//! Debian packages, where there is apt and a way to become root.

use std::io::IsTerminal as _;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Result};
use crate::project::{self, Project};
use crate::run::{self, Quiet};
use crate::screen::Step;

/// Whether this is the user who may do everything.
pub(crate) fn is_root(project: &Project) -> bool {
    let mut id = project.command("id");
    id.arg("-u");
    run::ask(id).as_deref() == Some("0")
}

/// Installs packages; `why` names what they bring, for the case that it cannot be done.
pub(crate) fn install(project: &Project, step: &Step, packages: &[&str], why: &str) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = format!("as root `apt-get update && apt-get install {list}`, or what your system calls them");
    let failed = |what: String| Failure::new(what).by_hand(by_hand.clone());
    if project::on_path("apt-get").is_none() {
        return Err(failed(format!("{why} missing, and there is no apt-get to bring it.")));
    }
    let root = is_root(project);
    if !root && !may_sudo(project) {
        return Err(failed(format!("{why} missing, and only root can install it here.")));
    }
    step.working(&format!("apt-get install {list}"));
    for args in [
        &["update", "-q"][..],
        &["install", "-q", "-y", "--no-install-recommends"][..],
    ] {
        let mut apt = as_root(project, root);
        apt.arg("apt-get").args(["-o", "DPkg::Lock::Timeout=120"]).args(args);
        if args.first() == Some(&"install") {
            apt.args(packages);
        }
        let ran = Quiet::new(project, step, "apt-get", apt).run("apt-get failed.");
        ran.map_err(|failure| failure.by_hand(by_hand.clone()))?;
    }
    Ok(())
}

/// `env` on both ways, so that the settings reach apt through sudo too.
fn as_root(project: &Project, root: bool) -> Command {
    let mut command = project.command(if root { "env" } else { "sudo" });
    if !root {
        command.args(["-n", "env"]);
    }
    command.arg("DEBIAN_FRONTEND=noninteractive");
    command
}

/// Whether sudo works without a question; on a terminal the person may answer it now.
fn may_sudo(project: &Project) -> bool {
    if project::on_path("sudo").is_none() {
        return false;
    }
    let mut quietly = project.command("sudo");
    quietly.args(["-n", "true"]);
    if run::ask(quietly).is_some() {
        return true;
    }
    let asked = || project.command("sudo").arg("-v").stdin(Stdio::inherit()).status();
    std::io::stdin().is_terminal() && asked().is_ok_and(|status| status.success())
}
