//! The release server with the demonstration's people, on a database of its own; it ends with this program.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;

use super::leash::Leash;
use super::{Result, wait};

/// A running server.
pub(crate) struct Server {
    port: u16,
    _leash: Leash,
}

/// What `cargo xtask bench` hands over.
pub(crate) fn given(variable: &str) -> Result<OsString> {
    Ok(env::var_os(variable).ok_or_else(|| format!("{variable} is not set: start with `cargo xtask bench map`"))?)
}

impl Server {
    /// Makes a database with so many people, and serves it.
    pub(crate) fn start(people: u32) -> Result<Self> {
        let program = given("CLUB_BENCH_SERVER")?;
        let folder = env::temp_dir().join(format!("sakura-club-bench-{}-server", std::process::id()));
        let data = folder.join("data");
        fs::create_dir_all(&data)?;
        let database = OsString::from(format!("sqlite://{}", data.join("club.db").display()));
        for args in [&["migrate"][..], &["demo", "--members", &people.to_string()]] {
            let output = Command::new(&program)
                .args(args)
                .arg("--database-url")
                .arg(&database)
                .output()?;
            if !output.status.success() {
                let said = String::from_utf8_lossy(&output.stderr);
                return Err(format!("{} failed: {said}", args.join(" ")).into());
            }
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let (listen, dist) = (format!("127.0.0.1:{port}"), given("CLUB_BENCH_DIST")?);
        let args = ["serve", "--demo", "--listen", &listen, "--dist"].map(OsStr::new);
        let rest = [&dist, OsStr::new("--database-url"), &database];
        let args: Vec<&OsStr> = args.into_iter().chain(rest).collect();
        let mut leash = Leash::start(folder, &program, &args)?;
        let is_there = || get(port, "/readyz").is_ok_and(|(head, _)| is_good(&head));
        if !wait::until(|| !leash.is_running() || is_there()) || !leash.is_running() {
            return Err(format!("the server does not answer; it said:\n{}", leash.said()).into());
        }
        Ok(Self { port, _leash: leash })
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The origin of its pages.
    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it answers to everybody, uncompressed.
    pub(crate) fn answer(&self, path: &str) -> Result<String> {
        match get(self.port, path)? {
            (head, body) if is_good(&head) => Ok(body),
            (head, _) => Err(format!("{path} is answered with {head}").into()),
        }
    }
}

fn is_good(head: &str) -> bool {
    head.starts_with("HTTP/1.1 200")
}

fn get(port: u16, path: &str) -> Result<(String, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer
        .split_once("\r\n\r\n")
        .ok_or("an answer without an end of its head")?;
    Ok((head.to_owned(), body.to_owned()))
}
