//! What the commands do. Each ends in success, or in one clear sentence and a non-zero exit.

use std::io::{IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use lettre::message::Mailbox;
use sea_orm_migration::MigratorTrait;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use crate::app::{App, Settings};
use crate::clock::Clock;
use crate::config::{Cli, Command, DemoArgs, ImportCommand, ImportFiguresArgs, MigrateArgs, ServeArgs};
use crate::db::{Db, DbOptions};
use crate::features::events::seed_past_events;
use crate::features::map::{self, Verdict, figure_file};
use crate::log::{JsonLines, Log};
use crate::mail::{self, Smtp};
use crate::migration::Migrator;
use crate::{demo, http};

/// Runs a command to its end.
pub fn run(cli: Cli) -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return complain(&error.into()),
    };
    let done = runtime.block_on(async {
        match cli.command {
            Command::Serve(args) => serve(args).await,
            Command::Migrate(args) => migrate(args).await,
            Command::Demo(args) => fill(args).await,
            Command::Import(ImportCommand::Figures(args)) => import_figures(args).await,
        }
    });
    // A connection that hangs must not keep the process alive.
    runtime.shutdown_timeout(Duration::from_secs(1));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&error),
    }
}

fn complain(error: &anyhow::Error) -> ExitCode {
    eprintln!("sakura-club: {error:#}");
    ExitCode::FAILURE
}

async fn serve(args: ServeArgs) -> anyhow::Result<()> {
    let (log, _writing) = Log::start(std::io::stdout()).context("the log cannot be written")?;
    tracing_subscriber::fmt()
        .event_format(JsonLines)
        .with_writer(log)
        .with_env_filter(EnvFilter::try_new(&args.log).context("CLUB_LOG is not a filter")?)
        .init();
    let db = Db::open(&DbOptions::new(&args.database.database_url)).await?;
    db.check_schema().await?;
    let smtp = post_office(&args)?;
    let settings = Settings {
        dist: Some(args.dist),
        is_demo: args.demo,
        answers_per_commit: args.answers_per_commit,
        is_seat_guard_off: false,
        mail_from: args.mail_from,
        links: if args.public_url.is_empty() {
            format!("http://{}", args.listen)
        } else {
            args.public_url.clone()
        },
        public_url: args.public_url,
    };
    let app = App::start(db, settings, Clock::System).await?;
    let router = http::router(app.clone())?;
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}: choose another address with --listen", args.listen))?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    let ticking = tokio::spawn(crate::ticks::tick(app.clone()));
    let following = tokio::spawn(crate::feed::follow(app.clone()));
    let no_more_mails = CancellationToken::new();
    let mailing = tokio::spawn(mail::work(app.clone(), smtp, no_more_mails.clone()));
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        told_to_stop().await;
        app.live.stop();
        let _ = stopping.send(());
    });
    tokio::select! {
        served = serving.into_future() => served?,
        () = async {
            let _ = stopped.await;
            tokio::time::sleep(Duration::from_secs(args.shutdown_seconds)).await;
        } => tracing::warn!("requests were still running at the end"),
    }
    following.abort();
    ticking.abort();
    // The mail that is being sent is sent to its end, or it would come twice.
    no_more_mails.cancel();
    mailing.await?;
    tracing::info!("stopped");
    Ok(())
}

/// The mail server, where there is one.
fn post_office(args: &ServeArgs) -> anyhow::Result<Option<Smtp>> {
    if args.smtp_url.is_empty() {
        return Ok(None);
    }
    ensure!(
        args.mail_from.parse::<Mailbox>().is_ok(),
        "mails need a sender: set CLUB_MAIL_FROM to an address such as `Sakura Science Club <club@club.example>`"
    );
    ensure!(
        !args.public_url.is_empty(),
        "the links of mails need an address: set CLUB_PUBLIC_URL to the one that people type"
    );
    let ca = args.mail_ca.as_deref().map(|file| {
        let read = std::fs::read_to_string(file);
        read.with_context(|| format!("cannot read {}", file.display()))
    });
    Smtp::new(&args.smtp_url, ca.transpose()?.as_deref()).map(Some)
}

/// Waits for Ctrl-C or the signal by which services are stopped.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut terminated) => {
                tokio::select! {
                    _ = interrupted => {}
                    _ = terminated.recv() => {}
                }
            }
            Err(_) => drop(interrupted.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}

async fn migrate(args: MigrateArgs) -> anyhow::Result<()> {
    let options = DbOptions {
        create: true,
        ..DbOptions::new(&args.database.database_url)
    };
    let db = Db::open(&options).await?;
    if args.fresh {
        Migrator::fresh(&db.write)
            .await
            .context("cannot make the schema anew")?;
    } else {
        Migrator::up(&db.write, None)
            .await
            .context("cannot bring the schema up to date")?;
    }
    map::seed_figures(&db)
        .await
        .context("cannot add the published figures")?;
    seed_past_events(&db).await.context("cannot add the past events")
}

async fn fill(args: DemoArgs) -> anyhow::Result<()> {
    let db = Db::open(&DbOptions::new(&args.database.database_url)).await?;
    db.check_schema().await?;
    if !demo::is_empty(&db).await? {
        if args.if_empty {
            // Whoever filled the database with an older server has no illustration and no events yet.
            demo::illustrate(&db).await?;
            return demo::add_events(&db, Clock::System.now()).await;
        }
        bail!("there are people in the database already: demo data goes into an empty one only");
    }
    let plan = demo::Plan {
        members: args.members,
        seed: args.seed,
    };
    demo::fill(&db, &plan, std::io::stderr().is_terminal()).await?;
    demo::add_events(&db, Clock::System.now()).await
}

/// Prints what became of each row; on bad rows, what is wrong with them, and nothing is imported.
async fn import_figures(args: ImportFiguresArgs) -> anyhow::Result<()> {
    let file = args.file.display();
    let bytes = read_for_import(&args.file).with_context(|| format!("cannot read {file}"))?;
    let rows = match figure_file::read(&bytes) {
        Ok(rows) => rows,
        Err(problems) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            bail!("nothing was imported from {file} (problems: {})", problems.len());
        }
    };
    let db = Db::open(&DbOptions::new(&args.database.database_url)).await?;
    db.check_schema().await?;
    let verdicts = map::import_figures(&db, &rows).await.context("nothing was imported")?;
    let mut out = std::io::stdout().lock();
    for (row, verdict) in rows.iter().zip(&verdicts) {
        writeln!(out, "{row}: {}", verdict.word())?;
    }
    let total = |wanted: Verdict| verdicts.iter().filter(|verdict| **verdict == wanted).count();
    let totals = Verdict::ALL.map(|verdict| format!("{} {}", total(verdict), verdict.word()));
    writeln!(out, "total: {}", totals.join(", "))?;
    Ok(())
}

/// A file, but not much more of it than may be imported.
fn read_for_import(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = figure_file::MAX_BYTES as u64 + 1;
    std::fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}
