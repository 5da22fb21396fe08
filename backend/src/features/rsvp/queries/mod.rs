//! What answers read from the database. A room is the event's whole register; what a viewer may know of it is decided
//! where it is shown.

mod keys;
mod mails;
mod people;
mod rooms;
mod tickets;
mod write;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use shared::fields::CountryCode;
use shared::ids::EventId;
use shared::rsvp::Entry;

pub(super) use self::keys::{KeptKey, forget_keys_before, keep_keys, kept_keys};
pub(super) use self::people::{AttendeeRow, GuestRow, attendees, guests, own_answer};
pub(super) use self::rooms::room;
pub(super) use self::tickets::{TicketRow, check_in, names, note_changed, ticket, tickets};
pub(super) use self::write::write_sheet;
use super::convert;
use crate::entity::{event, event_host, rsvp};

/// An event's row, which nobody else changes until the transaction ends.
pub(super) async fn lock_event(db: &impl ConnectionTrait, id: EventId) -> Result<Option<event::Model>, DbErr> {
    event::Entity::find_by_id(id.0).lock_exclusive().one(db).await
}

/// Events' rows.
pub(super) async fn events(db: &impl ConnectionTrait, ids: &[EventId]) -> Result<Vec<event::Model>, DbErr> {
    let ids = ids.iter().map(|id| id.0);
    event::Entity::find().filter(event::Column::Id.is_in(ids)).all(db).await
}

/// The chapters that invite to an event.
pub(super) async fn hosts(db: &impl ConnectionTrait, id: EventId) -> anyhow::Result<Vec<CountryCode>> {
    let rows = event_host::Entity::find()
        .filter(event_host::Column::EventId.eq(id.0))
        .all(db)
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.country_code.parse())
        .collect::<Result<_, _>>()?)
}

/// The entries of an event that were written after a revision; all of them after 0.
pub(super) async fn entries_after(db: &impl ConnectionTrait, id: EventId, revision: i64) -> anyhow::Result<Vec<Entry>> {
    let mut found = rsvp::Entity::find().filter(rsvp::Column::EventId.eq(id.0));
    if revision > 0 {
        found = found.filter(rsvp::Column::Revision.gt(revision));
    }
    found.all(db).await?.iter().map(convert::entry).collect()
}

/// Events with offers that have ended at a moment, some hundred at the most.
pub(super) async fn events_with_offers_due(db: &impl ConnectionTrait, now: i64) -> Result<Vec<EventId>, DbErr> {
    let found: Vec<uuid::Uuid> = rsvp::Entity::find()
        .select_only()
        .column(rsvp::Column::EventId)
        .distinct()
        .filter(rsvp::Column::Standing.eq(convert::offered()))
        .filter(rsvp::Column::OfferedUntil.lte(now))
        .limit(100)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(EventId).collect())
}
