//! The log: one JSON object a line, written by a thread of its own.

mod json_lines;
mod writer;

pub(crate) use json_lines::JsonLines;
pub(crate) use writer::Log;
