//! What the directory reads from and writes to the database. People are found through the read model, which takes a
//! viewer; what is read here feeds that model, or is somebody's own row.

mod bulk;
mod packed;

use jiff::civil::Date;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use shared::directory::ProfileInput;
use shared::ids::{ExchangeId, MemberId};
use uuid::Uuid;

pub(super) use self::bulk::{build_index, everybody};
use super::convert;
use super::record::{Exchanges, MemberRecord};
use crate::entity::{member, participation};
use crate::feed::{self, Changed};

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
    feed::note(db, &[Changed::Member(id)], now).await
}
