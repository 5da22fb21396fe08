//! Who may do what with which event. Who may not know of an event is told that there is none.

use shared::api::ProblemCode;
use shared::codes::Role;
use shared::events::{Invitee, Organiser};
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::words::Text;

use super::queries;
use super::stored::{Head, Stored};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::http::{Actor, SignedIn};

pub use super::organise::publish_due;

/// Now, as events count it.
pub(super) fn now(app: &App) -> Instant {
    Instant::from_millis(app.clock.now().as_millisecond())
}

/// There is no such event, or none that the caller may know of.
pub(super) fn no_event() -> AppError {
    AppError::told(ProblemCode::NotFound, Text::new("problem.not_found_event"))
}

/// What counts of a viewer for who may know of an event; nothing for who is not signed in.
pub(super) fn invitee(app: &App, viewer: Option<MemberId>) -> Option<Invitee> {
    viewer.and_then(|viewer| app.directory.invitee(viewer))
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

/// Whether the caller organises an event.
pub(super) fn organises(app: &App, actor: &Actor, head: &Head) -> bool {
    let signed_in = actor
        .signed_in
        .as_ref()
        .filter(|signed_in| signed_in.role != Role::Member);
    signed_in
        .and_then(|signed_in| organiser(app, signed_in).ok())
        .is_some_and(|organiser| head.is_organised_by(&organiser))
}

/// An event that everybody who may know of it and its organisers may look at; drafts are for organisers alone.
pub(super) fn admit_reader(app: &App, actor: &Actor, head: &Head) -> Result<()> {
    let is_known = head.is_known_to(invitee(app, actor.viewer()).as_ref(), now(app));
    if is_known || organises(app, actor, head) {
        Ok(())
    } else {
        Err(no_event())
    }
}

/// An event that an organiser may change.
pub(super) fn admit_organiser(app: &App, organiser: &Organiser, head: &Head) -> Result<()> {
    if head.is_organised_by(organiser) {
        return Ok(());
    }
    Err(
        if head.is_known_to(invitee(app, Some(organiser.id)).as_ref(), now(app)) {
            AppError::of(ProblemCode::Forbidden)
        } else {
            no_event()
        },
    )
}

/// An event that a caller organises.
pub(super) async fn organised(app: &App, signed_in: &SignedIn, id: EventId) -> Result<(Organiser, Stored)> {
    let organiser = organiser(app, signed_in)?;
    let stored = queries::event(&app.db.read, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &stored.head)?;
    Ok((organiser, stored))
}
