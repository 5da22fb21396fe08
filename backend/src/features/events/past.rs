//! The record of past events: those that fit a filter, and how they come into the database.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use shared::events::{PastEvent, PastEventFilter, PastEventList};

use super::{queries, record};
use crate::app::App;
use crate::db::Db;
use crate::error::Result;

/// The past events that fit a filter, and what there is to choose from. There are some dozens of them: all are read,
/// because the choices are of all.
pub(super) async fn list_past_events(app: &App, filter: PastEventFilter) -> Result<PastEventList> {
    Ok(answer(queries::past_events(&app.db.read).await?, filter))
}

fn answer(mut events: Vec<PastEvent>, filter: PastEventFilter) -> PastEventList {
    let countries: BTreeSet<_> = events.iter().filter_map(|event| event.country).collect();
    let kinds: BTreeSet<_> = events.iter().map(|event| event.kind).collect();
    events.retain(|event| filter.fits(event));
    // Here and not in the database, whose order of texts is the engine's.
    events.sort_by(|one, other| (Reverse(one.starts_on), &one.title).cmp(&(Reverse(other.starts_on), &other.title)));
    PastEventList {
        events,
        countries: countries.into_iter().collect(),
        kinds: kinds.into_iter().collect(),
    }
}

/// Adds the events that the program brings along as far as they are missing; what stands is left as it is, so that
/// this can be done any number of times.
///
/// # Errors
/// When the database cannot be written.
pub async fn seed_past_events(db: &Db) -> anyhow::Result<()> {
    let events = record::read(record::RECORD)?;
    let tx = db.begin().await?;
    queries::insert_missing(&tx, &events).await?;
    tx.commit().await?;
    Ok(())
}
