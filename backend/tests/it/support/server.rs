//! The server binary on a real socket, with a database of its own or of a story.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::JoinHandle;

use super::club;

/// A server that runs; it ends with this value.
pub(crate) struct Server {
    child: Child,
    /// Where it listens: `http://127.0.0.1:40123`.
    pub(crate) base: String,
    log: Option<JoinHandle<Vec<String>>>,
}

impl Server {
    /// Starts a demonstration with a page of one line in a folder, with more settings, and waits until it listens.
    pub(crate) fn start(folder: &Path, database: &str, settings: &[&str]) -> Self {
        std::fs::create_dir_all(folder.join("dist")).unwrap();
        std::fs::write(folder.join("dist/index.html"), "<!doctype html>").unwrap();
        let mut child = club(folder)
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--database-url", database])
            .args(settings)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stdout.take().unwrap());
        let base = format!("http://{}", address(&mut log));
        // Read on, so that it never waits for somebody to read its log.
        let log = std::thread::spawn(move || log.lines().map_while(Result::ok).collect());
        Self {
            child,
            base,
            log: Some(log),
        }
    }

    /// Kills it, as a power cut would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Tells it to stop, and answers everything that it has logged since it listened.
    pub(crate) fn stop(mut self) -> Vec<String> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success());
        self.log.take().unwrap().join().unwrap()
    }
}

fn address(log: &mut BufReader<ChildStdout>) -> String {
    let mut line = String::new();
    while !line.contains("listening") {
        line.clear();
        assert_ne!(log.read_line(&mut line).unwrap(), 0, "it does not listen");
    }
    let said: serde_json::Value = serde_json::from_str(&line).unwrap();
    said["address"].as_str().unwrap().into()
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
