//! Measures the directory: answers are first compared with the slow reference, then served under load. Server and load
//! generator share this machine, so ratios from one run are what counts. Run by `cargo xtask bench directory`.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod bare;
mod compare;
mod load;
mod questions;
#[path = "../support/report.rs"]
mod report;
mod server;

use anyhow::{Context, bail};
use backend::client::Client;
use shared::auth::{DemoSignIn, DemoSignInInput};
use shared::codes::Role;
use shared::directory::MemberFilter;

use self::load::Latencies;
use self::report::Report;
use self::server::{Server, database};

/// People of the product, and ten times as many.
const PEOPLE: u32 = 42_652;
const MANY_PEOPLE: u32 = 426_520;
/// Distinct questions, and those asked again and again.
const QUESTIONS: usize = 10_000;
const HOT_QUESTIONS: usize = 100;
/// Turns of the bare handler and the full page; other programs disturb some of them.
const TURNS: usize = 7;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Runtime::new()?;
    if let [_, mode, listen, answers] = arguments.as_slice()
        && mode == "bare"
    {
        return runtime.block_on(bare::serve(listen, answers));
    }
    runtime.block_on(measure())
}

async fn measure() -> anyhow::Result<()> {
    let mut report = Report::default();
    let few = database(PEOPLE).await?;
    let (questions, compared) = compare::with_reference(&few, QUESTIONS).await?;
    report.figure(
        "answers equal to the slow reference",
        format!("{compared} of {compared}"),
        "all",
    );
    let server = Server::start(&few).await?;
    report.at_most("start to first correct answer, ms", server.start_ms, 400.0);
    report.at_most("idle memory, MB", server.memory_mb()?, 60.0);
    throughput(&mut report, &server, &questions, None).await?;
    throughput(&mut report, &server, &questions, Some(Role::Member)).await?;
    let calm = load::fixed_rate(&client(&server, None).await?, &questions, None).await?;
    let busy = load::fixed_rate(&client(&server, None).await?, &questions, Some(&server)).await?;
    report.at_most("p99 at 500/s with 20 edits/s, ms", busy.percentile(0.99), 3.0);
    report.figure("edits written meanwhile", busy.edits.to_string(), "about 20/s");
    let memory = server.memory_mb()?;
    drop(server);
    let many = database(MANY_PEOPLE).await?;
    let server = Server::start(&many).await?;
    let large = load::fixed_rate(&client(&server, None).await?, &questions, None).await?;
    report.figure("p95 at 500/s, 42,652 and 426,520, ms", both(&calm, &large), "");
    report.at_most(
        "p95 of 426,520 / 42,652",
        large.percentile(0.95) / calm.percentile(0.95),
        1.5,
    );
    report.figure(
        "memory after load, 42,652 and 426,520, MB",
        format!("{memory:.0}, {:.0}", server.memory_mb()?),
        "",
    );
    report.at_most("memory of 426,520 / 42,652", server.memory_mb()? / memory, 4.0);
    report.print();
    if !report.is_met() {
        bail!("a figure is out of bounds");
    }
    Ok(())
}

fn both(left: &Latencies, right: &Latencies) -> String {
    format!("{:.2}, {:.2}", left.percentile(0.95), right.percentile(0.95))
}

async fn client(server: &Server, role: Option<Role>) -> anyhow::Result<Client> {
    let client = Client::new(&server.address);
    if role.is_some() {
        client
            .call::<DemoSignIn>((), &DemoSignInInput { role, member_id: None })
            .await?;
    }
    Ok(client)
}

/// Full pages against a bare handler that answers the same bytes, in turns; the middle one of the ratios.
async fn throughput(
    report: &mut Report,
    server: &Server,
    questions: &[MemberFilter],
    role: Option<Role>,
) -> anyhow::Result<()> {
    let who = if role.is_some() { "as a member" } else { "as a visitor" };
    let client = client(server, role).await?;
    let answers = load::record(&client, questions).await?;
    let bare = Server::start_bare(&answers).await?;
    // The same requests to both: with the cookie, if there is one.
    let bare_client = client.at(&bare.address);
    let hot = questions.get(..HOT_QUESTIONS).context("too few questions")?;
    for (name, asked, rounds, least) in [
        ("distinct", questions, 1, 0.40),
        ("hot", hot, 2 * QUESTIONS / HOT_QUESTIONS, 0.85),
    ] {
        let mut ratios = Vec::new();
        let mut rates = Vec::new();
        for _ in 0..TURNS {
            let bare_rate = load::closed_loop(&bare_client, asked, rounds).await?;
            // A changed index forgets its answers, so that distinct questions are new ones each time.
            if name == "distinct" {
                server.touch().await?;
            }
            let full_rate = load::closed_loop(&client, asked, rounds).await?;
            ratios.push(full_rate / bare_rate);
            rates.push(format!("{full_rate:.0}/{bare_rate:.0}"));
        }
        ratios.sort_by(f64::total_cmp);
        report.at_least(
            &format!("{name} {who}: full page / bare handler"),
            ratios[TURNS / 2],
            least,
        );
        report.figure(
            &format!("{name} {who}: requests per second, full/bare"),
            rates.join(" "),
            "",
        );
    }
    Ok(())
}
