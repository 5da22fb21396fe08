//! Every setting: a flag, an environment variable and a documented default.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// The server of Sakura Science Club.
#[derive(Debug, Parser)]
#[command(name = "sakura-club", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the binary can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the page and the API.
    Serve(ServeArgs),
    /// Bring the database's schema up to date and add published figures and past events that are missing; makes a
    /// missing SQLite file.
    Migrate(MigrateArgs),
    /// Fill an empty database with generated, fictional people and figures.
    Demo(DemoArgs),
    /// Take in a file.
    #[command(subcommand)]
    Import(ImportCommand),
}

/// What can be taken in.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Publish numbers of invitees: all rows of a CSV file, or none of them when any is bad. A figure replaces the one
    /// of the same place, years and scope.
    Figures(ImportFiguresArgs),
}

/// Where the data lives.
#[derive(Clone, Debug, Args)]
pub struct DatabaseArgs {
    /// sqlite://PATH or postgres://USER@HOST/NAME
    #[arg(long, env = "CLUB_DATABASE_URL", default_value = "sqlite://data/club.db")]
    pub database_url: String,
}

/// Settings of `serve`.
#[derive(Clone, Debug, Args)]
pub struct ServeArgs {
    /// Where the data lives.
    #[command(flatten)]
    pub database: DatabaseArgs,
    /// The address to listen on.
    #[arg(long, env = "CLUB_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The folder of the built page.
    #[arg(long, env = "CLUB_DIST", default_value = "dist")]
    pub dist: PathBuf,
    /// Demo mode: everybody may sign in as a fictional person.
    #[arg(long, env = "CLUB_DEMO", default_value_t = false)]
    pub demo: bool,
    /// The address people type, such as `https://club.example`; https makes cookies secure. Empty: as reached.
    #[arg(long, env = "CLUB_PUBLIC_URL", default_value = "")]
    pub public_url: String,
    /// The server that sends mails: smtps://USER:PASSWORD@HOST, smtp://USER:PASSWORD@HOST?tls=required for STARTTLS, or
    /// smtp://HOST:PORT in one's own network. Empty: mails stay in the outbox.
    #[arg(long, env = "CLUB_SMTP_URL", default_value = "", hide_env_values = true)]
    pub smtp_url: String,
    /// A PEM file with certificates of authorities that the mail server's certificate may be of, besides the usual ones.
    #[arg(long, env = "CLUB_MAIL_CA")]
    pub mail_ca: Option<PathBuf>,
    /// From whom mails come, such as `Sakura Science Club <club@club.example>`.
    #[arg(long, env = "CLUB_MAIL_FROM", default_value = "")]
    pub mail_from: String,
    /// Seconds that running requests get to end when the server is told to stop.
    #[arg(long, env = "CLUB_SHUTDOWN_SECONDS", default_value_t = 10)]
    pub shutdown_seconds: u64,
    /// How many answers to events are written in one transaction at the most; 1 is only good for comparing.
    #[arg(long, env = "CLUB_ANSWERS_PER_COMMIT", default_value_t = 4096)]
    pub answers_per_commit: usize,
    /// What is logged, as a filter of the tracing crate.
    #[arg(long, env = "CLUB_LOG", default_value = "info")]
    pub log: String,
}

/// Settings of `migrate`.
#[derive(Clone, Debug, Args)]
pub struct MigrateArgs {
    /// Where the data lives.
    #[command(flatten)]
    pub database: DatabaseArgs,
    /// First drop everything that is there.
    #[arg(long, default_value_t = false)]
    pub fresh: bool,
}

/// Settings of `demo`.
#[derive(Clone, Debug, Args)]
pub struct DemoArgs {
    /// Where the data lives.
    #[command(flatten)]
    pub database: DatabaseArgs,
    /// How many people, 1 to 5,000,000.
    #[arg(long, env = "CLUB_DEMO_MEMBERS", default_value_t = 42_652, value_parser = clap::value_parser!(u32).range(1..=5_000_000))]
    pub members: u32,
    /// The same seed makes the same people.
    #[arg(long, env = "CLUB_DEMO_SEED", default_value_t = 1)]
    pub seed: u64,
    /// Do nothing when there are people already.
    #[arg(long, default_value_t = false)]
    pub if_empty: bool,
}

/// Settings of `import figures`.
#[derive(Clone, Debug, Args)]
pub struct ImportFiguresArgs {
    /// Where the data lives.
    #[command(flatten)]
    pub database: DatabaseArgs,
    /// The file, with the columns of `backend/data/invitee_figures.csv`.
    pub file: PathBuf,
}
