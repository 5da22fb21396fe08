//! Scripts of `tests/python`, with the packages that `cargo xtask test` brings.

use std::path::Path;
use std::process::Command;

/// A script, to be given its arguments.
pub(crate) fn python(script: &str) -> Command {
    let mut command = interpreter();
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python").join(script));
    command
}

/// A module of one of the packages, to be given its arguments.
pub(crate) fn python_module(module: &str) -> Command {
    let mut command = interpreter();
    command.args(["-m", module]);
    command
}

fn interpreter() -> Command {
    let Some(program) = std::env::var_os("CLUB_TEST_PYTHON") else {
        panic!(
            "This story needs Python with the packages of backend/tests/python/requirements.txt: run \
             `cargo xtask test`, or name such a Python in CLUB_TEST_PYTHON."
        )
    };
    Command::new(program)
}
