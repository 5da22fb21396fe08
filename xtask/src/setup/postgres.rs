//! A PostgreSQL of its own for one run of the tests: in a temporary folder, on a free port,
//! as a user who is not root, gone when the run is over however it ends.

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, pipe};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, OrFail as _, Result};
use crate::project::{self, Project, is_program};
use crate::run;
use crate::screen::Step;
use crate::setup::apt;

const PATIENCE: Duration = Duration::from_secs(60);

/// Makes, runs and removes one database cluster. It ends when its standard input does, that is
/// when we drop it or die; a process group of its own keeps Ctrl-C from ending it half-way.
/// How safe it writes is said by who starts it.
const SCRIPT: &str = r#"
bin=$1 port=$2 safety=$3 server=
dir=$(mktemp -d "${TMPDIR:-/tmp}/sakura-club-postgres.XXXXXX" 2>/dev/null ||
    mktemp -d /tmp/sakura-club-postgres.XXXXXX) || exit 1
finish() {
    [ -n "$server" ] && { kill -INT "$server"; wait "$server"; } 2>/dev/null
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
cd "$dir" || exit 1
"$bin/initdb" -D data -U club -A trust -E UTF8 --no-locale --no-sync >log 2>&1 || { cat log; exit 1; }
"$bin/postgres" -D data -h 127.0.0.1 -p "$port" -k '' \
    $safety -c max_connections=200 \
    </dev/null >>log 2>&1 &
server=$!
for _ in $(seq 300); do
    kill -0 "$server" 2>/dev/null || break
    if "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" -U club; then
        echo READY
        exec >/dev/null 2>&1
        cat
        exit 0
    fi
    sleep 0.1
done
tail -n 30 log
exit 1
"#;

/// What becomes of a commit when the power fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Safety {
    /// It may be lost: after a crash nobody wants the data of a test.
    Fast,
    /// It stays, as a server for people has it: for what is measured.
    Durable,
}

impl Safety {
    /// The server's options, for the shell to split.
    const fn options(self) -> &'static str {
        match self {
            Self::Fast => "-c fsync=off -c full_page_writes=off -c synchronous_commit=off",
            Self::Durable => "-c fsync=on -c synchronous_commit=on",
        }
    }
}

/// A running server; dropping it ends it.
#[derive(Debug)]
pub(crate) struct Postgres {
    child: Child,
    url: String,
}

impl Postgres {
    /// Starts one, installing PostgreSQL where there is none.
    pub(crate) fn start(project: &Project, safety: Safety) -> Result<Self> {
        let step = Step::begin("throw-away PostgreSQL");
        let bin = match programs(project) {
            Some(bin) => bin,
            None => {
                apt::install(project, &step, &["postgresql"], "PostgreSQL is")?;
                programs(project).ok_or_else(|| Failure::new("PostgreSQL was installed but initdb cannot be found."))?
            }
        };
        step.update("starting");
        // Another program may take the free port before PostgreSQL does.
        let mut last = Failure::new("PostgreSQL did not start.");
        for _ in 0..3 {
            match Self::attempt(project, &bin, safety) {
                Ok(server) => {
                    step.done("started");
                    return Ok(server);
                }
                Err(failure) => last = failure,
            }
        }
        Err(last.by_hand("see whether initdb and postgres run for a user who is not root"))
    }

    /// For `TEST_DATABASE_URL`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn attempt(project: &Project, bin: &Path, safety: Safety) -> Result<Self> {
        let port = free_port()?;
        let mut script = as_other_user(project)?;
        script
            .args(["sh", "-c", SCRIPT, "sakura-club-postgres"])
            .arg(bin)
            .arg(port.to_string())
            .arg(safety.options());
        std::os::unix::process::CommandExt::process_group(&mut script, 0);
        let (reader, writer) = pipe().or_fail(|| "No pipe can be had")?;
        let copy = writer.try_clone().or_fail(|| "No pipe can be had")?;
        let child = script
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(copy)
            .stderr(writer)
            .spawn()
            .or_fail(|| "PostgreSQL's shell cannot be started")?;
        // It holds the writing end of our pipe, whose end we wait for.
        drop(script);
        let server = Self {
            child,
            url: format!("postgres://club@127.0.0.1:{port}/postgres"),
        };
        let mut said = Vec::new();
        for line in BufReader::new(reader).lines().map_while(std::result::Result::ok) {
            if line == "READY" {
                return Ok(server);
            }
            said.push(line);
        }
        Err(Failure::new(format!(
            "PostgreSQL did not start: {}",
            said.join("\n    ")
        )))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // End of input is the script's sign to stop the server and to remove the folder.
        drop(self.child.stdin.take());
        let started = Instant::now();
        while started.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Runs what is added to it as somebody else when we are root: PostgreSQL refuses root.
fn as_other_user(project: &Project) -> Result<Command> {
    if !apt::is_root(project) {
        return Ok(project.command("env"));
    }
    let exists = |user: &&str| {
        let mut id = project.command("id");
        id.args(["-u", user]);
        run::ask(id).is_some()
    };
    let user = ["postgres", "nobody"].into_iter().find(exists);
    let user = user.ok_or_else(|| Failure::new("PostgreSQL needs a user who is not root, and there is none."))?;
    if project::on_path("setpriv").is_some() {
        let mut id = project.command("id");
        id.args(["-g", user]);
        let group = run::ask(id).unwrap_or_else(|| user.to_owned());
        let mut command = project.command("setpriv");
        command.args([
            &format!("--reuid={user}"),
            &format!("--regid={group}"),
            "--clear-groups",
            "--",
        ]);
        return Ok(command);
    }
    let mut command = project.command("runuser");
    command.args(["-u", user, "--"]);
    Ok(command)
}

/// The folder of initdb: Debian's newest, then PATH, then what pg_config says.
fn programs(project: &Project) -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = newest(versions.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    let debian = debian.map(|version| Path::new("/usr/lib/postgresql").join(version).join("bin"));
    let mut pg_config = project.command("pg_config");
    pg_config.arg("--bindir");
    let path = env::var_os("PATH").unwrap_or_default();
    let complete = |dir: &PathBuf| {
        ["initdb", "postgres", "pg_isready"]
            .iter()
            .all(|name| is_program(&dir.join(name)))
    };
    debian
        .into_iter()
        .chain(env::split_paths(&path))
        .find(complete)
        .or_else(|| run::ask(pg_config).map(PathBuf::from).filter(complete))
}

fn newest(versions: impl Iterator<Item = String>) -> Option<String> {
    versions
        .filter_map(|version| Some((version.parse::<u32>().ok()?, version)))
        .max()
        .map(|(_, version)| version)
}

fn free_port() -> Result<u16> {
    let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    bound
        .map(|address| address.port())
        .or_fail(|| "No free port can be had on 127.0.0.1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_is_newer_than_nine() {
        let versions = ["9", "15", "14", "common"].map(str::to_owned);
        assert_eq!(newest(versions.into_iter()).as_deref(), Some("15"));
        assert_eq!(newest(std::iter::empty()), None);
    }
}
