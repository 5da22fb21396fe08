//! Rows of the database to the rule's values, and back.

use anyhow::{Context, anyhow};
use sea_orm::ActiveValue::{NotSet, Set};
use shared::events::{EventAudience, EventInput};
use shared::fields::{CountryCode, FiscalYear};
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::rsvp::{Entry, Hold, PerPool, Rules, Standing};

use super::room::Facts;
use super::sheet::Details;
use crate::entity::{event, rsvp};

const HOUR_MS: i64 = 60 * 60 * 1000;

/// What an event's row says about answers to it.
pub(super) fn facts(row: &event::Model, hosts: Vec<CountryCode>) -> anyhow::Result<Facts> {
    let unknown = |what: &'static str| move || anyhow!("an event has an unknown {what}");
    let input: EventInput = serde_json::from_str(&row.input).context("an event's input cannot be read")?;
    let life = row.life.parse().map_err(|_| unknown("life")())?;
    let seats = |seats: Option<i32>| seats.map(|seats| u32::try_from(seats).unwrap_or(0));
    let rules = Rules {
        state: shared::rsvp::EventState::Draft,
        capacity: PerPool {
            room: seats(row.room_seats),
            online: seats(row.online_seats),
        },
        companions_max: u8::try_from(row.companions_max).unwrap_or(0),
        fill_seats: row.fill_seats,
        hold: Hold {
            longest_ms: i64::from(row.hold_hours) * HOUR_MS,
            ..Hold::default()
        },
        deadline: row.deadline_at,
        // A draft without times is not open to anybody; organisers may put people in.
        starts_at: row.starts_at.unwrap_or(i64::MAX),
        ends_at: row.ends_at.unwrap_or(i64::MAX),
    };
    Ok(Facts {
        version: row.version,
        life,
        publish_at: row.publish_at.map(Instant::from_millis),
        ends_at: row.ends_at.map(Instant::from_millis),
        rules,
        audience: audience(row)?,
        hosts,
        created_by: row.created_by.map(MemberId),
        questions: input.questions,
    })
}

fn audience(row: &event::Model) -> anyhow::Result<EventAudience> {
    let codes = row.reach_countries.split_whitespace().map(str::parse::<CountryCode>);
    let years = row.reach_years.split_whitespace().map(str::parse::<FiscalYear>);
    Ok(EventAudience {
        reach: row
            .reach
            .parse()
            .map_err(|_| anyhow!("an event has an unknown reach"))?,
        countries: codes.collect::<Result<_, _>>()?,
        years: years.collect::<Result<_, _>>()?,
    })
}

const CONFIRMED: &str = "confirmed";
const WAITING: &str = "waiting";
const OFFERED: &str = "offered";
const PASSED: &str = "passed";
const NOTED: &str = "noted";
const REMOVED: &str = "removed";

/// The code of a standing that holds seats for good.
pub(super) const fn confirmed() -> &'static str {
    CONFIRMED
}

/// The code of a standing that holds seats for a while.
pub(super) const fn offered() -> &'static str {
    OFFERED
}

/// A row as the rule's entry.
pub(super) fn entry(row: &rsvp::Model) -> anyhow::Result<Entry> {
    let standing = match (row.standing.as_str(), row.offered_until) {
        (CONFIRMED, _) => Standing::Confirmed,
        (WAITING, _) => Standing::Waiting,
        (OFFERED, Some(until)) => Standing::Offered { until },
        (PASSED, _) => Standing::Passed,
        (NOTED, _) => Standing::Noted,
        (REMOVED, _) => Standing::Removed,
        _ => return Err(anyhow!("an answer has an unknown standing")),
    };
    Ok(Entry {
        member: MemberId(row.member_id),
        answer: row.answer.parse().map_err(|_| anyhow!("an answer is unknown"))?,
        companions: u8::try_from(row.companions).context("an answer has too many companions")?,
        standing,
        since: u64::try_from(row.since).context("an answer has a negative number")?,
        is_placed: row.is_placed,
    })
}

/// An entry as a row. Details that are not known are those of somebody who said nothing.
pub(super) fn row(
    event: EventId,
    entry: &Entry,
    details: &Details,
    revision: i64,
    ticket: Option<String>,
    now: i64,
) -> rsvp::ActiveModel {
    let (standing, offered_until) = match entry.standing {
        Standing::Confirmed => (CONFIRMED, None),
        Standing::Waiting => (WAITING, None),
        Standing::Offered { until } => (OFFERED, Some(until)),
        Standing::Passed => (PASSED, None),
        Standing::Noted => (NOTED, None),
        Standing::Removed => (REMOVED, None),
    };
    rsvp::ActiveModel {
        event_id: Set(event.0),
        member_id: Set(entry.member.0),
        answer: Set(entry.answer.code().into()),
        companions: Set(entry.companions.into()),
        standing: Set(standing.into()),
        offered_until: Set(offered_until),
        since: Set(i64::try_from(entry.since).unwrap_or(i64::MAX)),
        is_placed: Set(entry.is_placed),
        revision: Set(revision),
        shown_to: Set(details.shown_to.code().into()),
        answers: Set(details.answers.clone()),
        language: Set(details.language.clone()),
        zone: Set(details.zone.clone()),
        answered_at: Set(now),
        ticket_code: Set(ticket),
        checked_in_at: NotSet,
        checked_in_by: NotSet,
    }
}
