//! Rows of the database to past events, and back.

use anyhow::anyhow;
use sea_orm::ActiveValue::{NotSet, Set};
use shared::events::PastEvent;

use crate::entity::past_event::{ActiveModel, Model};

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
