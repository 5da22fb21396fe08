//! Reads and writes of past events, which are the same for everybody, so that there is no viewer to pass.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait};
use shared::events::PastEvent;

use super::super::convert;
use crate::entity::past_event;

/// All past events.
pub(in super::super) async fn past_events(db: &impl ConnectionTrait) -> anyhow::Result<Vec<PastEvent>> {
    let rows = past_event::Entity::find().all(db).await?;
    rows.into_iter().map(convert::past_event).collect()
}

/// Adds those events that are missing and leaves the others as they are.
pub(in super::super) async fn insert_missing(db: &impl ConnectionTrait, events: &[PastEvent]) -> anyhow::Result<()> {
    past_event::Entity::insert_many(events.iter().map(convert::new_row))
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
