//! Rows of the database to plain values, and back.

use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

use anyhow::{Context, anyhow};
use sea_orm::ActiveValue::{NotSet, Set};
use shared::events::{EventAudience, EventInput, EventReach, EventText, PastEvent};
use shared::fields::CountryCode;
use shared::ids::{EventId, MemberId, PictureId};
use shared::instant::Instant;

use super::markdown;
use super::moments::Moments;
use super::stored::{Head, Stored, StoredReport, StoredText};
use crate::entity::past_event::{ActiveModel, Model};
use crate::entity::{event, event_host, event_report, event_text};

/// Seats of a way in which one cannot take part; a way with as many seats as people come has no number.
const NOT_ON_OFFER: i32 = 0;

/// A row as an event.
pub(super) fn past_event(row: Model) -> anyhow::Result<PastEvent> {
    let unknown = |what: &str| anyhow!("past event {} has an unknown {what}", row.id);
    let ends_on = row.ends_on.as_deref().map(str::parse).transpose();
    let country = row.country_code.as_deref().map(str::parse).transpose();
    Ok(PastEvent {
        starts_on: row.starts_on.parse().map_err(|_| unknown("date"))?,
        ends_on: ends_on.map_err(|_| unknown("last date"))?,
        kind: row.kind.parse().map_err(|_| unknown("kind"))?,
        country: country.map_err(|_| unknown("country"))?,
        mode: row.mode.parse().map_err(|_| unknown("mode"))?,
        city: row.city,
        title: row.title,
        venue: row.venue,
        note: row.note,
        source: row.source,
    })
}

/// An event as a new row.
pub(super) fn new_row(event: &PastEvent) -> ActiveModel {
    ActiveModel {
        id: NotSet,
        starts_on: Set(event.starts_on.to_string()),
        ends_on: Set(event.ends_on.map(|date| date.to_string())),
        kind: Set(event.kind.code().to_owned()),
        country_code: Set(event.country.map(|country| country.code().to_owned())),
        city: Set(event.city.clone()),
        title: Set(event.title.clone()),
        venue: Set(event.venue.clone()),
        mode: Set(event.mode.code().to_owned()),
        note: Set(event.note.clone()),
        source: Set(event.source.clone()),
    }
}

/// Codes with a space between them, sorted.
fn joined<T: Ord + Copy>(values: &[T], code: impl Fn(T) -> String) -> String {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.dedup();
    values.into_iter().map(code).collect::<Vec<_>>().join(" ")
}

/// Countries/regions as a column holds them.
pub(super) fn joined_countries(countries: &[CountryCode]) -> String {
    joined(countries, |country| country.code().into())
}

fn listed<T: FromStr>(codes: &str) -> anyhow::Result<Vec<T>> {
    let each = |code: &str| code.parse().map_err(|_| anyhow!("an event has an unknown code"));
    codes.split_whitespace().map(each).collect()
}

/// A row of an event without what was typed.
pub(super) fn head(row: &event::Model, hosts: Vec<CountryCode>) -> anyhow::Result<Head> {
    let unknown = |what: &str| anyhow!("event {} has an unknown {what}", row.id);
    let instant = |millis: Option<i64>| millis.map(Instant::from_millis);
    let country = row.country_code.as_deref().map(str::parse).transpose();
    Ok(Head {
        id: EventId(row.id),
        stored_life: row.life.parse().map_err(|_| unknown("life"))?,
        kind: row.kind.parse().map_err(|_| unknown("kind"))?,
        zone: row.zone.clone(),
        moments: Moments {
            starts_at: instant(row.starts_at),
            ends_at: instant(row.ends_at),
            deadline_at: instant(row.deadline_at),
        },
        publish_at: instant(row.publish_at),
        cancel_reason: row.cancel_reason.clone(),
        country: country.map_err(|_| unknown("country"))?,
        is_online: row.online_seats != Some(NOT_ON_OFFER),
        audience: EventAudience {
            reach: row.reach.parse().map_err(|_| unknown("reach"))?,
            countries: listed(&row.reach_countries)?,
            years: listed(&row.reach_years)?,
        },
        cover: row.cover_id.map(PictureId),
        is_demo: row.is_demo,
        created_by: row.created_by.map(MemberId),
        updated_at: Instant::from_millis(row.updated_at),
        version: u32::try_from(row.version).unwrap_or(0),
        sequence: row.sequence,
        hosts,
    })
}

/// A head with what was typed and the texts.
pub(super) fn stored(head: Head, input: &str, texts: &mut HashMap<EventId, Vec<StoredText>>) -> anyhow::Result<Stored> {
    let input =
        serde_json::from_str(input).with_context(|| format!("the input of event {} cannot be read", head.id))?;
    let texts = texts.remove(&head.id).unwrap_or_default();
    Ok(Stored { head, input, texts })
}

/// The columns that follow from what was typed.
pub(super) fn typed_row(input: &EventInput, moments: Moments, now: Instant) -> anyhow::Result<event::ActiveModel> {
    let millis = |instant: Option<Instant>| instant.map(Instant::millis);
    let count = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let seats = |way: Option<Option<u32>>| way.map_or(Some(NOT_ON_OFFER), |seats| seats.map(count));
    let country = input.room.as_ref().and_then(|room| room.country);
    let audience = &input.audience;
    let is_chosen = audience.reach == EventReach::Chosen;
    let chosen = |codes: String| if is_chosen { codes } else { String::new() };
    Ok(event::ActiveModel {
        kind: Set(input.kind.code().into()),
        input: Set(serde_json::to_string(input)?),
        zone: Set(input.zone.clone()),
        starts_at: Set(millis(moments.starts_at)),
        ends_at: Set(millis(moments.ends_at)),
        deadline_at: Set(millis(moments.deadline_at)),
        country_code: Set(country.map(|country| country.code().into())),
        room_seats: Set(seats(input.room.as_ref().map(|room| room.seats))),
        online_seats: Set(seats(input.online.as_ref().map(|online| online.seats))),
        companions_max: Set(count(input.companions_max)),
        fill_seats: Set(input.fill_seats),
        hold_hours: Set(count(input.hold_hours)),
        reach: Set(audience.reach.code().into()),
        reach_countries: Set(chosen(joined_countries(&audience.countries))),
        reach_years: Set(chosen(joined(&audience.years, |year| year.to_string()))),
        updated_at: Set(now.millis()),
        ..Default::default()
    })
}

/// The texts as rows, the original first.
pub(super) fn text_rows(id: EventId, input: &EventInput) -> Vec<event_text::ActiveModel> {
    let row = |(position, text): (i32, &EventText)| event_text::ActiveModel {
        event_id: Set(id.0),
        position: Set(position),
        language: Set(text.language.clone()),
        title: Set(text.title.trim().into()),
        summary: Set(text.summary.trim().into()),
        description_html: Set(markdown::to_html(&text.description)),
    };
    (0..).zip(&input.texts).map(row).collect()
}

/// The chapters as rows.
pub(super) fn host_rows(id: EventId, input: &EventInput) -> Vec<event_host::ActiveModel> {
    let hosts: BTreeSet<CountryCode> = input.hosts.iter().copied().collect();
    let row = |country: CountryCode| event_host::ActiveModel {
        event_id: Set(id.0),
        country_code: Set(country.code().into()),
    };
    hosts.into_iter().map(row).collect()
}

/// A row of a report.
pub(super) fn report(row: event_report::Model) -> anyhow::Result<StoredReport> {
    Ok(StoredReport {
        came_count: u32::try_from(row.came_count)?,
        countries: listed(&row.countries)?,
        text_html: row.text_html,
    })
}
