//! Answering an invitation: what can be answered, what has come of it, and everything that belongs to an answer.

mod bar;
mod case;
mod choice;
mod draft;
mod form;
mod opened;
mod panel;
mod questions;
mod refused;
mod rule;
mod standing;
mod sure;
mod use_answering;

pub use bar::answer_bar;
pub use draft::{Draft, Sure};
pub use form::{FormDone, answer_form};
pub use panel::AnswerPanel;
pub use questions::Said;
pub use refused::{Ways, refused};
pub use rule::rule;
pub use standing::standing;
pub use sure::sure;
