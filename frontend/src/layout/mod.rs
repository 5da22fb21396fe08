//! The frame around every page: bars, title, footer, settings. Knows routes and words, but no feature:
//! what features put into the bars comes in as slots.

mod bars;
mod page_title;
mod settings;
mod shell;

pub use page_title::{page_title, use_title};
pub use settings::{Settings, use_settings};
pub use shell::Shell;
