//! What organisers do: their events, drafts, changes, an event's life, and what people are told.

mod change;
mod drafts;
mod life;
mod report;
mod tell;

pub(super) use self::change::update_event;
pub(super) use self::drafts::{create_event, delete_event, duplicate_event, get_draft, list_own};
pub use self::life::publish_due;
pub(super) use self::life::{cancel_event, publish_event, unschedule_event};
pub(super) use self::report::set_report;
pub(super) use self::tell::message_attendees;

use shared::api::ProblemCode;
use shared::events::{EventDraft, EventLife, LifeStep, Organiser};
use shared::fields::CountryCode;
use shared::ids::EventId;
use shared::words::Text;

use super::queries;
use super::service::{no_event, now};
use super::stored::{Head, Stored};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::rsvp::service as answers;

/// An event as its editor has it, as it is now.
async fn draft(app: &App, id: EventId, notes: Vec<Text>) -> Result<EventDraft> {
    let stored = queries::event(&app.db.read, id).await?.ok_or_else(no_event)?;
    editors(app, stored, notes).await
}

/// The same of an event that was just read.
async fn editors(app: &App, stored: Stored, notes: Vec<Text>) -> Result<EventDraft> {
    let Stored { head, input, .. } = stored;
    let mut states = answers::states(app, None, &[head.id]).await?;
    Ok(EventDraft {
        id: head.id,
        version: head.version,
        life: head.life(now(app)),
        publish_at: head.publish_at.filter(|_| head.life(now(app)) == EventLife::Scheduled),
        input,
        starts_at: head.moments.starts_at,
        ends_at: head.moments.ends_at,
        cover: head.cover,
        seats: states.pop().ok_or_else(no_event)?.seats,
        notes,
    })
}

/// What becomes of an event by a step; a conflict where the step cannot be taken now.
fn step(app: &App, head: &Head, step: LifeStep) -> Result<Option<EventLife>> {
    let after = head.life(now(app)).after(step);
    after.map_err(|_| AppError::told(ProblemCode::Conflict, Text::new("problem.event_step")))
}

/// Chapters are invited to organise by their own coordinators: nobody gives an event to others and loses it.
fn check_hosts(organiser: &Organiser, hosts: &[CountryCode], head: Option<&Head>, field: &str) -> Result<()> {
    let created_by = head.map_or(Some(organiser.id), |head| head.created_by);
    if organiser.organises(hosts, created_by) {
        Ok(())
    } else {
        Err(AppError::invalid_field(field, Text::new("invalid.own_chapter")))
    }
}
