//! `cargo xtask serve`: from a bare machine to the running product.

use std::env;
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::args::Serve;
use crate::failure::{Failure, OrFail as _, Result};
use crate::page;
use crate::project::Project;
use crate::run;
use crate::screen::{self, Step};
use crate::tasks::server;

/// Builds, fills the database, and becomes the server; returns only on failure.
pub(crate) fn run(project: &Project, options: &Serve) -> Result<()> {
    let started = Instant::now();
    // Better said now than after ten minutes of building.
    free(options.listen)?;
    screen::say("Sakura Science Club: bringing everything up.");
    let make_page = || page::Tools::ensure(project).and_then(|tools| page::build(project, &tools));
    let ((), server) = run::both(make_page, || server::build(project))?;
    let file = database_file(&project.root, &options.database_url);
    if let Some(dir) = file.as_deref().and_then(Path::parent) {
        fs::create_dir_all(dir).or_fail(|| format!("{} cannot be made", dir.display()))?;
    }
    if options.fresh
        && let Some(file) = &file
    {
        remove(file)?;
    }
    server::migrate(project, &server, &options.database_url, options.fresh && file.is_none())?;
    server::demo(project, &server, &options.database_url, options.members)?;
    become_server(project, &server, options, started)
}

/// The server takes the place of this process, so that Ctrl-C and every other signal
/// reach it directly and nothing can be left behind.
fn become_server(project: &Project, server: &Path, options: &Serve, started: Instant) -> Result<()> {
    let ourselves = env::current_exe().or_fail(|| "This program cannot find itself")?;
    // Started through a shell that ends at once: the server would never ask how a child of its own ended.
    let announced = project
        .command("sh")
        .args(["-c", "\"$@\" &", "announce"])
        .arg(ourselves)
        .args(["announce", &options.listen.to_string(), &std::process::id().to_string()])
        .arg(started.elapsed().as_millis().to_string())
        .status();
    announced.or_fail(|| "sh cannot be started")?;
    let error = server::command(project, server, &options.database_url)
        .arg("serve")
        .env("CLUB_LISTEN", options.listen.to_string())
        .env("CLUB_DIST", project.dist())
        .env("CLUB_DEMO", "true")
        .exec();
    Err(Failure::new(format!(
        "{} cannot be started: {error}.",
        server.display()
    )))
}

fn free(address: SocketAddr) -> Result<()> {
    match TcpListener::bind(address) {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::new(format!("Nothing can listen on {address}: {error}."))
            .by_hand("end the program that uses it, or choose another one with `--listen 127.0.0.1:8090`")),
    }
}

/// The file of an SQLite URL; nothing for PostgreSQL and for databases in memory.
fn database_file(root: &Path, url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let path = rest.strip_prefix("//").unwrap_or(rest);
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    (!path.is_empty() && path != ":memory:").then(|| root.join(path))
}

/// Removes an SQLite database with the files that SQLite keeps beside it.
fn remove(file: &Path) -> Result<()> {
    let step = Step::begin("old database");
    for ending in ["", "-wal", "-shm"] {
        let mut path = file.as_os_str().to_owned();
        path.push(ending);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).or_fail(|| format!("{} cannot be removed", file.display()));
            }
            Ok(()) | Err(_) => {}
        }
    }
    step.done("removed");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_urls_of_sqlite_files_name_a_file() {
        let file = |url: &str| database_file(Path::new("/clone"), url);
        assert_eq!(file("sqlite://data/club.db"), Some("/clone/data/club.db".into()));
        assert_eq!(file("sqlite:data/club.db?mode=rwc"), Some("/clone/data/club.db".into()));
        assert_eq!(file("sqlite:///var/club.db"), Some("/var/club.db".into()));
        assert_eq!(file("sqlite::memory:"), None);
        assert_eq!(file("postgres://club@localhost/club"), None);
    }

    #[test]
    fn a_taken_port_is_said_before_anything_is_built() -> std::io::Result<()> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let failure = free(listener.local_addr()?).expect_err("the port is taken");
        assert!(failure.to_string().contains("--listen"));
        Ok(())
    }
}
