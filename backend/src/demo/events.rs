//! Fictional events around a moment, with answers of fictional people.

use anyhow::{Context, anyhow};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged, ColumnTrait, ConnectionTrait, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
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

/// Adds the fictional events, unless there are any; around a moment, so that some are to come.
///
/// # Errors
/// When there are no people yet, or the database cannot be written.
pub async fn add_events(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    let is_there = event::Entity::find().filter(event::Column::IsDemo.eq(true));
    if is_there.limit(1).count(&db.read).await? > 0 {
        return Ok(());
    }
    let told: Vec<Told> = serde_json::from_str(EVENTS).context("the fictional events cannot be read")?;
    let tx = db.begin().await?;
    let organiser = organiser(&tx).await?;
    for (number, told) in (1_u128..).zip(told) {
        let event = demo_event(number, &told, &organiser, now)?;
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
        // The same in every demonstration, so that links to them last.
        id: EventId(Uuid::from_u128(0x0190_0000_0000_7000_8000_00e7_0000_0000 + number)),
        input,
        life: told.life.parse::<EventLife>()?,
        cancel_reason: told.reason.clone(),
        report: told.report.clone(),
        created_by: MemberId(organiser.id),
    })
}
