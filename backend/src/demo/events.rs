//! Fictional events around a moment, with answers of fictional people.

use anyhow::{Context, anyhow};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Deserialize;
use shared::codes::Role;
use shared::events::{EventInput, EventLife, LocalTime, ReportInput};
use shared::fields::CountryCode;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use uuid::Uuid;

use super::answers::{self, Answers};
use crate::db::Db;
use crate::entity::{event, member};
use crate::features::events::{DemoEvent, insert_demo_event};

/// The events: when they are from now, what their organisers typed, how many answered.
const EVENTS: &str = include_str!("../../demo-data/events.json");

#[derive(Debug, Deserialize)]
struct Told {
    /// Days from now.
    days: i32,
    /// The hour at the venue.
    at: String,
    hours: i64,
    life: String,
    #[serde(default)]
    is_of_coordinator: bool,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    answers: Answers,
    #[serde(default)]
    report: Option<ReportInput>,
    input: EventInput,
}

/// The ids of fictional events begin here: the same in every demonstration, so that links to them last.
const FIRST_ID: u128 = 0x0190_0000_0000_7000_8000_00e7_0000_0000;
/// Ids of one round of events.
const ROUND: u128 = 0x1_0000;

/// Adds the fictional events, around a moment, so that some are to come; those to come once more when none is any more,
/// because a demonstration may stand for long. What is there stays as it is.
///
/// # Errors
/// When there are no people yet, or the database cannot be written.
pub async fn add_events(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    let told: Vec<Told> = serde_json::from_str(EVENTS).context("the fictional events cannot be read")?;
    let tx = db.begin().await?;
    let Some(round) = next_round(&tx, now).await? else {
        return Ok(());
    };
    let organiser = organiser(&tx).await?;
    for (number, told) in (1_u128..).zip(told) {
        // What was to come the last time is the past of this one.
        if round > 0 && told.days < 0 {
            continue;
        }
        let event = demo_event(round * ROUND + number, &told, &organiser, now)?;
        let instant = Instant::from_millis(now.as_millisecond());
        insert_demo_event(&tx, &event, instant).await?;
        if answers::insert(&tx, event.id, &event.input, told.answers, instant.millis()).await? {
            let row = event::ActiveModel {
                id: Unchanged(event.id.0),
                rsvp_revision: Set(1),
                ..Default::default()
            };
            row.update(&tx).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Which round of events is to be added; none as long as there is one to come. What people of the demonstration plan
/// themselves does not count: its ids are others.
async fn next_round(db: &impl ConnectionTrait, now: Timestamp) -> anyhow::Result<Option<u128>> {
    let there = event::Entity::find().filter(event::Column::IsDemo.eq(true));
    let there: Vec<(Uuid, String, Option<i64>)> = there
        .select_only()
        .columns([event::Column::Id, event::Column::Life, event::Column::EndsAt])
        .into_tuple()
        .all(db)
        .await?;
    let round_of = |id: Uuid| {
        let number = id.as_u128().checked_sub(FIRST_ID)?;
        (number < ROUND * ROUND).then_some(number / ROUND)
    };
    let ours = there.iter().filter_map(|(id, life, ends_at)| {
        let is_to_come = life == EventLife::Published.code() && *ends_at > Some(now.as_millisecond());
        Some((round_of(*id)?, is_to_come))
    });
    let ours: Vec<(u128, bool)> = ours.collect();
    if ours.iter().any(|(_, is_to_come)| *is_to_come) {
        return Ok(None);
    }
    Ok(Some(ours.iter().map(|(round, _)| round + 1).max().unwrap_or(0)))
}

/// The coordinator whom everybody may be in the demonstration, or anybody where there is none.
async fn organiser(db: &impl ConnectionTrait) -> anyhow::Result<member::Model> {
    let people = || {
        member::Entity::find()
            .filter(member::Column::AdultOn.is_null())
            .order_by_asc(member::Column::Id)
    };
    let coordinator = people().filter(member::Column::Role.eq(Role::Coordinator.code()));
    let found = match coordinator.one(db).await? {
        Some(coordinator) => Some(coordinator),
        None => people().one(db).await?,
    };
    found.ok_or_else(|| anyhow!("there is nobody who could organise a fictional event"))
}

fn demo_event(number: u128, told: &Told, organiser: &member::Model, now: Timestamp) -> anyhow::Result<DemoEvent> {
    let mut input = told.input.clone();
    if told.is_of_coordinator {
        let country: CountryCode = organiser.country_code.parse()?;
        input.hosts = vec![country];
    }
    let zone = TimeZone::get(&input.zone)?;
    let day: Date = now.to_zoned(zone).date().checked_add(told.days.days())?;
    let time: Time = told.at.parse()?;
    let start = day.to_datetime(time);
    let end = start.checked_add(told.hours.hours())?;
    let local = |moment: jiff::civil::DateTime| LocalTime {
        at: moment.strftime("%Y-%m-%dT%H:%M").to_string(),
        which: None,
    };
    (input.starts, input.ends) = (local(start), local(end));
    Ok(DemoEvent {
        id: EventId(Uuid::from_u128(FIRST_ID + number)),
        input,
        life: told.life.parse::<EventLife>()?,
        cancel_reason: told.reason.clone(),
        report: told.report.clone(),
        created_by: MemberId(organiser.id),
    })
}
