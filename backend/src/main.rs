//! The command line of `sakura-club`; nothing else.

use std::process::ExitCode;

use backend::config::Cli;
use clap::Parser;

fn main() -> ExitCode {
    backend::run::run(Cli::parse())
}
