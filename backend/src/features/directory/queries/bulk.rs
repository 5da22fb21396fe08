//! Reads everybody at once, as a server does when it starts.

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use sea_orm::{DatabaseConnection, EntityTrait, QueryOrder};
use shared::codes::Audience;
use smallvec::SmallVec;
use uuid::Uuid;

use super::packed::each_row;
use crate::entity::{exchange, member, organisation};
use crate::features::directory::convert;
use crate::features::directory::index::{Builder, Index, Placing};
use crate::features::directory::record::{Exchanges, MemberRecord, Organisation};

/// Builds the read model from everything there is.
pub(in super::super) async fn build_index(db: &DatabaseConnection, today: Date) -> anyhow::Result<Index> {
    let exchanges = exchanges(db).await?;
    let placings = placings(db, &exchanges).await?;
    let mut builder = Builder::new(exchanges, placings);
    each_member(db, today, |member| builder.add(member)).await?;
    Ok(builder.finish())
}

/// Everybody as plain values.
pub(in super::super) async fn everybody(
    db: &DatabaseConnection,
    today: Date,
) -> anyhow::Result<(Exchanges, Vec<MemberRecord>)> {
    let exchanges = exchanges(db).await?;
    let placings = placings(db, &exchanges).await?;
    let mut trips: FxHashMap<Uuid, Vec<u32>> = placings
        .into_iter()
        .map(|placing| (placing.id, placing.trips.into_vec()))
        .collect();
    let mut members = Vec::new();
    let take = |mut member: MemberRecord| {
        member.trips = trips.remove(&member.id.0).unwrap_or_default();
        members.push(member);
    };
    each_member(db, today, take).await?;
    Ok((exchanges, members))
}

/// Everybody as plain values without their trips.
async fn each_member(db: &DatabaseConnection, today: Date, mut take: impl FnMut(MemberRecord)) -> anyhow::Result<()> {
    let columns = [
        "id",
        "name",
        "native_name",
        "country_code",
        "affiliation",
        "lives_in",
        "fields",
        "languages",
        "open_to",
        "audiences",
        "adult_on",
    ];
    each_row(db, "member", columns, |values| {
        take(convert::member_record(unpacked(values)?, Vec::new(), today)?);
        Ok(())
    })
    .await
}

/// A member's row from the values above.
fn unpacked(values: [&str; 11]) -> anyhow::Result<member::Model> {
    let [
        id,
        name,
        native,
        country,
        affiliation,
        lives_in,
        fields,
        languages,
        open_to,
        audiences,
        adult_on,
    ] = values;
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(member::Model {
        id: Uuid::parse_str(id)?,
        name: name.into(),
        native_name: text(native),
        country_code: country.into(),
        affiliation: text(affiliation),
        lives_in: text(lives_in),
        fields: fields.into(),
        languages: languages.into(),
        open_to: open_to.into(),
        audiences: audiences.into(),
        role: String::new(),
        adult_on: text(adult_on),
        created_at: 0,
        updated_at: 0,
    })
}

/// Everybody's home country/region and trips, latest first.
async fn placings(db: &DatabaseConnection, exchanges: &Exchanges) -> anyhow::Result<Vec<Placing>> {
    let places: FxHashMap<Uuid, u32> = (0..)
        .zip(&exchanges.trips)
        .map(|(place, trip)| (trip.id.0, place))
        .collect();
    let mut placings: FxHashMap<Uuid, Placing> = FxHashMap::default();
    each_row(
        db,
        "member",
        ["id", "country_code", "audiences"],
        |[id, country, digits]| {
            let id = Uuid::parse_str(id)?;
            let country = country
                .parse()
                .map_err(|_| anyhow::anyhow!("member {id} has an unknown country"))?;
            let placing = Placing {
                id,
                is_public: convert::audiences(digits).listing == Audience::Public,
                country,
                trips: SmallVec::new(),
            };
            placings.insert(id, placing);
            Ok(())
        },
    )
    .await?;
    each_row(
        db,
        "participation",
        ["member_id", "exchange_id"],
        |[member, exchange]| {
            let placing = placings.get_mut(&Uuid::parse_str(member)?);
            if let (Some(placing), Some(trip)) = (placing, places.get(&Uuid::parse_str(exchange)?)) {
                placing.trips.push(*trip);
                placing.trips.sort_unstable_by(|left, right| right.cmp(left));
            }
            Ok(())
        },
    )
    .await?;
    Ok(placings.into_values().collect())
}

/// All exchanges in the order of their time, with their organisations.
async fn exchanges(db: &DatabaseConnection) -> anyhow::Result<Exchanges> {
    let mut places = FxHashMap::default();
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
