//! Rooms from their tables: all of it, or what was written since.

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use shared::ids::EventId;
use shared::rsvp::Register;

use super::super::convert;
use super::super::room::{Room, Rooms};
use crate::entity::event;

/// The room of an event whose row was just read from the same handle.
pub(in super::super) async fn room(
    db: &impl ConnectionTrait,
    rooms: &Rooms,
    row: &event::Model,
) -> anyhow::Result<Arc<Room>> {
    let id = EventId(row.id);
    let kept = rooms.kept(id);
    if let Some(room) = &kept
        && room.revision == row.rsvp_revision
        && room.facts.version == row.version
    {
        return Ok(Arc::clone(room));
    }
    let facts = match &kept {
        Some(room) if room.facts.version == row.version => Arc::clone(&room.facts),
        _ => Arc::new(convert::facts(row, super::hosts(db, id).await?)?),
    };
    // What was deleted since leaves no row that could say so.
    let is_near =
        |room: &Arc<Room>| (row.rsvp_reload_revision..=row.rsvp_revision).contains(&room.revision) && room.revision > 0;
    let register = match kept.filter(is_near) {
        Some(room) => {
            let mut register = room.register.clone();
            register.take_in(super::entries_after(db, id, room.revision).await?);
            register
        }
        None => Register::from_entries(facts.rules, super::entries_after(db, id, 0).await?),
    };
    let room = Arc::new(Room {
        event: id,
        revision: row.rsvp_revision,
        facts,
        register,
    });
    rooms.keep(Arc::clone(&room));
    Ok(room)
}
