//! The events of an organiser, and drafts: begun, copied, deleted.

use std::cmp::Reverse;

use shared::codes::Role;
use shared::events::{EventDraft, EventInput, EventLife, LifeStep, OwnEvent, OwnEventList};
use shared::ids::{EventId, PictureId};
use shared::instant::Instant;
use uuid::Uuid;

use super::super::moments;
use super::super::queries::{self, Writing};
use super::super::service::{admit_organiser, no_event, now, organised, organiser};
use super::super::stored::Head;
use super::{check_hosts, draft, editors, step};
use crate::app::App;
use crate::error::Result;
use crate::features::rsvp::service as answers;
use crate::http::SignedIn;

/// Events of one list.
const MOST: usize = 500;

/// The events that somebody organises: drafts, those to come, those that are over.
pub(in super::super) async fn list_own(app: &App, signed_in: &SignedIn) -> Result<OwnEventList> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let by = (organiser.role != Role::Admin).then_some((organiser.country, organiser.id));
    let mut heads = queries::organised_heads(&app.db.read, by).await?;
    heads.retain(|head| head.is_organised_by(&organiser));
    heads.sort_by_key(|head| place(head, now));
    heads.truncate(MOST);
    let ids: Vec<EventId> = heads.iter().map(|head| head.id).collect();
    let mut texts = queries::texts(&app.db.read, ids.iter().copied()).await?;
    let states = answers::states(app, None, &ids).await?;
    let own = |(head, state): (Head, shared::rsvp::RsvpState)| OwnEvent {
        life: head.life(now),
        kind: head.kind,
        title: texts
            .remove(&head.id)
            .and_then(|texts| texts.into_iter().next())
            .unwrap_or_default()
            .title,
        starts_at: head.moments.starts_at,
        publish_at: head.publish_at.filter(|_| head.life(now) == EventLife::Scheduled),
        zone: head.zone,
        seats: state.seats,
        id: head.id,
    };
    Ok(OwnEventList {
        events: heads.into_iter().zip(states).map(own).collect(),
    })
}

/// Drafts, the one that was changed last first; then the next ones first; then the latest ones first.
fn place(head: &Head, now: Instant) -> (u8, Reverse<i64>, EventId) {
    let starts_at = head.moments.starts_at.map_or(0, Instant::millis);
    match head.life(now) {
        EventLife::Draft | EventLife::Scheduled => (0, Reverse(head.updated_at.millis()), head.id),
        EventLife::Published | EventLife::Cancelled if !head.is_over(now) => (1, Reverse(-starts_at), head.id),
        EventLife::Published | EventLife::Cancelled | EventLife::Past => (2, Reverse(starts_at), head.id),
    }
}

/// An event as its editor has it.
pub(in super::super) async fn get_draft(app: &App, signed_in: &SignedIn, id: EventId) -> Result<EventDraft> {
    let (_, stored) = organised(app, signed_in, id).await?;
    editors(app, stored, Vec::new()).await
}

/// Begins an event.
pub(in super::super) async fn create_event(app: &App, signed_in: &SignedIn, input: &EventInput) -> Result<EventDraft> {
    begin(app, signed_in, input, "create", "{}".into(), None).await
}

/// Begins a draft with what an event says, its times and its cover included: of last year's only the day is to be
/// changed.
pub(in super::super) async fn duplicate_event(app: &App, signed_in: &SignedIn, id: EventId) -> Result<EventDraft> {
    let (_, stored) = organised(app, signed_in, id).await?;
    let detail = format!(r#"{{"of":"{id}"}}"#);
    begin(app, signed_in, &stored.input, "copy", detail, stored.head.cover).await
}

async fn begin(
    app: &App,
    signed_in: &SignedIn,
    input: &EventInput,
    action: &str,
    detail: String,
    cover: Option<PictureId>,
) -> Result<EventDraft> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    check_hosts(&organiser, &input.hosts, None, "hosts")?;
    let (moments, _) = moments::read(input);
    let id = EventId(Uuid::now_v7());
    let writing = Writing {
        id,
        input,
        moments,
        now,
    };
    let tx = app.db.begin().await?;
    // Where people are fictional, so is what they plan.
    queries::insert_event(&tx, writing, organiser.id, app.settings.is_demo).await?;
    if let Some(cover) = cover {
        // A picture of its own: whoever changes or deletes one event changes nothing of the other.
        let copy = PictureId(Uuid::now_v7());
        if queries::copy_picture(&tx, cover, copy, id, organiser.id, now.millis()).await? {
            queries::set_cover(&tx, id, Some(copy)).await?;
        }
    }
    queries::log(&tx, id, organiser.id, action, detail, now).await?;
    tx.commit().await?;
    draft(app, id, Vec::new()).await
}

/// Deletes a draft.
pub(in super::super) async fn delete_event(app: &App, signed_in: &SignedIn, id: EventId) -> Result<()> {
    let organiser = organiser(app, signed_in)?;
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &stored.head)?;
    step(app, &stored.head, LifeStep::Delete)?;
    queries::delete_event(&tx, id).await?;
    Ok(tx.commit().await?)
}
