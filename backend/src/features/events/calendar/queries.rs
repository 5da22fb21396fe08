//! What calendars read from the database, and the secret addresses, of which only hashes are kept.

use std::collections::HashMap;

use anyhow::Context;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use shared::events::{EventLife, EventReach};
use shared::fields::CountryCode;
use shared::ids::{EventId, MemberId};

use super::convert::Source;
use crate::entity::{calendar_feed, country, event, event_host, event_text, rsvp};

/// Events of one feed at the most, those that begin last.
const MOST: u64 = 1_000;

/// An event with the viewer's own answer. Whether the viewer may know of it is decided by the caller, who knows the
/// viewer's country/region and years.
pub(super) async fn source(
    db: &impl ConnectionTrait,
    id: EventId,
    viewer: Option<MemberId>,
) -> anyhow::Result<Option<Source>> {
    let Some(event) = event::Entity::find_by_id(id.0).one(db).await? else {
        return Ok(None);
    };
    let own = match viewer {
        Some(viewer) => rsvp::Entity::find_by_id((id.0, viewer.0)).one(db).await?,
        None => None,
    };
    Ok(with_texts(db, vec![(event, own)]).await?.pop())
}

/// Events for everybody that end after a moment. Whether they are published by now is the clock's to say.
pub(super) async fn public_sources(
    db: &impl ConnectionTrait,
    chapter: Option<CountryCode>,
    ends_after: i64,
) -> anyhow::Result<Vec<Source>> {
    let mut found = event::Entity::find()
        .filter(event::Column::Reach.eq(EventReach::Public.code()))
        .filter(event::Column::Life.ne(EventLife::Draft.code()))
        .filter(event::Column::EndsAt.gt(ends_after));
    if let Some(chapter) = chapter {
        let invited = event_host::Entity::find()
            .select_only()
            .column(event_host::Column::EventId)
            .filter(event_host::Column::CountryCode.eq(chapter.code()));
        found = found.filter(event::Column::Id.in_subquery(invited.into_query()));
    }
    let rows = found
        .order_by_desc(event::Column::StartsAt)
        .order_by_asc(event::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    with_texts(db, rows.into_iter().map(|event| (event, None)).collect()).await
}

/// Events that a member has answered. Whether the member may still know of them is decided by the caller.
pub(super) async fn own_sources(db: &impl ConnectionTrait, viewer: MemberId) -> anyhow::Result<Vec<Source>> {
    let answers = rsvp::Entity::find().filter(rsvp::Column::MemberId.eq(viewer.0));
    let answers = answers.all(db).await?.into_iter();
    let mut answers: HashMap<_, _> = answers.map(|own| (own.event_id, own)).collect();
    let rows = event::Entity::find()
        .filter(event::Column::Id.is_in(answers.keys().copied()))
        .order_by_desc(event::Column::StartsAt)
        .order_by_asc(event::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    let own = rows.into_iter().map(|event| {
        let own = answers.remove(&event.id);
        (event, own)
    });
    with_texts(db, own.collect()).await
}

async fn with_texts(
    db: &impl ConnectionTrait,
    rows: Vec<(event::Model, Option<rsvp::Model>)>,
) -> anyhow::Result<Vec<Source>> {
    let ids = rows.iter().map(|(event, _)| event.id);
    let found = event_text::Entity::find()
        .filter(event_text::Column::EventId.is_in(ids))
        .order_by_asc(event_text::Column::Position)
        .all(db)
        .await?;
    let mut texts: HashMap<_, Vec<_>> = HashMap::new();
    for text in found {
        texts.entry(text.event_id).or_default().push(text);
    }
    let source = |(event, own): (event::Model, Option<rsvp::Model>)| Source {
        texts: texts.remove(&event.id).unwrap_or_default(),
        event,
        own,
        is_organised: false,
    };
    Ok(rows.into_iter().map(source).collect())
}

/// What a country/region is called in English and Japanese.
pub(super) async fn country_names(db: &impl ConnectionTrait, country: CountryCode) -> anyhow::Result<[String; 2]> {
    let row = country::Entity::find_by_id(country.code()).one(db).await?;
    let row = row.context("a country/region has no row")?;
    Ok([row.name_en, row.name_ja])
}

/// Whose calendar has this secret, by its hash.
pub(super) async fn owner(db: &impl ConnectionTrait, hash: &str) -> Result<Option<MemberId>, DbErr> {
    let found = calendar_feed::Entity::find().filter(calendar_feed::Column::TokenHash.eq(hash));
    Ok(found.one(db).await?.map(|row| MemberId(row.member_id)))
}

/// Since when a member's calendar has its present address.
pub(super) async fn feed_since(db: &impl ConnectionTrait, member: MemberId) -> Result<Option<i64>, DbErr> {
    let row = calendar_feed::Entity::find_by_id(member.0).one(db).await?;
    Ok(row.map(|row| row.created_at))
}

/// Gives a member's calendar its address, in place of the one it had.
pub(super) async fn set_feed(db: &impl ConnectionTrait, member: MemberId, hash: &str, now: i64) -> Result<(), DbErr> {
    let row = calendar_feed::ActiveModel {
        member_id: Set(member.0),
        token_hash: Set(hash.into()),
        created_at: Set(now),
    };
    let again = OnConflict::column(calendar_feed::Column::MemberId)
        .update_columns([calendar_feed::Column::TokenHash, calendar_feed::Column::CreatedAt])
        .to_owned();
    calendar_feed::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Ends a member's address.
pub(super) async fn delete_feed(db: &impl ConnectionTrait, member: MemberId) -> Result<(), DbErr> {
    calendar_feed::Entity::delete_by_id(member.0).exec(db).await?;
    Ok(())
}
