//! What the directory reads from and writes to the database. People are found through the read model, which takes a
//! viewer; what is read here feeds that model, or is somebody's own row.

use std::collections::HashMap;

use futures_util::TryStreamExt;
use jiff::civil::Date;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};
use shared::directory::ProfileInput;
use shared::ids::{ExchangeId, MemberId};
use uuid::Uuid;

use super::convert;
use super::index::{Builder, Index, Placing};
use super::record::{Exchanges, MemberRecord, Organisation};
use crate::entity::{change, exchange, member, organisation, participation};

/// Builds the read model from everything there is.
pub(super) async fn build_index(db: &DatabaseConnection, today: Date) -> anyhow::Result<Index> {
    let exchanges = exchanges(db).await?;
    let placings = placings(db, &exchanges).await?;
    let trips = trips_by_member(&placings);
    let mut builder = Builder::new(exchanges, placings);
    each_member(db, &trips, today, |member| builder.add(&member)).await?;
    Ok(builder.finish())
}

/// Everybody as plain values.
pub(super) async fn everybody(db: &DatabaseConnection, today: Date) -> anyhow::Result<(Exchanges, Vec<MemberRecord>)> {
    let exchanges = exchanges(db).await?;
    let trips = trips_by_member(&placings(db, &exchanges).await?);
    let mut members = Vec::new();
    each_member(db, &trips, today, |member| members.push(member)).await?;
    Ok((exchanges, members))
}

fn trips_by_member(placings: &[Placing]) -> HashMap<Uuid, Vec<u32>> {
    placings
        .iter()
        .map(|placing| (placing.id, placing.trips.clone()))
        .collect()
}

async fn each_member(
    db: &DatabaseConnection,
    trips: &HashMap<Uuid, Vec<u32>>,
    today: Date,
    mut take: impl FnMut(MemberRecord),
) -> anyhow::Result<()> {
    let mut rows = member::Entity::find().stream(db).await?;
    while let Some(row) = rows.try_next().await? {
        let trips = trips.get(&row.id).cloned().unwrap_or_default();
        take(convert::member_record(row, trips, today)?);
    }
    Ok(())
}

/// All exchanges in the order of their time, with their organisations.
async fn exchanges(db: &DatabaseConnection) -> anyhow::Result<Exchanges> {
    let mut places = HashMap::new();
    let mut organisations = Vec::new();
    for row in organisation::Entity::find()
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?
    {
        places.insert(row.id, u32::try_from(organisations.len())?);
        organisations.push(Organisation {
            name: row.name,
            native_name: row.native_name,
        });
    }
    let in_time = [exchange::Column::StartsOn, exchange::Column::Id];
    let rows = in_time
        .into_iter()
        .fold(exchange::Entity::find(), QueryOrder::order_by_asc)
        .all(db)
        .await?;
    let place_of = |id| places.get(&id).copied();
    let trips = rows
        .into_iter()
        .map(|row| convert::trip(row, place_of))
        .collect::<anyhow::Result<_>>()?;
    Ok(Exchanges { trips, organisations })
}

/// Everybody's home country/region and trips, latest first.
async fn placings(db: &DatabaseConnection, exchanges: &Exchanges) -> anyhow::Result<Vec<Placing>> {
    let places: HashMap<Uuid, u32> = (0..)
        .zip(&exchanges.trips)
        .map(|(place, trip)| (trip.id.0, place))
        .collect();
    let mut placings: Vec<Placing> = Vec::new();
    let mut rows = member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .column(member::Column::CountryCode)
        .column(participation::Column::ExchangeId)
        .join(JoinType::LeftJoin, member::Relation::Participation.def())
        .order_by_asc(member::Column::Id)
        .into_tuple::<(Uuid, String, Option<Uuid>)>()
        .stream(db)
        .await?;
    while let Some((id, country, exchange)) = rows.try_next().await? {
        if placings.last().is_none_or(|last| last.id != id) {
            let country = country
                .parse()
                .map_err(|_| anyhow::anyhow!("member {id} has an unknown country"))?;
            placings.push(Placing {
                id,
                country,
                trips: Vec::new(),
            });
        }
        let trip = exchange.and_then(|id| places.get(&id).copied());
        if let (Some(placing), Some(trip)) = (placings.last_mut(), trip) {
            placing.trips.push(trip);
            placing.trips.sort_unstable_by(|left, right| right.cmp(left));
        }
    }
    Ok(placings)
}

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
