//! An event's life: published now or later, taken back, called off.

use serde_json::json;
use shared::events::{CancelInput, EventDraft, LifeStep, PublishInput};
use shared::ids::EventId;
use shared::instant::Instant;
use shared::mail::MailKind;
use shared::words::Text;

use super::super::moments::{self, Before};
use super::super::queries;
use super::super::service::{admit_organiser, no_event, now, organiser};
use super::super::stored::Stored;
use super::super::wall_clock;
use super::{draft, step, tell};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::rsvp::service as answers;
use crate::http::SignedIn;

/// Publishes an event, at once or later.
pub(in super::super) async fn publish_event(
    app: &App,
    signed_in: &SignedIn,
    id: EventId,
    input: &PublishInput,
) -> Result<EventDraft> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &stored.head)?;
    let wanted = if input.at.is_some() {
        LifeStep::Schedule
    } else {
        LifeStep::Publish
    };
    let life = step(app, &stored.head, wanted)?.ok_or_else(no_event)?;
    let publish_at = check_ready(&stored, input, now)?;
    queries::set_life(&tx, &stored.head, life, publish_at, None, now).await?;
    let detail = json!({ "at": publish_at.map(Instant::millis) }).to_string();
    queries::log(&tx, id, organiser.id, wanted.code(), detail, now).await?;
    tx.commit().await?;
    answers::event_changed(app, id).await?;
    draft(app, id, Vec::new()).await
}

/// Whether people may be told of the event; the moment when they are, where that is later.
fn check_ready(stored: &Stored, input: &PublishInput, now: Instant) -> Result<Option<Instant>> {
    let before = Before {
        told: None,
        publish_at: None,
        now,
    };
    let moments = moments::ready(&stored.input, before).map_err(AppError::invalid)?;
    let Some(at) = &input.at else { return Ok(None) };
    let wrong = |text| AppError::invalid_field("at.at", text);
    let zone = wall_clock::zone(&stored.input.zone);
    let moment = moments::moment(at, zone.as_ref()).map_err(|why| wrong(why.text()))?;
    let moment = moment.ok_or_else(|| wrong(Text::new("invalid.required")))?;
    if moment <= now {
        return Err(wrong(Text::new("invalid.in_the_past")));
    }
    if moments.starts_at.is_some_and(|starts_at| starts_at <= moment) {
        return Err(wrong(Text::new("invalid.published_too_late")));
    }
    Ok(Some(moment))
}

/// Takes an event back from being published later.
pub(in super::super) async fn unschedule_event(app: &App, signed_in: &SignedIn, id: EventId) -> Result<EventDraft> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &stored.head)?;
    let life = step(app, &stored.head, LifeStep::Unschedule)?.ok_or_else(no_event)?;
    queries::set_life(&tx, &stored.head, life, None, None, now).await?;
    let action = LifeStep::Unschedule.code();
    queries::log(&tx, id, organiser.id, action, "{}".into(), now).await?;
    tx.commit().await?;
    answers::event_changed(app, id).await?;
    draft(app, id, Vec::new()).await
}

/// Calls an event off and tells those who answered.
pub(in super::super) async fn cancel_event(
    app: &App,
    signed_in: &SignedIn,
    id: EventId,
    input: &CancelInput,
) -> Result<EventDraft> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let reason = input.reason.trim();
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &stored.head)?;
    let life = step(app, &stored.head, LifeStep::Cancel)?.ok_or_else(no_event)?;
    queries::set_life(&tx, &stored.head, life, None, Some(reason), now).await?;
    let people = queries::concerned(&tx, id).await?;
    let payload = json!({ "reason": reason }).to_string();
    let mails = tell::mails(MailKind::Cancelled, id, people, &payload, now);
    crate::mail::queue(&tx, mails, now.millis()).await?;
    let action = LifeStep::Cancel.code();
    queries::log(&tx, id, organiser.id, action, "{}".into(), now).await?;
    tx.commit().await?;
    answers::event_changed(app, id).await?;
    draft(app, id, Vec::new()).await
}

/// Stores that scheduled events whose moment has come are published, and tells open pages. Readers see it by the clock
/// already, so that doing it late or twice does no harm.
///
/// # Errors
/// When the database does not answer.
pub async fn publish_due(app: &App) -> Result<usize> {
    let now = now(app);
    let due = queries::due_for_publication(&app.db.read, now).await?;
    let mut published = 0;
    for id in due {
        let tx = app.db.begin().await?;
        let is_done = queries::publish_if_due(&tx, id, now).await?;
        tx.commit().await?;
        if is_done {
            published += 1;
            answers::event_changed(app, id).await?;
        }
    }
    Ok(published)
}
