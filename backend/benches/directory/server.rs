//! Servers under measurement: the release binary on a demo database, and the bare handler.

use std::io::Write;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use backend::client::Client;
use backend::db::{Db, DbOptions};
use backend::demo::{Plan, fill};
use backend::migration::Migrator;
use sea_orm_migration::MigratorTrait;
use shared::auth::{DemoSignIn, DemoSignInInput};
use shared::codes::Role;
use shared::directory::{GetOwnProfile, ListMembers, MemberFilter, UpdateProfile};

/// The longest a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(60);

/// A demo database in the build folder, made once for each number of people.
#[derive(Debug)]
pub(crate) struct Database {
    pub(crate) url: String,
    pub(crate) people: u32,
}

/// Makes the database if it is not there.
pub(crate) async fn database(people: u32) -> anyhow::Result<Database> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("bench-{people}-{}.db", env!("CARGO_PKG_VERSION")));
    for suffix in ["", "-wal", "-shm"] {
        let file = PathBuf::from(format!("{}{suffix}", path.display()));
        if file.exists() {
            std::fs::remove_file(file)?;
        }
    }
    let url = format!("sqlite://{}", path.display());
    let db = Db::open(&DbOptions {
        create: true,
        ..DbOptions::new(&url)
    })
    .await?;
    Migrator::up(&db.write, None).await?;
    let started = Instant::now();
    fill(
        &db,
        &Plan {
            members: people,
            seed: 1,
        },
        false,
    )
    .await?;
    println!("{people} people made in {:.1} s", started.elapsed().as_secs_f64());
    Ok(Database { url, people })
}

/// A running server; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// From the start of the process to its first correct answer.
    pub(crate) start_ms: f64,
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

impl Server {
    /// Starts the release binary.
    pub(crate) async fn start(database: &Database) -> anyhow::Result<Self> {
        let dist = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("dist");
        std::fs::create_dir_all(&dist)?;
        std::fs::write(dist.join("index.html"), "<!doctype html><title>bench</title>")?;
        let listen = format!("127.0.0.1:{}", free_port()?);
        let mut command = Command::new(env!("CARGO_BIN_EXE_sakura-club"));
        command
            .args(["serve", "--demo", "--listen", &listen, "--database-url", &database.url])
            .arg("--dist")
            .arg(dist);
        Self::run(command, listen, Some(database.people)).await
    }

    /// Starts the bare handler with recorded answers.
    pub(crate) async fn start_bare(answers: &[(String, bytes::Bytes)]) -> anyhow::Result<Self> {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("answers.tsv");
        let mut file = std::io::BufWriter::new(std::fs::File::create(&path)?);
        for (query, json) in answers {
            file.write_all(query.as_bytes())?;
            file.write_all(b"\t")?;
            file.write_all(json)?;
            file.write_all(b"\n")?;
        }
        file.flush()?;
        let listen = format!("127.0.0.1:{}", free_port()?);
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["bare", &listen]).arg(path);
        Self::run(command, listen, None).await
    }

    async fn run(mut command: Command, listen: String, people: Option<u32>) -> anyhow::Result<Self> {
        let started = Instant::now();
        let child = command
            .stdout(Stdio::null())
            .spawn()
            .context("the server does not start")?;
        let address = format!("http://{listen}");
        let mut server = Self {
            child,
            address,
            start_ms: 0.0,
        };
        let client = Client::new(&server.address);
        let everybody = MemberFilter {
            q: "wang".into(),
            ..MemberFilter::default()
        };
        loop {
            let is_up = match people {
                Some(_) => client
                    .call::<ListMembers>((), &everybody)
                    .await
                    .is_ok_and(|page| page.total > 0),
                None => client.fetch::<ListMembers>((), &everybody).await.is_ok(),
            };
            if is_up {
                break;
            }
            if started.elapsed() > PATIENCE {
                bail!("the server does not answer");
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server.start_ms = started.elapsed().as_secs_f64() * 1_000.0;
        Ok(server)
    }

    /// Resident memory in megabytes.
    pub(crate) fn memory_mb(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .context("no figure of memory")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
        Ok(kilobytes / 1_024.0)
    }

    /// Writes one edit.
    pub(crate) async fn touch(&self) -> anyhow::Result<()> {
        Editor::new(self).await?.edit(0).await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Somebody who edits their profile again and again.
#[derive(Debug)]
pub(crate) struct Editor(Client);

impl Editor {
    /// Signs in as the coordinator.
    pub(crate) async fn new(server: &Server) -> anyhow::Result<Self> {
        let client = Client::new(&server.address);
        let input = DemoSignInInput {
            role: Some(Role::Coordinator),
            member_id: None,
        };
        client.call::<DemoSignIn>((), &input).await?;
        Ok(Self(client))
    }

    /// Writes one edit: another name and affiliation each time.
    pub(crate) async fn edit(&self, number: u32) -> anyhow::Result<()> {
        let mut input = self
            .0
            .call::<GetOwnProfile>((), &shared::api::Empty {})
            .await?
            .to_input();
        input.name = format!("Asha Edited {}", number % 100);
        input.affiliation = format!("Laboratory {}", number % 10);
        self.0.call::<UpdateProfile>((), &input).await?;
        Ok(())
    }
}
