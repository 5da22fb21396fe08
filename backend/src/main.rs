//! The command line of `sakura-club`; nothing else.

use std::process::ExitCode;

use backend::config::Cli;
use clap::Parser;

/// What the building of the index needed for a moment goes back to the system: a server of 426,520 people takes 155 MB,
/// and took 235 with the system's own allocator. `.cargo/config.toml` has the setting.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    backend::run::run(Cli::parse())
}
