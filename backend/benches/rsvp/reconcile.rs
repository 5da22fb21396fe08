//! Holds every answer against the database.

use std::collections::HashMap;

use anyhow::bail;
use backend::entity::rsvp;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::ids::EventId;
use shared::rsvp::OwnStanding;

use super::crowd::Answered;
use super::stage::Stage;

/// What a run has come to.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) seconds: f64,
    /// Milliseconds until each was answered, in order.
    latencies: Vec<f64>,
    /// Rows with seats.
    pub(crate) confirmed: u32,
    /// What does not agree.
    wrong: Vec<String>,
}

impl Verdict {
    /// Answers a second.
    pub(crate) fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.seconds
    }

    /// The time within which such a part was answered, in milliseconds.
    pub(crate) fn latency(&self, part: f64) -> f64 {
        let last = self.latencies.len().saturating_sub(1);
        self.latencies[(last as f64 * part).round() as usize]
    }

    /// Nothing may be wrong.
    pub(crate) fn check(&self, name: &str) -> anyhow::Result<()> {
        if self.wrong.is_empty() {
            return Ok(());
        }
        bail!(
            "{name}: {} things do not agree: {}",
            self.wrong.len(),
            self.wrong[..self.wrong.len().min(5)].join("; ")
        )
    }
}

/// Exactly the seats are confirmed, all others wait at positions from 1 on without gap or double, and each was told so.
pub(crate) async fn with_database(
    stage: &Stage,
    event: EventId,
    seconds: f64,
    answers: Vec<Answered>,
    seats: u32,
) -> anyhow::Result<Verdict> {
    let rows = rsvp::Entity::find()
        .filter(rsvp::Column::EventId.eq(event.0))
        .order_by_asc(rsvp::Column::Since)
        .all(&stage.db.read)
        .await?;
    let confirmed = rows.iter().filter(|row| row.standing == "confirmed").count();
    let waiting: HashMap<_, u32> = rows
        .iter()
        .filter(|row| row.standing == "waiting")
        .zip(1..)
        .map(|(row, position)| (row.member_id, position))
        .collect();
    let mut wrong = Vec::new();
    if rows.len() != answers.len() || confirmed + waiting.len() != rows.len() {
        wrong.push(format!("{} rows for {} answers", rows.len(), answers.len()));
    }
    if confirmed != seats as usize {
        wrong.push(format!("{confirmed} confirmed"));
    }
    let mut numbers: Vec<i64> = rows.iter().map(|row| row.since).collect();
    numbers.dedup();
    if numbers.len() != rows.len() {
        wrong.push("two parties with one number".into());
    }
    for answer in &answers {
        let own = answer.state.own;
        let told = own.map(|own| (own.standing, own.position));
        let expected = match waiting.get(&answer.member.0) {
            Some(position) => (OwnStanding::Waiting, Some(*position)),
            None => (OwnStanding::Confirmed, None),
        };
        if told != Some(expected) {
            wrong.push(format!("told {told:?} instead of {expected:?}"));
        }
    }
    let mut latencies: Vec<f64> = answers
        .iter()
        .map(|answer| answer.after.as_secs_f64() * 1_000.0)
        .collect();
    latencies.sort_by(f64::total_cmp);
    Ok(Verdict {
        seconds,
        latencies,
        confirmed: u32::try_from(confirmed)?,
        wrong,
    })
}
