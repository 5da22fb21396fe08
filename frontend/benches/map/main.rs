//! Measures the page of the world map in a headless Chromium whose main thread is four times slower, beside a page
//! written by hand with d3 (`d3/`), in the same run. Run by `cargo xtask bench map [-- ROUNDS]`.
//!
//! Both pages get the same movements of mouse and wheel as real input, in turns, in a new context each time; figures are
//! the middle of all rounds, with the smallest and the largest behind them. Two things are measured apart, so that
//! neither disturbs the other:
//!
//! - Work: a trace gives the main thread's work for each frame (`trace.rs`). It is this that must fit into a frame, and
//!   that is compared. By the clock a frame takes longer where other programs are at work; how much longer is said, and
//!   if it is much, latencies say little. The time from frame to frame only tells whether one was missed, in steps of the
//!   screen's frames, and without a graphics card it tells of this machine's processors too.
//! - Latency: without a trace, a script in the page notes the time from the moment the browser got the input to the task
//!   after the frame that shows its effect (`probe.js`).
//!
//! A figure out of bounds is said and is no failure: machines differ.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod browser;
mod figures;
mod hand;
mod latency;
#[expect(dead_code, reason = "the walks ask more of it")]
#[path = "../../tests/walks/support/leash.rs"]
mod leash;
mod report;
mod rival;
mod server;
mod tab;
mod trace;
mod visit;
#[expect(dead_code, reason = "the walks wait for more")]
#[path = "../../tests/walks/support/wait.rs"]
mod wait;

use std::env;
use std::error::Error;
use std::path::Path;

use shared::api::Endpoint as _;
use shared::map::{GetIllustration, ListFigures};

use self::browser::Browser;
use self::figures::Rounds;
use self::report::Report;
use self::server::{Server, given};
use self::visit::Site;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// People of the product.
const PEOPLE: u32 = 42_652;
/// Rounds, unless the command line says how many.
const ROUNDS: usize = 3;

fn main() -> Result<()> {
    // Cargo itself adds a word with dashes.
    let rounds = env::args().skip(1).find(|word| !word.starts_with("--"));
    let rounds = rounds.map_or(Ok(ROUNDS), |word| word.parse())?;
    let modules = given("CLUB_BENCH_MODULES")?;
    let server = Server::start(PEOPLE)?;
    let mut report = Report::default();
    let members = latency::of_members(server.port())?;
    figures::members(&mut report, &members);
    let answers = [
        ("figures.json", server.answer(ListFigures::PATH)?),
        ("illustration.json", server.answer(GetIllustration::PATH)?),
    ];
    let sites = [
        Site::ours(server.origin()),
        Site::rival(rival::serve(Path::new(&modules), &answers)?),
    ];
    let mut browser = Browser::start(&given("CHROMIUM")?)?;
    let [mut ours, mut theirs] = [Rounds::default(), Rounds::default()];
    for round in 1..=rounds {
        for (site, rounds) in sites.iter().zip([&mut ours, &mut theirs]) {
            let visit = site.visit(&mut browser)?;
            println!("round {round}, {}: {visit}", site.name);
            rounds.add(visit);
        }
    }
    figures::pages(&mut report, &ours, &theirs);
    report.print();
    figures::print_profile(&ours, &theirs);
    Ok(())
}
