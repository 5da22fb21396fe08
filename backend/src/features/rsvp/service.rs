//! What other rooms and the handlers may ask for: states, errands at the desk, and what time brings.

use std::time::Duration;

use bytes::Bytes;
use shared::api::ProblemCode;
use shared::events::Organiser;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::rsvp::RsvpState;

use super::errand::{Act, By, Errand};
use super::queries;
use super::room::Room;
use super::sheet::no_event;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::http::SignedIn;

/// How long the outcomes of idempotency keys are kept.
const KEYS_KEPT: Duration = Duration::from_hours(24);

/// Now, as rules count it.
pub(super) fn now(app: &App) -> Instant {
    Instant::from_millis(app.clock.now().as_millisecond())
}

/// The room of an event that a viewer may know of.
pub(super) async fn known_room(app: &App, viewer: Option<MemberId>, event: EventId) -> Result<std::sync::Arc<Room>> {
    let rows = queries::events(&app.db.read, &[event]).await?;
    let row = rows.first().ok_or_else(no_event)?;
    let room = queries::room(&app.db.read, &app.desk.rooms, row).await?;
    let invitee = viewer.and_then(|viewer| app.directory.invitee(viewer));
    if room.facts.is_known_to(invitee.as_ref(), now(app)) {
        Ok(room)
    } else {
        Err(no_event())
    }
}

/// One's own answer to an event and the counts.
pub(super) async fn state(app: &App, viewer: Option<MemberId>, event: EventId) -> Result<RsvpState> {
    Ok(known_room(app, viewer, event).await?.state(viewer))
}

/// Whether a viewer may know of an event.
pub(crate) async fn is_known(app: &App, viewer: Option<MemberId>, event: EventId) -> Result<bool> {
    match known_room(app, viewer, event).await {
        Ok(_) => Ok(true),
        Err(AppError::Problem {
            code: ProblemCode::NotFound,
            ..
        }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The viewer's own answers to some events and the counts, in the order of the ids. Whether the viewer may know of these
/// events was decided before.
pub(crate) async fn states(app: &App, viewer: Option<MemberId>, events: &[EventId]) -> Result<Vec<RsvpState>> {
    let rows = queries::events(&app.db.read, events).await?;
    let mut states = Vec::with_capacity(events.len());
    for event in events {
        let row = rows.iter().find(|row| row.id == event.0).ok_or_else(no_event)?;
        states.push(queries::room(&app.db.read, &app.desk.rooms, row).await?.state(viewer));
    }
    Ok(states)
}

/// Something that a member does to the own answer; JSON of the state afterwards.
pub(super) async fn act(app: &App, member: MemberId, event: EventId, act: Act) -> Result<Bytes> {
    let by = By::Member(member);
    app.desk.take(Errand { event, by, act }).await
}

/// Somebody signed in as an organiser.
pub(super) fn organiser(app: &App, signed_in: &SignedIn) -> Result<Organiser> {
    let invitee = app.directory.invitee(signed_in.member_id);
    let invitee = invitee.ok_or_else(|| AppError::of(ProblemCode::Forbidden))?;
    Ok(Organiser {
        id: signed_in.member_id,
        role: signed_in.role,
        country: invitee.country,
    })
}

/// Something that an organiser does to somebody's answer.
pub(super) async fn organise(app: &App, signed_in: &SignedIn, event: EventId, act: Act) -> Result<()> {
    let by = By::Organiser(organiser(app, signed_in)?);
    app.desk.take(Errand { event, by, act }).await?;
    Ok(())
}

/// Follows a change of the event itself, after it was committed: seats are passed on by the new rules, and open pages
/// are told.
///
/// # Errors
/// When the database does not answer; the next errand at this event does the same.
pub async fn event_changed(app: &App, event: EventId) -> Result<()> {
    let (by, act) = (By::Nobody, Act::Advance { is_changed: true });
    app.desk.take(Errand { event, by, act }).await?;
    Ok(())
}

/// Ends offers that are due, wherever there are any, and passes their seats on.
///
/// # Errors
/// When the database does not answer.
pub async fn end_due_offers(app: &App) -> Result<()> {
    let due = queries::events_with_offers_due(&app.db.read, now(app).millis()).await?;
    for event in due {
        let (by, act) = (By::Nobody, Act::Advance { is_changed: false });
        app.desk.take(Errand { event, by, act }).await?;
    }
    Ok(())
}

/// Forgets idempotency keys that nobody sends again.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_old_keys(app: &App) -> Result<()> {
    let kept = i64::try_from(KEYS_KEPT.as_millis()).unwrap_or(i64::MAX);
    queries::forget_keys_before(&app.db.write, now(app).millis() - kept).await?;
    Ok(())
}
