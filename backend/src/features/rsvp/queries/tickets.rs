//! Tickets: rows of answers that have, or had, a code.

use std::collections::HashMap;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::rsvp::{Answer, Pool, Ticket};

use super::super::convert;
use crate::entity::{member, rsvp};
use crate::feed::{self, Changed};

/// Ids of one statement.
const PIECE: usize = 5_000;

/// A ticket with what only the door needs.
#[derive(Clone, Debug)]
pub(in super::super) struct TicketRow {
    pub(in super::super) member: MemberId,
    pub(in super::super) ticket: Ticket,
    pub(in super::super) is_confirmed: bool,
    pub(in super::super) checked_in_by: Option<MemberId>,
}

/// A member's own ticket.
pub(in super::super) async fn ticket(
    db: &impl ConnectionTrait,
    event: EventId,
    member: MemberId,
) -> anyhow::Result<Option<TicketRow>> {
    let row = rsvp::Entity::find_by_id((event.0, member.0)).one(db).await?;
    let names = names(db, &[member]).await?;
    row.map(|row| read(row, &names)).transpose().map(Option::flatten)
}

/// All tickets of an event, in no order, for its organisers.
pub(in super::super) async fn tickets(db: &impl ConnectionTrait, event: EventId) -> anyhow::Result<Vec<TicketRow>> {
    let rows = rsvp::Entity::find()
        .filter(rsvp::Column::EventId.eq(event.0))
        .filter(rsvp::Column::TicketCode.is_not_null())
        .all(db)
        .await?;
    let ids: Vec<MemberId> = rows.iter().map(|row| MemberId(row.member_id)).collect();
    let names = names(db, &ids).await?;
    let rows = rows.into_iter().map(|row| read(row, &names));
    Ok(rows
        .collect::<anyhow::Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect())
}

fn read(row: rsvp::Model, names: &HashMap<MemberId, String>) -> anyhow::Result<Option<TicketRow>> {
    let member = MemberId(row.member_id);
    let answer: Answer = row.answer.parse()?;
    let (Some(code), name) = (row.ticket_code, names.get(&member).cloned().unwrap_or_default()) else {
        return Ok(None);
    };
    Ok(Some(TicketRow {
        member,
        is_confirmed: row.standing == convert::confirmed(),
        checked_in_by: row.checked_in_by.map(MemberId),
        ticket: Ticket {
            code,
            name,
            pool: answer.pool().unwrap_or(Pool::Room),
            people: u32::try_from(row.companions).unwrap_or(0) + 1,
            checked_in_at: row.checked_in_at.map(Instant::from_millis),
        },
    }))
}

/// Notes that a party is in.
pub(in super::super) async fn check_in(
    db: &impl ConnectionTrait,
    event: EventId,
    member: MemberId,
    at: i64,
    by: MemberId,
) -> Result<(), DbErr> {
    rsvp::Entity::update_many()
        .col_expr(rsvp::Column::CheckedInAt, Expr::value(at))
        .col_expr(rsvp::Column::CheckedInBy, Expr::value(by.0))
        .filter(rsvp::Column::EventId.eq(event.0))
        .filter(rsvp::Column::MemberId.eq(member.0))
        .filter(rsvp::Column::CheckedInAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Notes that something about an event has changed.
pub(in super::super) async fn note_changed(db: &impl ConnectionTrait, event: EventId, now: i64) -> Result<(), DbErr> {
    feed::note(db, &[Changed::Event(event)], now).await
}

/// Members' names in Latin letters.
pub(in super::super) async fn names(
    db: &impl ConnectionTrait,
    ids: &[MemberId],
) -> Result<HashMap<MemberId, String>, DbErr> {
    let mut names = HashMap::new();
    for piece in ids.chunks(PIECE) {
        let found: Vec<(uuid::Uuid, String)> = member::Entity::find()
            .select_only()
            .columns([member::Column::Id, member::Column::Name])
            .filter(member::Column::Id.is_in(piece.iter().map(|id| id.0)))
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found.into_iter().map(|(id, name)| (MemberId(id), name)));
    }
    Ok(names)
}
