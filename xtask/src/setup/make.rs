//! make, with which the server's allocator is built.

use crate::failure::Result;
use crate::project::{self, Project};
use crate::screen::Step;
use crate::setup::apt;

/// There, or installed. Only on Linux does the server bring an allocator of its own.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    if !cfg!(target_os = "linux") || project::on_path("make").is_some() {
        return Ok(());
    }
    let step = Step::begin("make");
    apt::install(project, &step, &["make"], "make is")?;
    step.done("installed");
    Ok(())
}
