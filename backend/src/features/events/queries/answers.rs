//! Who is told what about an event, by how their answers stand.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use shared::ids::{EventId, MemberId};
use shared::rsvp::{Answer, OwnStanding};
use uuid::Uuid;

use crate::entity::rsvp;

/// Somebody to write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Recipient {
    pub(in super::super) member: MemberId,
    /// BCP 47; may be empty.
    pub(in super::super) language: String,
    /// IANA; may be empty.
    pub(in super::super) zone: String,
}

fn answers(event: EventId) -> Select<rsvp::Entity> {
    rsvp::Entity::find().filter(rsvp::Column::EventId.eq(event.0))
}

fn stand(standings: &[OwnStanding]) -> sea_orm::sea_query::SimpleExpr {
    rsvp::Column::Standing.is_in(standings.iter().map(|standing| standing.code()))
}

async fn recipients(db: &impl ConnectionTrait, found: Select<rsvp::Entity>) -> Result<Vec<Recipient>, DbErr> {
    let rows: Vec<(Uuid, String, String)> = found
        .select_only()
        .columns([rsvp::Column::MemberId, rsvp::Column::Language, rsvp::Column::Zone])
        .order_by_asc(rsvp::Column::MemberId)
        .into_tuple()
        .all(db)
        .await?;
    let recipient = |(id, language, zone)| Recipient {
        member: MemberId(id),
        language,
        zone,
    };
    Ok(rows.into_iter().map(recipient).collect())
}

/// Everybody to whom it matters what becomes of an event: who has seats, is offered some, waits, or may come.
pub(in super::super) async fn concerned(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Recipient>, DbErr> {
    let may_come = Condition::all()
        .add(stand(&[OwnStanding::Noted]))
        .add(rsvp::Column::Answer.eq(Answer::Maybe.code()));
    let comes = stand(&[OwnStanding::Confirmed, OwnStanding::Waiting, OwnStanding::Offered]);
    recipients(db, answers(event).filter(Condition::any().add(comes).add(may_come))).await
}

/// Everybody who has seats or is offered some.
pub(in super::super) async fn attendees(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Recipient>, DbErr> {
    recipients(
        db,
        answers(event).filter(stand(&[OwnStanding::Confirmed, OwnStanding::Offered])),
    )
    .await
}

/// Everybody who came: who was checked in, or, where nobody stood at the door, who had seats.
pub(in super::super) async fn who_came(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Recipient>, DbErr> {
    let checked_in = answers(event).filter(rsvp::Column::CheckedInAt.is_not_null());
    let came = recipients(db, checked_in).await?;
    if !came.is_empty() {
        return Ok(came);
    }
    recipients(db, answers(event).filter(stand(&[OwnStanding::Confirmed]))).await
}
