//! Events: those of the club from draft to report, and the record of past ones with their sources.

mod audience;
pub mod check;
mod event;
mod event_filter;
mod filter;
mod input;
mod life;
mod organising;
mod past_date;
mod past_event;
mod question;

pub use audience::{EventAudience, EventReach, Invitee};
pub use event::{EventDetail, EventPage, EventReport, EventSummary};
pub use event_filter::{EventFilter, LanguageFilter};
pub use filter::PastEventFilter;
pub use input::{EventInput, EventText, LocalTime, OnlineInput, RoomInput, Which};
pub use life::{EventLife, LifeStep, NoStep};
pub use organising::{CancelInput, EventChange, EventDraft, MarkdownInput, MessageInput, MessageOutcome};
pub use organising::{OwnEvent, OwnEventList, PublishInput, RenderedText, ReportInput};
pub use past_date::PastDate;
pub use past_event::{EventKind, EventMode, PastEvent, PastEventList};
pub use question::{Diet, Question, QuestionAnswer, QuestionKind};

use crate::api::table::endpoints;

endpoints! { Events;
    /// Past events with their sources, the latest first.
    ListPastEvents: Get "/api/events/past" [Public] () PastEventFilter => PastEventList;
}
