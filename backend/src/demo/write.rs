//! Writes the demo data in large pieces, in one transaction, with a progress bar.

use indicatif::{ProgressBar, ProgressStyle};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait};
use uuid::Uuid;

use super::Plan;
use super::figures::figures;
use super::people::People;
use super::places::Places;
use super::quotas::quotas;
use super::trips::{Organisations, Trip, trips};
use crate::db::Db;
use crate::entity::{exchange, member, organisation, participation};
use crate::features::map;

/// Rows of one statement; both engines allow at least 32,766 values in one.
const PIECE: usize = 2_000;
/// One in so many came to Japan a second time.
const RETURNERS: u32 = 90;

/// Writes the illustration alone.
pub(super) async fn illustrate(db: &Db) -> anyhow::Result<()> {
    let tx = db.begin().await?;
    map::replace_illustration(&tx, &figures(&Places::read().countries)?).await?;
    Ok(tx.commit().await?)
}

/// Fills an empty database.
pub(super) async fn fill(db: &Db, plan: &Plan, shows_progress: bool) -> anyhow::Result<()> {
    let bar = progress(plan.members, shows_progress);
    let mut rng = ChaCha8Rng::seed_from_u64(plan.seed);
    let places = Places::read();
    let mut organisations = Organisations::default();
    let mut all_trips = Vec::new();
    for quota in quotas(&places.countries, plan.members) {
        all_trips.extend(trips(&places, &mut organisations, quota, plan.members, &mut rng));
    }
    let tx = db.begin().await?;
    map::replace_illustration(&tx, &figures(&places.countries)?).await?;
    write_organisations(&tx, &organisations).await?;
    write_trips(&tx, &all_trips, &organisations).await?;
    let mut people = People::new();
    let (mut members, mut participations) = (Vec::new(), Vec::new());
    for (place, trip) in all_trips.iter().enumerate() {
        for _ in 0..trip.people {
            let row = people.member(&places, &organisations, trip, &mut rng);
            if let Set(id) | Unchanged(id) = row.id {
                participations.push((id, trip.id));
                participations.extend(second_trip(&all_trips, place, &mut rng).map(|other| (id, other)));
            }
            members.push(row);
        }
        if members.len() >= PIECE - 100 {
            bar.inc(members.len() as u64);
            write_members(&tx, &mut members, &mut participations).await?;
        }
    }
    bar.inc(members.len() as u64);
    write_members(&tx, &mut members, &mut participations).await?;
    tx.commit().await?;
    bar.finish_and_clear();
    Ok(())
}

fn progress(members: u32, shows_progress: bool) -> ProgressBar {
    if !shows_progress {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(members.into());
    ProgressStyle::with_template("{bar:40} {human_pos}/{human_len} {elapsed}")
        .map_or(bar.clone(), |style| bar.with_style(style))
}

/// A later trip of the same country/region, for the few who came again.
fn second_trip(all: &[Trip], place: usize, rng: &mut ChaCha8Rng) -> Option<Uuid> {
    if !rng.random_ratio(1, RETURNERS) {
        return None;
    }
    let first = &all[place];
    let other = &all[rng.random_range(place..all.len())];
    let fits = other.quota.country == first.quota.country && other.id != first.id;
    fits.then_some(other.id)
}

async fn write_organisations(db: &impl ConnectionTrait, organisations: &Organisations) -> Result<(), DbErr> {
    let rows = organisations.all.iter().map(|place| organisation::ActiveModel {
        id: Set(place.id),
        name: Set(place.name.clone()),
        native_name: Set(place.native_name.clone()),
        country_code: Set(place.country.to_owned()),
    });
    insert::<organisation::Entity, _>(db, rows.collect()).await
}

async fn write_trips(db: &impl ConnectionTrait, trips: &[Trip], organisations: &Organisations) -> Result<(), DbErr> {
    for piece in trips.chunks(PIECE) {
        let rows = piece.iter().map(|trip| exchange::ActiveModel {
            id: Set(trip.id),
            fiscal_year: Set(trip.quota.fiscal_year.into()),
            programme_code: Set(trip.quota.programme.code().to_owned()),
            country_code: Set(trip.quota.country.to_owned()),
            field_code: Set(trip.field.code().to_owned()),
            host_id: Set(organisations.all[trip.host].id),
            sending_id: Set(organisations.all[trip.sending].id),
            theme: Set(trip.theme.to_owned()),
            starts_on: Set(trip.starts_on.to_string()),
            ends_on: Set(trip.ends_on.to_string()),
        });
        insert::<exchange::Entity, _>(db, rows.collect()).await?;
    }
    Ok(())
}

async fn write_members(
    db: &impl ConnectionTrait,
    members: &mut Vec<member::ActiveModel>,
    participations: &mut Vec<(Uuid, Uuid)>,
) -> Result<(), DbErr> {
    insert::<member::Entity, _>(db, std::mem::take(members)).await?;
    let rows = participations
        .drain(..)
        .map(|(member_id, exchange_id)| participation::ActiveModel {
            member_id: Set(member_id),
            exchange_id: Set(exchange_id),
        });
    insert::<participation::Entity, _>(db, rows.collect()).await
}

async fn insert<E, A>(db: &impl ConnectionTrait, rows: Vec<A>) -> Result<(), DbErr>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E> + Send,
{
    for piece in rows.chunks(PIECE) {
        E::insert_many(piece.to_vec()).exec_without_returning(db).await?;
    }
    Ok(())
}
