//! Who answered: for other members as far as each of them lets them know, and for organisers.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::ids::{EventId, MemberId};
use shared::rsvp::{AttendanceAudience, Pool};

use super::super::convert;
use super::names;
use crate::entity::rsvp;

/// Somebody who comes.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct GuestRow {
    pub(in super::super) member: MemberId,
    pub(in super::super) pool: Pool,
    pub(in super::super) shown_to: AttendanceAudience,
}

/// Everybody who comes to an event, in no order. Whom of them a viewer may know is decided by the caller, who has the
/// viewer's exchanges.
pub(in super::super) async fn guests(db: &impl ConnectionTrait, event: EventId) -> anyhow::Result<Vec<GuestRow>> {
    let rows: Vec<(uuid::Uuid, String, String)> = rsvp::Entity::find()
        .select_only()
        .columns([rsvp::Column::MemberId, rsvp::Column::Answer, rsvp::Column::ShownTo])
        .filter(rsvp::Column::EventId.eq(event.0))
        .filter(rsvp::Column::Standing.eq(convert::confirmed()))
        .into_tuple()
        .all(db)
        .await?;
    let read = |(id, answer, shown_to): (uuid::Uuid, String, String)| {
        let answer: shared::rsvp::Answer = answer.parse()?;
        Ok(answer.pool().map(|pool| (id, pool, shown_to)))
    };
    let rows = rows.into_iter().map(read).collect::<anyhow::Result<Vec<_>>>()?;
    rows.into_iter()
        .flatten()
        .map(|(id, pool, shown_to)| {
            Ok(GuestRow {
                member: MemberId(id),
                pool,
                shown_to: shown_to.parse()?,
            })
        })
        .collect()
}

/// An answer with the name of who gave it.
#[derive(Clone, Debug)]
pub(in super::super) struct AttendeeRow {
    pub(in super::super) row: rsvp::Model,
    pub(in super::super) name: String,
}

/// All answers to an event, in no order.
pub(in super::super) async fn attendees(db: &impl ConnectionTrait, event: EventId) -> anyhow::Result<Vec<AttendeeRow>> {
    let rows = rsvp::Entity::find()
        .filter(rsvp::Column::EventId.eq(event.0))
        .all(db)
        .await?;
    let ids: Vec<MemberId> = rows.iter().map(|row| MemberId(row.member_id)).collect();
    let mut names = names(db, &ids).await?;
    let named = |row: rsvp::Model| AttendeeRow {
        name: names.remove(&MemberId(row.member_id)).unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(named).collect())
}

/// A member's own answer.
pub(in super::super) async fn own_answer(
    db: &impl ConnectionTrait,
    event: EventId,
    member: MemberId,
) -> anyhow::Result<Option<rsvp::Model>> {
    Ok(rsvp::Entity::find_by_id((event.0, member.0)).one(db).await?)
}
