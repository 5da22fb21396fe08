//! Events as their organisers see them: the list of one's own, the editor with its fair clock, who comes, and what is
//! told afterwards.

mod attendees;
mod desk;
mod editor;
pub mod fair;
mod labels;
mod own_list;
mod people;
mod pictures;
mod preview;
pub mod sections;
pub mod sheet;
mod standing;
mod start_form;
mod steps;
mod steps_taken;
mod times;
mod zone_picker;

pub use attendees::{Answers, Attendees, MessageForm, PlaceForm, ReportForm, attendee_table};
pub use desk::kept_draft;
pub use editor::Editor;
pub use own_list::own_list;
pub use preview::event_preview;
pub use start_form::StartForm;
