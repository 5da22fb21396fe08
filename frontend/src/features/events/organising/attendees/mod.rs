//! Who answered, and what organisers do with them: put in, take out, write to, and tell how it was.

mod message_form;
mod page;
mod place_form;
mod report_form;
mod row;
mod table;

pub use message_form::MessageForm;
pub use page::Attendees;
pub use place_form::PlaceForm;
pub use report_form::ReportForm;
pub use table::{Answers, attendee_table};
