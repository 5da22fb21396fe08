//! A real mail server, `tests/python/smtp_sink.py`, and the server binary that sends to it.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::stage::Stage;
use crate::support::{Server, python};

/// How long something may take that is being waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// The mail server; it ends with this value.
pub(super) struct Sink {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    pub(super) port: u16,
    mails: PathBuf,
    _folder: TempDir,
}

impl Sink {
    /// Starts one that takes mails from anybody and in clear.
    pub(super) fn start() -> Self {
        Self::with(&[])
    }

    /// Starts a secure one: `tls` or `starttls`, and the text of a PEM file with its certificate and key.
    pub(super) fn secure(way: &str, pem: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("server.pem");
        std::fs::write(&file, pem).unwrap();
        // It has read the file when it listens.
        Self::with(&[way, file.to_str().unwrap()])
    }

    fn with(arguments: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let mails = folder.path().join("mails.jsonl");
        std::fs::write(&mails, "").unwrap();
        let mut child = python("smtp_sink.py")
            .arg(&mails)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut sink = Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
            port: 0,
            mails,
            _folder: folder,
        };
        let said = sink.line();
        sink.port = said.strip_prefix("port ").unwrap().parse().unwrap();
        sink
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.trim_end().into()
    }

    /// Makes it wait at the next mail: `mail`, before it is taken; `data`, when it was taken and that is not answered.
    pub(super) fn hold(&mut self, place: &str) {
        writeln!(self.input, "hold {place}").unwrap();
        assert_eq!(self.line(), "holding");
    }

    /// Waits until a mail is held.
    pub(super) fn wait_until_held(&mut self) {
        assert_eq!(self.line(), "held");
    }

    /// Lets it go on.
    pub(super) fn go(&mut self) {
        writeln!(self.input, "go").unwrap();
    }

    /// The mails that it has taken, in order.
    pub(super) fn mails(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(&self.mails).unwrap();
        // The last line may be on its way still.
        let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
        whole.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The server binary on the database of a stage, sending to a mail server.
pub(super) fn mailing(folder: &Path, stage: &Stage, smtp_port: u16) -> Server {
    let smtp_url = format!("smtp://127.0.0.1:{smtp_port}");
    let from = "Sakura Science Club <club@club.example>";
    let settings = ["--public-url", "https://club.example", "--mail-from", from];
    let settings = [&settings[..], &["--smtp-url", &smtp_url]].concat();
    Server::start(folder, &stage.t.database_url(), &settings)
}

/// Waits until something holds.
pub(super) async fn until(mut holds: impl AsyncFnMut() -> bool) {
    let waiting = async {
        while !holds().await {
            tokio::task::yield_now().await;
        }
    };
    let came = tokio::time::timeout(PATIENCE, waiting).await;
    assert!(came.is_ok(), "it never came to be");
}
