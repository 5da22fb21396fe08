//! The command line of `sakura-club`; nothing else.

use std::process::ExitCode;

use backend::config::Cli;
use clap::Parser;

/// What a search or the building of the index needed for a moment goes back to the system within a second; the
/// system's own allocator kept a fifth of the memory of a large club. `.cargo/config.toml` has the setting.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    backend::run::run(Cli::parse())
}
