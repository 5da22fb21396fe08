//! The project's commands, for a machine with nothing but Rust: `cargo xtask help` lists them.
//!
//! `tasks/` has one file a command, `setup/` brings what a machine lacks, `page/` builds the page.

#![expect(clippy::print_stdout, reason = "a command-line tool talks through its output")]

#[cfg(not(unix))]
compile_error!("the project's commands need a Unix shell: on Windows, use the Windows Subsystem for Linux");

mod args;
mod failure;
mod hash;
mod http;
mod page;
mod project;
mod run;
mod screen;
mod setup;
mod tasks;
mod toml;

use std::env;
use std::process::ExitCode;

use crate::args::Task;
use crate::failure::{Failure, Result};
use crate::project::Project;

fn main() -> ExitCode {
    let words: Vec<String> = env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    match args::parse(&words, |name| env::var(name).ok()).and_then(perform) {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            failure.exit_code()
        }
    }
}

fn perform(task: Task) -> Result<ExitCode> {
    if task == Task::Help {
        println!("{}", tasks::HELP);
        // Asking for help is no mistake; saying nothing at all is one.
        return Ok(if env::args_os().len() > 1 {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        });
    }
    let project = Project::find()?;
    match task {
        Task::Help => {}
        Task::Serve(options) => tasks::serve::run(&project, &options)?,
        Task::Test(parts) => tasks::test::run(&project, &parts)?,
        Task::Dev => tasks::dev::run(&project)?,
        Task::Bench(name, args) => tasks::bench::run(&project, name.as_deref(), &args)?,
        Task::Data(args) => tasks::data::run(&project, &args)?,
        Task::PreparePage => page::hooks::prepare(&project)?,
        Task::BindPage(args) => page::split::bind(&project, &args)?,
        Task::FinishPage => page::hooks::finish(&project)?,
        Task::Announce(about) => tasks::announce::run(&project, &about),
    }
    Ok(ExitCode::SUCCESS)
}

fn complain(failure: &Failure) {
    eprintln!("\n{failure}");
    if failure.is_usage() {
        eprintln!("`cargo xtask help` lists the tasks and their options.");
    }
}
