//! Changes of what an event says. Nobody overwrites what somebody else wrote meanwhile; of a published event those who
//! answered are told what is different.

use shared::api::ProblemCode;
use shared::events::{EventChange, EventDraft, EventInput, EventLife};
use shared::ids::EventId;
use shared::mail::MailKind;
use shared::rsvp::Summary;
use shared::words::Text;

use super::super::changes::{Said, changes, payload};
use super::super::moments::{self, Before, Moments};
use super::super::queries::{self, Writing};
use super::super::service::{admit_organiser, no_event, now, organiser};
use super::super::stored::{Head, Stored};
use super::{check_hosts, draft, tell};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::rsvp::service as answers;
use crate::http::SignedIn;

/// Replaces what an event says.
pub(in super::super) async fn update_event(
    app: &App,
    signed_in: &SignedIn,
    id: EventId,
    change: &EventChange,
) -> Result<EventDraft> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let tx = app.db.begin().await?;
    let before = queries::lock_event(&tx, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &before.head)?;
    let life = before.head.life(now);
    check_open(&before.head, life, change.version)?;
    check_hosts(&organiser, &change.input.hosts, Some(&before.head), "input.hosts")?;
    let moments = moments_of(app, &before.head, life, &change.input)?;
    let writing = Writing {
        id,
        input: &change.input,
        moments,
        now,
    };
    let was = Said {
        input: &before.input,
        moments: before.head.moments,
    };
    let is = Said {
        input: &change.input,
        moments,
    };
    let differences = if life == EventLife::Published {
        changes(was, is)
    } else {
        Vec::new()
    };
    queries::update_event(&tx, writing, &before.head, life, !differences.is_empty()).await?;
    if !differences.is_empty() {
        let people = queries::concerned(&tx, id).await?;
        let mails = tell::mails(MailKind::Changed, id, people, &payload(&differences, was), now);
        crate::mail::queue(&tx, mails, now.millis()).await?;
        let detail = serde_json::json!({ "changes": differences }).to_string();
        queries::log(&tx, id, organiser.id, "change", detail, now).await?;
    }
    tx.commit().await?;
    answers::event_changed(app, id).await?;
    let mut draft = draft(app, id, Vec::new()).await?;
    draft.notes = notes(&before, &change.input, &draft.seats);
    Ok(draft)
}

fn check_open(head: &Head, life: EventLife, version: u32) -> Result<()> {
    let conflict = |key| Err(AppError::told(ProblemCode::Conflict, Text::new(key)));
    if !life.is_open_to_change() {
        conflict("problem.event_closed")
    } else if head.version != version {
        conflict("problem.event_changed_meanwhile")
    } else {
        Ok(())
    }
}

/// The moments of a change. A draft may be anything; what people were told, or will be by itself, stays complete.
fn moments_of(app: &App, before: &Head, life: EventLife, input: &EventInput) -> Result<Moments> {
    if life == EventLife::Draft {
        return Ok(moments::read(input).0);
    }
    let is_told = life == EventLife::Published;
    let told = Before {
        told: is_told.then_some(before.moments),
        publish_at: before.publish_at.filter(|_| !is_told),
        now: now(app),
    };
    moments::ready(input, told).map_err(|errors| AppError::invalid(moments::inside_input(errors)))
}

/// What is said of fewer seats than people: nobody loses a seat, and nobody comes in until it fits.
fn notes(before: &Stored, input: &EventInput, seats: &Summary) -> Vec<Text> {
    let room = |input: &EventInput| input.room.as_ref().map_or(Some(0), |room| room.seats);
    let online = |input: &EventInput| input.online.as_ref().map_or(Some(0), |online| online.seats);
    let is_lowered = |was: Option<u32>, is: Option<u32>| is.is_some_and(|is| was.is_none_or(|was| is < was));
    let pools = [
        (
            room(&before.input),
            room(input),
            seats.pools.room.over,
            "event_note.over_room",
        ),
        (
            online(&before.input),
            online(input),
            seats.pools.online.over,
            "event_note.over_online",
        ),
    ];
    pools
        .into_iter()
        .filter(|(was, is, over, _)| is_lowered(*was, *is) && *over > 0)
        .map(|(_, _, over, key)| Text::new(key).with("count", over))
        .collect()
}
