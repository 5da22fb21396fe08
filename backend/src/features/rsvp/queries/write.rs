//! Writes one event's part of a batch.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    QueryFilter,
};
use shared::ids::EventId;
use shared::rsvp::{Entry, Standing};

use super::super::convert;
use super::super::room::Room;
use super::super::sheet::{Details, Sheet};
use super::mails::{self, News};
use crate::entity::{event, event_log, rsvp};
use crate::feed::{self, Changed};
use crate::mail;

/// Rows of one statement; both engines allow at least 32,766 values in one.
pub(super) const PIECE: usize = 1_500;

/// Writes what has changed, and answers the room as it is now.
pub(in super::super) async fn write_sheet(db: &impl ConnectionTrait, sheet: Sheet, now: i64) -> anyhow::Result<Room> {
    let gave_up = sheet.gave_up_seats();
    let mut room = sheet.room;
    let event = room.event;
    room.revision += 1;
    // Asked before their rows are gone.
    let leaving = mails::contacts(db, event, &gave_up).await?;
    let gone: Vec<_> = sheet.changed.iter().filter(|(_, entry)| entry.is_none()).collect();
    for piece in gone.chunks(PIECE) {
        rsvp::Entity::delete_many()
            .filter(rsvp::Column::EventId.eq(event.0))
            .filter(rsvp::Column::MemberId.is_in(piece.iter().map(|(member, _)| member.0)))
            .exec(db)
            .await?;
    }
    let answered = sheet.details.keys().filter_map(|member| room.register.entry(*member));
    let answered = answered.map(|entry| (entry, &sheet.details[&entry.member]));
    upsert(db, &room, answered.collect(), true, now).await?;
    let nothing = Details::default();
    let moved = sheet
        .changed
        .iter()
        .filter_map(|(member, entry)| Some((member, entry.as_ref()?)));
    let moved = moved.filter(|(member, _)| !sheet.details.contains_key(member));
    upsert(
        db,
        &room,
        moved.map(|(_, entry)| (entry, &nothing)).collect(),
        false,
        now,
    )
    .await?;
    let mut row = event::ActiveModel {
        id: Unchanged(event.0),
        rsvp_revision: Set(room.revision),
        ..Default::default()
    };
    if !gone.is_empty() {
        row.rsvp_reload_revision = Set(room.revision);
    }
    row.update(db).await?;
    log(db, event, &sheet.logged, now).await?;
    let news = News {
        event,
        revision: room.revision,
        notices: &sheet.notices,
        details: &sheet.details,
        gave_up: &gave_up,
        leaving,
    };
    mail::queue(db, news.mails(db, now).await?, now).await?;
    feed::note(db, &[Changed::Event(event)], now).await?;
    Ok(room)
}

/// Writes entries, new or not. What belongs to an answer besides seats is written only where it was answered now; a
/// ticket keeps its code for as long as there is a row.
async fn upsert(
    db: &impl ConnectionTrait,
    room: &Room,
    entries: Vec<(&Entry, &Details)>,
    has_details: bool,
    now: i64,
) -> anyhow::Result<()> {
    use rsvp::Column as C;
    let mut columns = vec![
        C::Answer,
        C::Companions,
        C::Standing,
        C::OfferedUntil,
        C::Since,
        C::IsPlaced,
        C::Revision,
    ];
    if has_details {
        columns.extend([C::ShownTo, C::Answers, C::Language, C::Zone, C::AnsweredAt]);
    }
    for piece in entries.chunks(PIECE) {
        let rows = piece.iter().map(|(entry, details)| {
            let ticket = (entry.standing == Standing::Confirmed).then(ticket_code).transpose()?;
            Ok(convert::row(room.event, entry, details, room.revision, ticket, now))
        });
        let rows: Vec<_> = rows.collect::<anyhow::Result<_>>()?;
        let kept = Expr::cust(r#"COALESCE("rsvp"."ticket_code", "excluded"."ticket_code")"#);
        let on_conflict = OnConflict::columns([C::EventId, C::MemberId])
            .update_columns(columns.iter().copied())
            .value(C::TicketCode, kept)
            .to_owned();
        rsvp::Entity::insert_many(rows)
            .on_conflict(on_conflict)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Ten letters and digits that nobody guesses and nobody mistakes for each other: 50 random bits.
fn ticket_code() -> anyhow::Result<String> {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut random = [0_u8; 10];
    getrandom::fill(&mut random)?;
    Ok(random
        .iter()
        .map(|byte| char::from(SIGNS[usize::from(byte % 32)]))
        .collect())
}

async fn log(
    db: &impl ConnectionTrait,
    event: EventId,
    lines: &[super::super::sheet::Logged],
    now: i64,
) -> Result<(), DbErr> {
    if lines.is_empty() {
        return Ok(());
    }
    let rows = lines.iter().map(|line| event_log::ActiveModel {
        event_id: Set(event.0),
        actor_id: Set(line.actor.0),
        subject_id: Set(Some(line.subject.0)),
        action: Set(line.action.into()),
        detail: Set(line.detail.clone()),
        at: Set(now),
        ..Default::default()
    });
    event_log::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}
