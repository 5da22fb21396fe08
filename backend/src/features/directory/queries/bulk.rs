//! Reads everybody at once, as a server does when it starts. Rows come packed, some hundred in one text: taking
//! 42,652 rows of fourteen values one by one out of the driver was a large part of the start.

use futures_util::TryStreamExt;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use sea_orm::{DatabaseConnection, DbBackend, EntityTrait, QueryOrder, Statement, StreamTrait};
use uuid::Uuid;

use crate::entity::{exchange, member, organisation};
use crate::features::directory::convert;
use crate::features::directory::index::{Builder, Index, Placing};
use crate::features::directory::record::{Exchanges, MemberRecord, Organisation};

/// Between two values, and between two rows. No text has them: control characters are refused at the door.
const UNIT: char = '\u{1F}';
const RECORD: char = '\u{1E}';
/// Rows of one text.
const PIECE: u32 = 256;

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
        .map(|placing| (placing.id, placing.trips))
        .collect();
    let mut members = Vec::new();
    each_member(db, today, |mut member| {
        member.trips = trips.remove(&member.id.0).unwrap_or_default();
        members.push(member);
    })
    .await?;
    Ok((exchanges, members))
}

/// Every row of a table or join, packed: the first value an id, all as text, nothing for null.
async fn each_row<const N: usize>(
    db: &DatabaseConnection,
    from: &str,
    columns: [&str; N],
    mut take: impl FnMut([&str; N]) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let is_sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let texts = columns.map(|column| match (column.ends_with("id"), is_sqlite) {
        (true, true) => format!("coalesce(hex({column}), '')"),
        (true, false) => format!("coalesce(CAST({column} AS text), '')"),
        (false, _) => format!("coalesce({column}, '')"),
    });
    let packed = texts.join(&format!(" || '{UNIT}' || "));
    let sql = format!(
        "SELECT string_agg(packed, '{RECORD}') AS piece FROM \
         (SELECT (row_number() OVER ()) / {PIECE} AS number, {packed} AS packed FROM {from}) AS packed_rows GROUP BY number"
    );
    let mut pieces = db
        .stream_raw(Statement::from_string(db.get_database_backend(), sql))
        .await?;
    while let Some(row) = pieces.try_next().await? {
        let piece: String = row.try_get("", "piece")?;
        for record in piece.split(RECORD) {
            let mut values = record.split(UNIT);
            take(std::array::from_fn(|_| values.next().unwrap_or_default()))?;
        }
    }
    Ok(())
}

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
    each_row(
        db,
        "member",
        columns,
        |[
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
        ]| {
            let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let row = member::Model {
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
            };
            take(convert::member_record(row, Vec::new(), today)?);
            Ok(())
        },
    )
    .await
}

/// Everybody's home country/region and trips, latest first.
async fn placings(db: &DatabaseConnection, exchanges: &Exchanges) -> anyhow::Result<Vec<Placing>> {
    let places: FxHashMap<Uuid, u32> = (0..)
        .zip(&exchanges.trips)
        .map(|(place, trip)| (trip.id.0, place))
        .collect();
    let mut placings: FxHashMap<Uuid, Placing> = FxHashMap::default();
    let from = "member LEFT JOIN participation ON participation.member_id = member.id";
    each_row(
        db,
        from,
        ["member.id", "country_code", "exchange_id"],
        |[id, country, exchange]| {
            let id = Uuid::parse_str(id)?;
            let country = country
                .parse()
                .map_err(|_| anyhow::anyhow!("member {id} has an unknown country"))?;
            let placing = placings.entry(id).or_insert(Placing {
                id,
                country,
                trips: Vec::new(),
            });
            let trip = Uuid::parse_str(exchange)
                .ok()
                .and_then(|exchange| places.get(&exchange).copied());
            placing.trips.extend(trip);
            placing.trips.sort_unstable_by(|left, right| right.cmp(left));
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
