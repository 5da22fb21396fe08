//! Reads and writes of events. Heads are read without regard to a viewer: who may know of an event depends on the clock
//! and on the directory, and is decided by [`super::stored::Head`] before anything is shown or counted.

mod answers;
mod demo;
mod past;
mod pictures;
mod report;
mod write;

use std::collections::HashMap;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect,
};
use shared::events::EventLife;
use shared::fields::CountryCode;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use uuid::Uuid;

pub(super) use self::answers::{Recipient, attendees, concerned, who_came};
pub(crate) use self::demo::{DemoEvent, insert_demo_event};
pub(super) use self::past::{insert_missing, past_events};
pub(super) use self::pictures::{
    NewPicture, copy_picture, count_pictures, delete_picture, event_of_picture, insert_picture, picture,
    report_pictures, set_cover,
};
pub(crate) use self::pictures::{PictureFile, PicturePlace};
pub(super) use self::report::{put_report, report};
pub(super) use self::write::{Writing, delete_event, insert_event, log, publish_if_due, set_life, update_event};
use super::convert;
use super::stored::{Head, Stored, StoredText};
use crate::entity::{event, event_host, event_text};

/// Ids of one statement.
const PIECE: usize = 1_000;

/// Every column but the input, which is long.
fn without_input() -> sea_orm::Select<event::Entity> {
    let columns = event::Column::iter().filter(|column| !matches!(column, event::Column::Input));
    event::Entity::find()
        .select_only()
        .columns(columns)
        .expr_as(Expr::value(""), "input")
}

/// Heads of events that were published, or are by the clock: those that end after a moment, or those that have ended.
pub(super) async fn published_heads(
    db: &impl ConnectionTrait,
    is_past: bool,
    now: Instant,
) -> anyhow::Result<Vec<Head>> {
    let lives = [EventLife::Published, EventLife::Scheduled, EventLife::Cancelled];
    let ends_at = event::Column::EndsAt;
    let ends = if is_past {
        ends_at.lte(now.millis())
    } else {
        ends_at.gt(now.millis())
    };
    let found = without_input()
        .filter(event::Column::Life.is_in(lives.map(EventLife::code)))
        .filter(ends);
    with_hosts(db, found.all(db).await?).await
}

/// Heads of the events to which a chapter invites or that somebody began; of all where neither is given.
pub(super) async fn organised_heads(
    db: &impl ConnectionTrait,
    by: Option<(CountryCode, MemberId)>,
) -> anyhow::Result<Vec<Head>> {
    let mut found = without_input();
    if let Some((chapter, creator)) = by {
        let of_chapter = event_host::Entity::find()
            .select_only()
            .column(event_host::Column::EventId)
            .filter(event_host::Column::CountryCode.eq(chapter.code()));
        let of_chapter = event::Column::Id.in_subquery(sea_orm::QueryTrait::into_query(of_chapter));
        let is_own = event::Column::CreatedBy.eq(creator.0);
        found = found.filter(Condition::any().add(of_chapter).add(is_own));
    }
    with_hosts(db, found.all(db).await?).await
}

async fn with_hosts(db: &impl ConnectionTrait, rows: Vec<event::Model>) -> anyhow::Result<Vec<Head>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut hosts: HashMap<Uuid, Vec<CountryCode>> = HashMap::new();
    for piece in ids.chunks(PIECE) {
        let found = event_host::Entity::find()
            .filter(event_host::Column::EventId.is_in(piece.iter().copied()))
            .order_by_asc(event_host::Column::CountryCode)
            .all(db)
            .await?;
        for row in found {
            let country = row.country_code.parse()?;
            hosts.entry(row.event_id).or_default().push(country);
        }
    }
    let head = |row: event::Model| {
        let hosts = hosts.remove(&row.id).unwrap_or_default();
        convert::head(&row, hosts)
    };
    rows.into_iter().map(head).collect()
}

/// One event's head.
pub(super) async fn head(db: &impl ConnectionTrait, id: EventId) -> anyhow::Result<Option<Head>> {
    let row = without_input().filter(event::Column::Id.eq(id.0)).one(db).await?;
    let heads = with_hosts(db, row.into_iter().collect()).await?;
    Ok(heads.into_iter().next())
}

/// One event.
pub(super) async fn event(db: &impl ConnectionTrait, id: EventId) -> anyhow::Result<Option<Stored>> {
    let row = event::Entity::find_by_id(id.0).one(db).await?;
    whole(db, row).await
}

/// One event, which nobody else changes until the transaction ends.
pub(super) async fn lock_event(db: &impl ConnectionTrait, id: EventId) -> anyhow::Result<Option<Stored>> {
    let row = event::Entity::find_by_id(id.0).lock_exclusive().one(db).await?;
    whole(db, row).await
}

async fn whole(db: &impl ConnectionTrait, row: Option<event::Model>) -> anyhow::Result<Option<Stored>> {
    let Some(row) = row else { return Ok(None) };
    let input = row.input.clone();
    let heads = with_hosts(db, vec![row]).await?;
    let mut texts = texts(db, heads.iter().map(|head| head.id)).await?;
    let whole = |head: Head| convert::stored(head, &input, &mut texts);
    heads.into_iter().next().map(whole).transpose()
}

/// The events of some heads, in their order.
pub(super) async fn whole_of(db: &impl ConnectionTrait, heads: Vec<Head>) -> anyhow::Result<Vec<Stored>> {
    let mut inputs: HashMap<Uuid, String> = HashMap::new();
    for piece in heads.chunks(PIECE) {
        let found: Vec<(Uuid, String)> = event::Entity::find()
            .select_only()
            .columns([event::Column::Id, event::Column::Input])
            .filter(event::Column::Id.is_in(piece.iter().map(|head| head.id.0)))
            .into_tuple()
            .all(db)
            .await?;
        inputs.extend(found);
    }
    let mut texts = texts(db, heads.iter().map(|head| head.id)).await?;
    let whole = |head: Head| {
        let input = inputs.remove(&head.id.0).unwrap_or_default();
        convert::stored(head, &input, &mut texts)
    };
    heads.into_iter().map(whole).collect()
}

/// The texts of events, the original first, without descriptions.
pub(super) async fn texts(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = EventId>,
) -> Result<HashMap<EventId, Vec<StoredText>>, DbErr> {
    use event_text::Column as C;
    let ids: Vec<Uuid> = ids.map(|id| id.0).collect();
    let mut texts: HashMap<EventId, Vec<StoredText>> = HashMap::new();
    for piece in ids.chunks(PIECE) {
        let found: Vec<(Uuid, String, String, String)> = event_text::Entity::find()
            .select_only()
            .columns([C::EventId, C::Language, C::Title, C::Summary])
            .filter(C::EventId.is_in(piece.iter().copied()))
            .order_by_asc(C::Position)
            .into_tuple()
            .all(db)
            .await?;
        for (id, language, title, summary) in found {
            texts.entry(EventId(id)).or_default().push(StoredText {
                language,
                title,
                summary,
            });
        }
    }
    Ok(texts)
}

/// The description of an event at a place of its texts, as clean HTML.
pub(super) async fn description_html(db: &impl ConnectionTrait, id: EventId, place: usize) -> Result<String, DbErr> {
    let found: Option<String> = event_text::Entity::find_by_id((id.0, i32::try_from(place).unwrap_or(0)))
        .select_only()
        .column(event_text::Column::DescriptionHtml)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.unwrap_or_default())
}

/// Events that are to be published by a moment.
pub(super) async fn due_for_publication(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<EventId>, DbErr> {
    let found: Vec<Uuid> = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::Life.eq(EventLife::Scheduled.code()))
        .filter(event::Column::PublishAt.lte(now.millis()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(EventId).collect())
}
