//! Who comes: for members by each one's consent, for organisers all of it.

use std::collections::HashSet;

use shared::api::ProblemCode;
use shared::events::EventLife;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::rsvp::{
    Attendee, AttendeeList, Fellowship, Guest, GuestList, OwnRsvp, OwnStanding, RsvpDetails, SHOWN_FOR_MS,
};

use super::queries::{self, AttendeeRow, GuestRow};
use super::room::Room;
use super::sheet::no_event;
use super::{convert, service};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::http::SignedIn;

/// Guests of one answer.
const MOST: usize = 300;

/// Who comes to an event and lets the viewer know. Some months after the event nobody is named any more.
pub(super) async fn list_guests(app: &App, viewer: MemberId, event: EventId) -> Result<GuestList> {
    let room = service::known_room(app, Some(viewer), event).await?;
    let rows = queries::guests(&app.db.read, event).await?;
    let coming = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    if is_over(&room, service::now(app)) {
        return Ok(GuestList {
            coming,
            ..GuestList::default()
        });
    }
    let ids: Vec<MemberId> = rows.iter().map(|row| row.member).collect();
    let fellows: HashSet<MemberId> = app.directory.fellows(viewer, &ids).into_iter().collect();
    let is_coming = ids.contains(&viewer);
    let may_know = |row: &&GuestRow| {
        row.member == viewer
            || row.shown_to.admits(Fellowship {
                is_of_my_exchange: fellows.contains(&row.member),
                is_coming,
            })
    };
    let known: Vec<GuestRow> = rows.iter().filter(may_know).copied().collect();
    let of_my_exchange = known.iter().filter(|row| fellows.contains(&row.member)).count();
    let ids: Vec<MemberId> = known.iter().map(|row| row.member).collect();
    let mut guests: Vec<Guest> = app
        .directory
        .seen(viewer, &ids)
        .into_iter()
        .filter_map(|member| {
            let row = known.iter().find(|row| row.member == member.id)?;
            Some(Guest {
                is_of_my_exchange: fellows.contains(&member.id),
                pool: row.pool,
                member,
            })
        })
        .collect();
    guests.sort_by(|one, other| {
        let key = |guest: &Guest| (!guest.is_of_my_exchange, guest.member.name.clone(), guest.member.id);
        key(one).cmp(&key(other))
    });
    guests.truncate(MOST);
    Ok(GuestList {
        guests,
        coming,
        of_my_exchange: u32::try_from(of_my_exchange).unwrap_or(u32::MAX),
    })
}

fn is_over(room: &Room, now: Instant) -> bool {
    let ends_at = room.facts.ends_at.map_or(i64::MAX, Instant::millis);
    room.facts.life(now) == EventLife::Past && now.millis() >= ends_at.saturating_add(SHOWN_FOR_MS)
}

/// What belongs to a viewer's own answer besides seats.
pub(super) async fn own_details(app: &App, viewer: MemberId, event: EventId) -> Result<RsvpDetails> {
    service::known_room(app, Some(viewer), event).await?;
    let Some(row) = queries::own_answer(&app.db.read, event, viewer).await? else {
        return Ok(RsvpDetails::default());
    };
    Ok(RsvpDetails {
        shown_to: row.shown_to.parse().map_err(anyhow::Error::from)?,
        answers: serde_json::from_str(&row.answers).map_err(anyhow::Error::from)?,
    })
}

/// Everybody who answered, for organisers of the event.
pub(super) async fn list_attendees(app: &App, signed_in: &SignedIn, event: EventId) -> Result<AttendeeList> {
    let room = organised_room(app, signed_in, event).await?;
    let rows = queries::attendees(&app.db.read, event).await?;
    let mut attendees = rows
        .into_iter()
        .map(|row| attendee(&room, row))
        .collect::<anyhow::Result<Vec<_>>>()?;
    attendees.sort_by_key(|(place, attendee)| (*place, attendee.answered_at, attendee.member_id));
    Ok(AttendeeList {
        attendees: attendees.into_iter().map(|(_, attendee)| attendee).collect(),
    })
}

/// The room of an event that somebody organises.
pub(super) async fn organised_room(app: &App, signed_in: &SignedIn, event: EventId) -> Result<std::sync::Arc<Room>> {
    let rows = queries::events(&app.db.read, &[event]).await?;
    let row = rows.first().ok_or_else(no_event)?;
    let room = queries::room(&app.db.read, &app.desk.rooms, row).await?;
    let organiser = service::organiser(app, signed_in)?;
    if room.facts.is_organised_by(&organiser) {
        return Ok(room);
    }
    let invitee = app.directory.invitee(signed_in.member_id);
    Err(if room.facts.is_known_to(invitee.as_ref(), service::now(app)) {
        AppError::of(ProblemCode::Forbidden)
    } else {
        no_event()
    })
}

/// An answer as organisers see it, with its place in the list: seats, offers, the waiting list in its order, the others.
fn attendee(room: &Room, row: AttendeeRow) -> anyhow::Result<((u8, u64), Attendee)> {
    let AttendeeRow { row, name } = row;
    let entry = convert::entry(&row)?;
    let rsvp = room
        .register
        .standing_of(entry.member)
        .unwrap_or_else(|| OwnRsvp::of(&entry, None));
    let group = match rsvp.standing {
        OwnStanding::Confirmed => 0,
        OwnStanding::Offered => 1,
        OwnStanding::Waiting => 2,
        OwnStanding::Noted => 3,
        OwnStanding::Passed => 4,
        OwnStanding::Removed => 5,
    };
    let attendee = Attendee {
        member_id: entry.member,
        name,
        rsvp,
        shown_to: row.shown_to.parse()?,
        answers: serde_json::from_str(&row.answers)?,
        answered_at: Instant::from_millis(row.answered_at),
        checked_in_at: row.checked_in_at.map(Instant::from_millis),
    };
    Ok(((group, entry.since), attendee))
}
