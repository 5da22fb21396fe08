//! One function for each row of the table.

use shared::api::Empty;
use shared::events::{
    CancelEvent, CreateEvent, DeleteEvent, DuplicateEvent, EventDetail, EventDraft, EventPage, EventReport, GetEvent,
    GetEventDraft, ListEvents, ListOwnEvents, ListPastEvents, MessageAttendees, MessageOutcome, OwnEventList,
    PastEventList, PublishEvent, RenderMarkdown, RenderedText, SetEventReport, UnscheduleEvent, UpdateEvent,
};

use super::{list, markdown, organise, past, show};
use crate::app::App;
use crate::error::Result;
use crate::http::Call;

/// Past events and what there is to choose from.
pub(super) async fn list_past_events(app: App, call: Call<ListPastEvents>) -> Result<PastEventList> {
    past::list_past_events(&app, call.input).await
}

/// Events that the caller may know of.
pub(super) async fn list_events(app: App, call: Call<ListEvents>) -> Result<EventPage> {
    list::list_events(&app, call.actor.viewer(), &call.input).await
}

/// One event, as far as the caller may see it.
pub(super) async fn get_event(app: App, call: Call<GetEvent>) -> Result<EventDetail> {
    show::get_event(&app, &call.actor, call.params, &call.input.language).await
}

/// The events that the caller organises.
pub(super) async fn list_own_events(app: App, call: Call<ListOwnEvents>) -> Result<OwnEventList> {
    organise::list_own(&app, &call.actor).await
}

/// An event as its editor has it.
pub(super) async fn get_event_draft(app: App, call: Call<GetEventDraft>) -> Result<EventDraft> {
    organise::get_draft(&app, &call.actor, call.params).await
}

/// Begins an event.
pub(super) async fn create_event(app: App, call: Call<CreateEvent>) -> Result<EventDraft> {
    organise::create_event(&app, &call.actor, &call.input).await
}

/// Replaces what an event says.
pub(super) async fn update_event(app: App, call: Call<UpdateEvent>) -> Result<EventDraft> {
    organise::update_event(&app, &call.actor, call.params, &call.input).await
}

/// Begins a draft with what an event says.
pub(super) async fn duplicate_event(app: App, call: Call<DuplicateEvent>) -> Result<EventDraft> {
    organise::duplicate_event(&app, &call.actor, call.params).await
}

/// Deletes a draft.
pub(super) async fn delete_event(app: App, call: Call<DeleteEvent>) -> Result<Empty> {
    organise::delete_event(&app, &call.actor, call.params).await?;
    Ok(Empty {})
}

/// Publishes an event, now or later.
pub(super) async fn publish_event(app: App, call: Call<PublishEvent>) -> Result<EventDraft> {
    organise::publish_event(&app, &call.actor, call.params, &call.input).await
}

/// Takes an event back from being published later.
pub(super) async fn unschedule_event(app: App, call: Call<UnscheduleEvent>) -> Result<EventDraft> {
    organise::unschedule_event(&app, &call.actor, call.params).await
}

/// Calls an event off.
pub(super) async fn cancel_event(app: App, call: Call<CancelEvent>) -> Result<EventDraft> {
    organise::cancel_event(&app, &call.actor, call.params, &call.input).await
}

/// Writes to those who come.
pub(super) async fn message_attendees(app: App, call: Call<MessageAttendees>) -> Result<MessageOutcome> {
    organise::message_attendees(&app, &call.actor, call.params, &call.input).await
}

/// Tells what became of an event.
pub(super) async fn set_event_report(app: App, call: Call<SetEventReport>) -> Result<EventReport> {
    organise::set_report(&app, &call.actor, call.params, &call.input).await
}

/// Markdown as it will look.
pub(super) async fn render_markdown(_app: App, call: Call<RenderMarkdown>) -> Result<RenderedText> {
    Ok(RenderedText {
        html: markdown::to_html(&call.input.text),
    })
}
