//! Servers under measurement: the release binary, and the same without its guard.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use backend::app::{App, Settings};
use backend::client::Client;
use backend::clock::Clock;
use backend::db::{Db, DbOptions};
use shared::api::Empty;
use shared::ids::EventId;
use shared::rsvp::GetRsvp;

/// The longest a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether seats are guarded against being sold twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    /// As for people.
    On,
    /// For the negative control.
    Off,
}

/// A running server; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// Host and port.
    pub(crate) address: String,
}

impl Server {
    /// Starts a server and waits until it answers.
    pub(crate) async fn start(url: &str, guard: Guard, at_once: usize) -> anyhow::Result<Self> {
        let address = format!("127.0.0.1:{}", free_port()?);
        let mut command = match guard {
            Guard::On => {
                let mut command = Command::new(env!("CARGO_BIN_EXE_sakura-club"));
                command
                    .args(["serve", "--listen", &address, "--database-url", url])
                    .args(["--answers-per-commit", &at_once.to_string()])
                    .arg("--dist")
                    .arg(empty_page()?);
                command
            }
            Guard::Off => {
                let mut command = Command::new(std::env::current_exe()?);
                command.args(["unguarded", &address, url]);
                command
            }
        };
        let child = command
            .stdout(Stdio::null())
            .spawn()
            .context("the server does not start")?;
        let server = Self { child, address };
        let started = Instant::now();
        while tokio::net::TcpStream::connect(&server.address).await.is_err() {
            if started.elapsed() > PATIENCE {
                bail!("the server does not answer");
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(server)
    }

    /// Reads the counts of an event.
    pub(crate) async fn look_at(&self, event: EventId) -> anyhow::Result<()> {
        let client = Client::new(format!("http://{}", self.address));
        client.call::<GetRsvp>(event, &Empty {}).await?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn empty_page() -> anyhow::Result<PathBuf> {
    let dist = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("dist");
    std::fs::create_dir_all(&dist)?;
    std::fs::write(dist.join("index.html"), "<!doctype html><title>bench</title>")?;
    Ok(dist)
}

/// Serves the API with the guard off.
pub(crate) async fn serve_unguarded(listen: &str, url: &str) -> anyhow::Result<()> {
    let settings = Settings {
        is_seat_guard_off: true,
        ..Settings::default()
    };
    let app = App::start(Db::open(&DbOptions::new(url)).await?, settings, Clock::System).await?;
    let listener = tokio::net::TcpListener::bind(listen).await?;
    axum::serve(listener, backend::router(app)?).await?;
    Ok(())
}
