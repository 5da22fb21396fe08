//! Reads and writes of the table `change`.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::Changed;
use crate::entity::change;

/// Adds changes.
pub(super) async fn insert(db: &impl ConnectionTrait, changes: &[Changed], now: i64) -> Result<(), DbErr> {
    let rows = changes.iter().map(|changed| {
        let (kind, subject) = changed.parts();
        change::ActiveModel {
            kind: Set(kind.into()),
            subject_id: Set(subject),
            changed_at: Set(now),
            ..Default::default()
        }
    });
    change::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Removes changes from before a moment.
pub(super) async fn forget_before(db: &impl ConnectionTrait, moment: i64) -> Result<(), DbErr> {
    let old = change::Column::ChangedAt.lt(moment);
    change::Entity::delete_many().filter(old).exec(db).await?;
    Ok(())
}

/// The number of the latest change.
pub(super) async fn latest(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let latest = change::Entity::find().order_by_desc(change::Column::Id).one(db).await?;
    Ok(latest.map_or(0, |row| row.id))
}

/// What changed after a change, in order, with the number of each change.
pub(super) async fn after(db: &impl ConnectionTrait, last: i64) -> Result<Vec<(i64, Option<Changed>)>, DbErr> {
    let rows = change::Entity::find()
        .filter(change::Column::Id.gt(last))
        .order_by_asc(change::Column::Id)
        .all(db)
        .await?;
    let read = |row: change::Model| (row.id, Changed::stored(&row.kind, row.subject_id));
    Ok(rows.into_iter().map(read).collect())
}
