//! What the directory reads from and writes to the database. People are found through the read model, which takes a
//! viewer; what is read here feeds that model, or is somebody's own row.

mod bulk;
mod packed;
mod wakeups;

use jiff::civil::Date;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use shared::directory::ProfileInput;
use shared::ids::{ExchangeId, MemberId};
use uuid::Uuid;

pub(super) use self::bulk::{build_index, everybody};
pub(super) use self::wakeups::Wakeups;
use super::convert;
use super::record::{Exchanges, MemberRecord};
use crate::entity::{change, member, participation};

/// One member as a record.
pub(super) async fn member_record(
    db: &impl ConnectionTrait,
    id: MemberId,
    exchanges: &Exchanges,
    today: Date,
) -> anyhow::Result<Option<MemberRecord>> {
    let Some(row) = member::Entity::find_by_id(id.0).one(db).await? else {
        return Ok(None);
    };
    let on = participation::Entity::find()
        .filter(participation::Column::MemberId.eq(id.0))
        .all(db)
        .await?;
    let place = |exchange: Uuid| exchanges.trips.iter().position(|trip| trip.id == ExchangeId(exchange));
    let mut trips: Vec<u32> = on
        .into_iter()
        .filter_map(|row| place(row.exchange_id))
        .map(|place| place as u32)
        .collect();
    trips.sort_unstable_by(|left, right| right.cmp(left));
    convert::member_record(row, trips, today).map(Some)
}

/// Replaces somebody's own profile and notes the change for other processes.
pub(super) async fn replace_profile(
    db: &impl ConnectionTrait,
    id: MemberId,
    input: &ProfileInput,
    now: i64,
) -> Result<(), DbErr> {
    convert::changed_row(id, input, now).update(db).await?;
    let noted = change::ActiveModel {
        kind: Set("member".into()),
        subject_id: Set(id.0),
        changed_at: Set(now),
        ..Default::default()
    };
    change::Entity::insert(noted).exec(db).await?;
    wakeups::wake_others(db).await
}

/// Removes changes from before a moment.
pub(super) async fn forget_changes_before(db: &impl ConnectionTrait, moment: i64) -> Result<(), DbErr> {
    let old = change::Column::ChangedAt.lt(moment);
    change::Entity::delete_many().filter(old).exec(db).await?;
    Ok(())
}

/// The number of the latest change.
pub(super) async fn latest_change(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let latest = change::Entity::find().order_by_desc(change::Column::Id).one(db).await?;
    Ok(latest.map_or(0, |row| row.id))
}

/// Members that changed after a change, in order, with the number of each change.
pub(super) async fn changes_after(db: &impl ConnectionTrait, last: i64) -> Result<Vec<(i64, MemberId)>, DbErr> {
    let rows = change::Entity::find()
        .filter(change::Column::Id.gt(last))
        .filter(change::Column::Kind.eq("member"))
        .order_by_asc(change::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, MemberId(row.subject_id))).collect())
}
