//! Writing events.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    QueryFilter,
};
use shared::events::{EventInput, EventLife};
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;

use super::super::convert;
use super::super::moments::Moments;
use super::super::stored::Head;
use crate::entity::{event, event_host, event_log, event_text};

/// What is written of an event.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Writing<'a> {
    pub(in super::super) id: EventId,
    pub(in super::super) input: &'a EventInput,
    pub(in super::super) moments: Moments,
    pub(in super::super) now: Instant,
}

/// Adds a draft.
pub(in super::super) async fn insert_event(
    db: &impl ConnectionTrait,
    writing: Writing<'_>,
    creator: MemberId,
    is_demo: bool,
) -> anyhow::Result<()> {
    let row = event::ActiveModel {
        id: Set(writing.id.0),
        life: Set(EventLife::Draft.code().into()),
        is_demo: Set(is_demo),
        created_by: Set(Some(creator.0)),
        created_at: Set(writing.now.millis()),
        version: Set(1),
        sequence: Set(0),
        rsvp_revision: Set(0),
        rsvp_reload_revision: Set(0),
        ..convert::typed_row(writing.input, writing.moments, writing.now)?
    };
    event::Entity::insert(row).exec_without_returning(db).await?;
    write_parts(db, writing).await
}

/// Replaces what an event says.
pub(in super::super) async fn update_event(
    db: &impl ConnectionTrait,
    writing: Writing<'_>,
    before: &Head,
    life: EventLife,
    is_told: bool,
) -> anyhow::Result<()> {
    let row = event::ActiveModel {
        id: Unchanged(writing.id.0),
        life: Set(life.code().into()),
        version: Set(next_version(before)),
        sequence: Set(before.sequence + i32::from(is_told)),
        ..convert::typed_row(writing.input, writing.moments, writing.now)?
    };
    row.update(db).await?;
    event_text::Entity::delete_many()
        .filter(event_text::Column::EventId.eq(writing.id.0))
        .exec(db)
        .await?;
    event_host::Entity::delete_many()
        .filter(event_host::Column::EventId.eq(writing.id.0))
        .exec(db)
        .await?;
    write_parts(db, writing).await
}

fn next_version(before: &Head) -> i32 {
    i32::try_from(before.version).unwrap_or(i32::MAX).saturating_add(1)
}

async fn write_parts(db: &impl ConnectionTrait, writing: Writing<'_>) -> anyhow::Result<()> {
    let texts = convert::text_rows(writing.id, writing.input);
    if !texts.is_empty() {
        event_text::Entity::insert_many(texts)
            .exec_without_returning(db)
            .await?;
    }
    let hosts = convert::host_rows(writing.id, writing.input);
    if !hosts.is_empty() {
        event_host::Entity::insert_many(hosts)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Sets how far an event has come.
pub(in super::super) async fn set_life(
    db: &impl ConnectionTrait,
    before: &Head,
    life: EventLife,
    publish_at: Option<Instant>,
    cancel_reason: Option<&str>,
    now: Instant,
) -> Result<(), DbErr> {
    let row = event::ActiveModel {
        id: Unchanged(before.id.0),
        life: Set(life.code().into()),
        publish_at: Set(publish_at.map(Instant::millis)),
        cancel_reason: Set(cancel_reason.map(Into::into)),
        updated_at: Set(now.millis()),
        version: Set(next_version(before)),
        // Calendars must learn that an event was called off.
        sequence: Set(before.sequence + i32::from(life == EventLife::Cancelled)),
        ..Default::default()
    };
    row.update(db).await?;
    Ok(())
}

/// Stores that a scheduled event is published, unless another process did; whether it was done now.
pub(in super::super) async fn publish_if_due(
    db: &impl ConnectionTrait,
    id: EventId,
    now: Instant,
) -> Result<bool, DbErr> {
    let written = event::Entity::update_many()
        .col_expr(event::Column::Life, EventLife::Published.code().into())
        .filter(event::Column::Id.eq(id.0))
        .filter(event::Column::Life.eq(EventLife::Scheduled.code()))
        .filter(event::Column::PublishAt.lte(now.millis()))
        .exec(db)
        .await?;
    Ok(written.rows_affected > 0)
}

/// Deletes an event with everything that belongs to it.
pub(in super::super) async fn delete_event(db: &impl ConnectionTrait, id: EventId) -> Result<(), DbErr> {
    event::Entity::delete_by_id(id.0).exec(db).await?;
    Ok(())
}

/// Notes who did what; the detail is JSON without texts of people.
pub(in super::super) async fn log(
    db: &impl ConnectionTrait,
    event: EventId,
    actor: MemberId,
    action: &str,
    detail: String,
    now: Instant,
) -> Result<(), DbErr> {
    let row = event_log::ActiveModel {
        event_id: Set(event.0),
        actor_id: Set(actor.0),
        subject_id: Set(None),
        action: Set(action.into()),
        detail: Set(detail),
        at: Set(now.millis()),
        ..Default::default()
    };
    event_log::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}
