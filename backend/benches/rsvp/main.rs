//! Ten thousand members ask for one of a hundred seats at once, on SQLite and on PostgreSQL with two server processes.
//! Every answer is reconciled with the database. The same code that commits one answer at a time is measured in the same
//! run, and a negative control shows that the reconciliation would notice an oversold event. Run by
//! `cargo xtask bench rsvp`.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod crowd;
mod reconcile;
#[path = "../support/report.rs"]
mod report;
mod server;
mod stage;

use anyhow::{Context, bail};

use self::crowd::Crowd;
use self::reconcile::Verdict;
use self::report::Report;
use self::server::{Guard, Server};
use self::stage::Stage;

/// Members who ask, each on a connection of their own.
const MEMBERS: usize = 10_000;
/// Members who ask where each answer is a commit of its own: fewer, because a rate is what counts, and whoever is not
/// answered in time is told so.
const MEMBERS_ALONE: usize = 1_000;
const SEATS: u32 = 100;
/// Turns of everything; other programs disturb some of them.
const TURNS: usize = 3;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Runtime::new()?;
    if let [_, mode, listen, url] = arguments.as_slice()
        && mode == "unguarded"
    {
        return runtime.block_on(server::serve_unguarded(listen, url));
    }
    runtime.block_on(measure())
}

async fn measure() -> anyhow::Result<()> {
    let mut report = Report::default();
    let sqlite = Stage::on_sqlite(MEMBERS).await?;
    engine(&mut report, "SQLite", &sqlite, 1, 3.0).await?;
    let url = std::env::var("CLUB_BENCH_POSTGRES").context("CLUB_BENCH_POSTGRES is not set: use cargo xtask bench")?;
    let postgres = Stage::on_postgres(&url, MEMBERS).await?;
    engine(&mut report, "PostgreSQL, two processes", &postgres, 2, 6.0).await?;
    report.print();
    if !report.is_met() {
        bail!("a figure is out of bounds");
    }
    Ok(())
}

/// One engine: together, one at a time, and without the guard.
async fn engine(report: &mut Report, name: &str, stage: &Stage, processes: usize, bound: f64) -> anyhow::Result<()> {
    let (mut seconds, mut ratios) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let together = run(stage, processes, Guard::On, MEMBERS, 0).await?;
        together.check(name)?;
        let alone = run(stage, processes, Guard::On, MEMBERS_ALONE, 1).await?;
        alone.check(name)?;
        ratios.push(together.rate() / alone.rate());
        println!(
            "{name}: {:.2} s for {MEMBERS} answers, {:.0}/s; one at a time {:.0}/s; p50 {:.0} ms, p99 {:.0} ms",
            together.seconds,
            together.rate(),
            alone.rate(),
            together.latency(0.50),
            together.latency(0.99),
        );
        seconds.push(together.seconds);
    }
    seconds.sort_by(f64::total_cmp);
    ratios.sort_by(f64::total_cmp);
    report.at_most(&format!("{name}: {MEMBERS} answers, s"), seconds[TURNS / 2], bound);
    report.at_least(&format!("{name}: together / one at a time"), ratios[TURNS / 2], 5.0);
    let verdict = format!("{SEATS} confirmed, {} waiting in order", MEMBERS - SEATS as usize);
    report.figure(&format!("{name}: reconciled {TURNS} times"), verdict, "all");
    let unguarded = run(stage, 2, Guard::Off, MEMBERS_ALONE, 0).await?;
    let confirmed = f64::from(unguarded.confirmed);
    report.at_least(
        &format!("{name}: seats sold without the guard"),
        confirmed,
        f64::from(SEATS) + 1.0,
    );
    Ok(())
}

/// One run: a new event, servers, everybody at once, and what the database says afterwards.
async fn run(stage: &Stage, processes: usize, guard: Guard, members: usize, at_once: usize) -> anyhow::Result<Verdict> {
    let event = stage.event(SEATS).await?;
    let mut servers = Vec::new();
    for _ in 0..processes {
        servers.push(Server::start(&stage.url, guard, at_once).await?);
    }
    // Everybody has seen the event: both processes know it as it was before.
    for server in &servers {
        server.look_at(event).await?;
    }
    let crowd = Crowd::gather(&servers, &stage.tokens[..members], event).await?;
    let (seconds, answers) = crowd.ask().await?;
    reconcile::with_database(stage, event, seconds, answers, SEATS).await
}
