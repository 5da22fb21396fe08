//! The binary itself: every command ends in success or in one clear sentence and a non-zero exit.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::{club, migrated, run};

/// The one sentence on the error output of a command that must have failed.
#[track_caller]
fn sentence(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!output.status.success(), "{text}");
    assert_eq!(text.trim_end().lines().count(), 1, "{text}");
    assert!(text.starts_with("sakura-club: "), "{text}");
    text
}

#[test]
fn a_missing_database_is_named_and_not_made() {
    let folder = TempDir::new().unwrap();
    for command in ["serve", "demo"] {
        let said = sentence(&run(folder.path(), &[command]));
        assert!(
            said.contains("no database at data/club.db") && said.contains("sakura-club migrate"),
            "{said}"
        );
        assert!(!folder.path().join("data").exists());
    }
}

#[test]
fn a_broken_database_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    let broken = folder.path().join("data/club.db");
    std::fs::write(
        &broken,
        "this is no database, it is a text that is long enough to be read",
    )
    .unwrap();
    for command in ["serve", "migrate", "demo"] {
        let said = sentence(&run(folder.path(), &[command]));
        assert!(said.contains("cannot open the database at data/club.db"), "{said}");
    }
    assert!(
        std::fs::read_to_string(&broken)
            .unwrap()
            .starts_with("this is no database")
    );
}

#[test]
fn an_unreachable_server_and_a_strange_url_are_told_apart() {
    let folder = TempDir::new().unwrap();
    let nobody = "postgres://club@127.0.0.1:1/club";
    let said = sentence(&run(folder.path(), &["serve", "--database-url", nobody]));
    assert!(said.contains("cannot reach the PostgreSQL database"), "{said}");
    let said = sentence(&run(folder.path(), &["serve", "--database-url", "mysql://club"]));
    assert!(said.contains("sqlite:// or postgres://"), "{said}");
}

#[test]
fn a_missing_page_and_a_taken_port_are_named() {
    let folder = migrated();
    let said = sentence(&run(folder.path(), &["serve"]));
    assert!(
        said.contains("no page at dist") && said.contains("cargo xtask serve"),
        "{said}"
    );
    std::fs::create_dir(folder.path().join("dist")).unwrap();
    std::fs::write(folder.path().join("dist/index.html"), "<!doctype html>").unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = sentence(&run(folder.path(), &["serve", "--listen", &address]));
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
}

#[test]
fn demo_people_go_into_an_empty_database_only() {
    let folder = migrated();
    assert!(run(folder.path(), &["demo", "--members", "20"]).status.success());
    let said = sentence(&run(folder.path(), &["demo", "--members", "20"]));
    assert!(said.contains("people in the database already"), "{said}");
    assert!(
        run(folder.path(), &["demo", "--members", "20", "--if-empty"])
            .status
            .success()
    );
    assert!(!run(folder.path(), &["demo", "--members", "0"]).status.success());
    assert!(!run(folder.path(), &["demo", "--members", "5000001"]).status.success());
}

/// A server on a free port; it is stopped with this value.
struct Running {
    child: Child,
    address: String,
    log: BufReader<std::process::ChildStdout>,
    _folder: TempDir,
}

impl Running {
    fn start() -> Self {
        let folder = migrated();
        assert!(run(folder.path(), &["demo", "--members", "50"]).status.success());
        std::fs::create_dir(folder.path().join("dist")).unwrap();
        let page = "<!doctype html><title>page</title><script>one()</script>";
        std::fs::write(folder.path().join("dist/index.html"), page).unwrap();
        std::fs::write(folder.path().join("dist/app-0123456789abcdef.js"), "one()").unwrap();
        let mut command = club(folder.path());
        command
            .args(["serve", "--demo", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut log = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        log.read_line(&mut line).unwrap();
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        Self {
            child,
            address: line["address"].as_str().unwrap().to_owned(),
            log,
            _folder: folder,
        }
    }

    /// Sends raw bytes and reads the whole answer.
    fn raw(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.raw(&format!(
            "GET {path} HTTP/1.1\r\nHost: club.example\r\nConnection: close\r\n\r\n"
        ))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn pages_are_html_for_their_own_addresses_and_the_api_never_is() {
    let server = Running::start();
    for path in ["/", "/directory?q=wang", "/members/0190", "/nowhere"] {
        let answer = server.get(path);
        assert!(
            answer.starts_with("HTTP/1.1 200") && answer.contains("<title>page"),
            "{answer}"
        );
        assert!(answer.to_lowercase().contains("cache-control: no-cache"), "{answer}");
        assert!(
            answer.contains("'sha256-"),
            "the inline script is allowed by its hash: {answer}"
        );
    }
    let hashed = server.get("/app-0123456789abcdef.js").to_lowercase();
    assert!(
        hashed.contains("cache-control: public, max-age=31536000, immutable"),
        "{hashed}"
    );
    assert!(server.get("/").to_lowercase().contains("\netag: "));
    for path in ["/api/nothing", "/api", "/missing.js", "/..%2f..%2fCargo.toml"] {
        let answer = server.get(path);
        assert!(
            !answer.contains("<title>page") && !answer.starts_with("HTTP/1.1 5"),
            "{path}: {answer}"
        );
    }
}

#[test]
fn each_request_is_one_log_line_without_personal_data_and_the_server_stops_when_told() {
    let mut server = Running::start();
    server.get("/api/members?q=Somebody+Secret");
    server.get("/api/members/0190-secret");
    let pid = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    assert!(server.child.wait().unwrap().success(), "told to stop, it ends well");
    let mut log = String::new();
    server.log.read_to_string(&mut log).unwrap();
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let requests: Vec<_> = lines.iter().filter(|line| line["message"] == "request").collect();
    assert_eq!(requests.len(), 2, "{log}");
    assert_eq!(requests[0]["route"], "/api/members");
    assert_eq!(requests[1]["route"], "/api/members/{member_id}");
    assert!(!log.to_lowercase().contains("secret"), "{log}");
}
