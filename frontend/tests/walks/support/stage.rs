//! What all walks share: one server with a whole demo club, one driver, and the files they were given. Started by the
//! first walk, ended with the test binary.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::leash::Leash;
use super::{site, wait};

/// People of the shared server: the whole club.
const MEMBERS: u32 = 42_652;

/// Everything a walk needs.
pub(crate) struct Stage {
    /// The shared server.
    pub(crate) server: Server,
    /// The driver's address.
    pub(crate) driver: String,
    /// Where pictures go.
    pub(crate) screens: PathBuf,
    /// The accessibility checker.
    pub(crate) axe: String,
    /// The browser.
    pub(crate) chromium: OsString,
    leash: Leash,
}

impl Stage {
    /// A folder for one browser's profile.
    pub(crate) fn profile(&self) -> PathBuf {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        self.leash.folder().join(format!("profile-{number}"))
    }
}

/// The stage, set up by whoever comes first.
pub(crate) fn stage() -> &'static Stage {
    static STAGE: OnceLock<Result<Stage, String>> = OnceLock::new();
    match STAGE.get_or_init(set_up) {
        Ok(stage) => stage,
        Err(reason) => panic!("{reason}"),
    }
}

fn set_up() -> Result<Stage, String> {
    let axe = PathBuf::from(given("CLUB_TEST_AXE")?);
    let axe = fs::read_to_string(&axe).map_err(|error| format!("{} cannot be read: {error}", axe.display()))?;
    let screens = PathBuf::from(given("CLUB_TEST_SCREENS")?);
    fs::create_dir_all(&screens).map_err(|error| format!("{} cannot be made: {error}", screens.display()))?;
    let chromium = given("CHROMIUM")?;
    let server = Server::start("club", MEMBERS)?;
    let (program, port) = (given("CHROMEDRIVER")?, free_port()?);
    let flag = OsString::from(format!("--port={port}"));
    let mut leash = Leash::start(folder("driver"), &program, &[&flag])?;
    ready(&mut leash, port, "/status", "the browser's driver")?;
    Ok(Stage {
        server,
        driver: format!("http://127.0.0.1:{port}"),
        screens,
        axe,
        chromium,
        leash,
    })
}

fn given(variable: &str) -> Result<OsString, String> {
    env::var_os(variable).ok_or_else(|| format!("{variable} is not set: start the walks with `cargo xtask test walks`"))
}

fn folder(name: &str) -> PathBuf {
    env::temp_dir().join(format!("sakura-club-walks-{}-{name}", std::process::id()))
}

fn free_port() -> Result<u16, String> {
    let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    address
        .map(|address| address.port())
        .map_err(|error| format!("there is no free port: {error}"))
}

fn ready(leash: &mut Leash, port: u16, path: &str, what: &str) -> Result<(), String> {
    let is_there = wait::until(|| !leash.is_running() || is_good(port, path).unwrap_or(false));
    if is_there && leash.is_running() {
        return Ok(());
    }
    Err(format!("{what} does not answer; it said:\n{}", leash.said()))
}

const GOOD: &[u8] = b"HTTP/1.1 200";

/// Whether a path is answered well. The driver never closes a connection, so only the beginning is read.
fn is_good(port: u16, path: &str) -> std::io::Result<bool> {
    let mut beginning = [0; GOOD.len()];
    http_request(port, path)?.read_exact(&mut beginning)?;
    Ok(beginning == GOOD)
}

/// Asks the server for a path without a browser; the whole answer as it came.
pub(crate) fn http_get(port: u16, path: &str) -> std::io::Result<String> {
    let mut answer = Vec::new();
    http_request(port, path)?.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn http_request(port: u16, path: &str) -> std::io::Result<TcpStream> {
    let patience = Duration::from_secs(5);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, patience)?;
    stream.set_read_timeout(Some(patience))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n"
    )?;
    Ok(stream)
}

/// A server with demo people of its own.
pub(crate) struct Server {
    port: u16,
    database: OsString,
    folder: PathBuf,
    dist: PathBuf,
    leash: Option<Leash>,
}

impl Server {
    /// Makes a database with so many people, and serves it.
    pub(crate) fn start(name: &str, members: u32) -> Result<Self, String> {
        Self::start_with(name, members, given("CLUB_TEST_DIST")?.into())
    }

    /// The same with a page that lacks the files in whose paths this stands, all of its pieces between asterisks.
    pub(crate) fn start_without(missing: &str, name: &str, members: u32) -> Result<Self, String> {
        let dist = folder(name).join("dist");
        site::copy(&PathBuf::from(given("CLUB_TEST_DIST")?), &dist, &|path| {
            !missing.split('*').all(|piece| path.contains(piece))
        })?;
        Self::start_with(name, members, dist)
    }

    /// Puts back what is missing.
    pub(crate) fn complete(&self) -> Result<(), String> {
        site::copy(&PathBuf::from(given("CLUB_TEST_DIST")?), &self.dist, &|_| true)
    }

    fn start_with(name: &str, members: u32, dist: PathBuf) -> Result<Self, String> {
        let folder = folder(name);
        let data = folder.join("data");
        fs::create_dir_all(&data).map_err(|error| format!("{} cannot be made: {error}", data.display()))?;
        let database = OsString::from(format!("sqlite://{}", data.join("club.db").display()));
        run(&["migrate"], &database)?;
        run(&["demo", "--members", &members.to_string()], &database)?;
        let mut server = Self {
            port: free_port()?,
            database,
            folder,
            dist,
            leash: None,
        };
        server.restart()?;
        Ok(server)
    }

    /// The origin of its pages.
    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Ends it, as when its machine is gone.
    pub(crate) fn stop(&mut self) {
        if let Some(leash) = self.leash.take() {
            leash.end();
        }
    }

    /// Starts it on the same port and database.
    pub(crate) fn restart(&mut self) -> Result<(), String> {
        let program = given("CLUB_TEST_SERVER")?;
        let listen = OsString::from(format!("127.0.0.1:{}", self.port));
        let words = ["serve", "--demo", "--shutdown-seconds", "0", "--listen"].map(OsStr::new);
        let rest: [&OsStr; 5] = [
            &listen,
            OsStr::new("--dist"),
            self.dist.as_os_str(),
            OsStr::new("--database-url"),
            &self.database,
        ];
        let args: Vec<&OsStr> = words.into_iter().chain(rest).collect();
        let mut leash = Leash::start(self.folder.clone(), &program, &args)?;
        ready(&mut leash, self.port, "/readyz", "the server")?;
        self.leash = Some(leash);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Runs one of the server's own commands to its end.
fn run(args: &[&str], database: &OsStr) -> Result<(), String> {
    let program = given("CLUB_TEST_SERVER")?;
    let mut command = Command::new(&program);
    command.args(args).arg("--database-url").arg(database);
    let output = command
        .output()
        .map_err(|error| format!("{} cannot be started: {error}", program.display()))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("{} {} failed:\n{said}", program.display(), args.join(" ")))
}
