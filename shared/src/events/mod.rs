//! Events: those of the club from draft to report, and the record of past ones with their sources.

mod audience;
mod calendar;
pub mod calendar_links;
pub mod check;
mod event;
mod event_filter;
pub mod fair_clock;
mod filter;
mod input;
mod life;
mod organiser;
mod organising;
mod past_date;
mod past_event;
mod question;

pub use audience::{EventAudience, EventReach, Invitee};
pub use calendar::{CalendarFeed, NewCalendarFeed};
pub use event::{EventDetail, EventPage, EventReport, EventSummary};
pub use event_filter::{EventFilter, LanguageFilter};
pub use fair_clock::{FairClock, FairClockFilter};
pub use filter::PastEventFilter;
pub use input::{EventInput, EventText, LocalTime, OnlineInput, RoomInput, Which};
pub use life::{EventLife, LifeStep, NoStep};
pub use organiser::Organiser;
pub use organising::{CancelInput, EventChange, EventDraft, MarkdownInput, MessageInput, MessageOutcome};
pub use organising::{OwnEvent, OwnEventList, PublishInput, RenderedText, ReportInput, TakenPicture};
pub use past_date::PastDate;
pub use past_event::{EventKind, EventMode, PastEvent, PastEventList};
pub use question::{Diet, Question, QuestionAnswer, QuestionKind};

use crate::api::Empty;
use crate::api::table::endpoints;
use crate::ids::EventId;

endpoints! { Events;
    /// Past events with their sources, the latest first.
    ListPastEvents: Get "/api/events/past" [Public] () PastEventFilter => PastEventList;
    /// Events of the club that the caller may know of: those to come, or those that are over.
    ListEvents: Get "/api/events" [Public] () EventFilter => EventPage;
    /// One event, as far as the caller may see it.
    GetEvent: Get "/api/events/{event_id}" [Public] (EventId) LanguageFilter => EventDetail;
    /// The events that the caller organises.
    ListOwnEvents: Get "/api/organiser/events" [Coordinator] () Empty => OwnEventList;
    /// An event as its editor has it.
    GetEventDraft: Get "/api/organiser/events/{event_id}" [Coordinator] (EventId) Empty => EventDraft;
    /// Begins an event as a draft.
    CreateEvent: Post "/api/organiser/events" [Coordinator] () EventInput => EventDraft;
    /// Replaces what an event says; those who answered are told what changed of a published one.
    UpdateEvent: Put "/api/organiser/events/{event_id}" [Coordinator] (EventId) EventChange => EventDraft;
    /// Begins a draft with what an event says.
    DuplicateEvent: Post "/api/organiser/events/{event_id}/copy" [Coordinator] (EventId) Empty => EventDraft;
    /// Deletes a draft.
    DeleteEvent: Delete "/api/organiser/events/{event_id}" [Coordinator] (EventId) Empty => Empty;
    /// Publishes an event, at once or at a later moment.
    PublishEvent: Post "/api/organiser/events/{event_id}/publish" [Coordinator] (EventId) PublishInput => EventDraft;
    /// Takes an event back from being published later.
    UnscheduleEvent: Post "/api/organiser/events/{event_id}/unschedule" [Coordinator] (EventId) Empty => EventDraft;
    /// Calls an event off and tells those who answered.
    CancelEvent: Post "/api/organiser/events/{event_id}/cancel" [Coordinator] (EventId) CancelInput => EventDraft;
    /// Writes to those who come.
    MessageAttendees: Post "/api/organiser/events/{event_id}/messages" [Coordinator] (EventId) MessageInput => MessageOutcome;
    /// Publishes what became of an event, and thanks those who came.
    SetEventReport: Put "/api/organiser/events/{event_id}/report" [Coordinator] (EventId) ReportInput => EventReport;
    /// Whether the caller has a calendar of the own answers.
    GetCalendarFeed: Get "/api/me/calendar" [Member] () Empty => CalendarFeed;
    /// Gives the calendar of the caller's own answers a new secret address, which ends the old one.
    RotateCalendarFeed: Post "/api/me/calendar" [Member] () Empty => NewCalendarFeed;
    /// Ends the calendar of the caller's own answers.
    DeleteCalendarFeed: Delete "/api/me/calendar" [Member] () Empty => CalendarFeed;
    /// Markdown as it will look.
    RenderMarkdown: Post "/api/organiser/markdown" [Coordinator] () MarkdownInput => RenderedText;
    /// When members are awake on a day, and when an event would be the fairest.
    GetFairClock: Get "/api/organiser/fair-clock" [Coordinator] () FairClockFilter => FairClock;
}
