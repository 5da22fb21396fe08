//! Rows of the database to entries of a calendar.

use anyhow::{Context, anyhow};
use shared::events::{EventAudience, EventInput, EventLife};
use shared::ids::EventId;
use shared::instant::Instant;
use shared::rsvp::{Answer, OwnStanding};

use crate::calendar::{CalendarEntry, EntryStatus, uid};
use crate::entity::{event, event_text, rsvp};
use crate::features::events::language::choose;

/// An event with its texts, and the answer of whose calendar it is.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) event: event::Model,
    /// The original first.
    pub(super) texts: Vec<event_text::Model>,
    pub(super) own: Option<rsvp::Model>,
    /// Whether whose calendar it is organises the event.
    pub(super) is_organised: bool,
}

/// How far an event has come.
pub(super) fn life(source: &Source, now: Instant) -> anyhow::Result<EventLife> {
    let row = &source.event;
    let life: EventLife = row.life.parse().map_err(|_| anyhow!("an event has an unknown life"))?;
    let instant = |millis: Option<i64>| millis.map(Instant::from_millis);
    Ok(life.at(instant(row.publish_at), instant(row.ends_at), now))
}

/// Who may know of an event.
pub(super) fn audience(source: &Source) -> anyhow::Result<EventAudience> {
    let row = &source.event;
    let reach = row
        .reach
        .parse()
        .map_err(|_| anyhow!("an event has an unknown reach"))?;
    let countries = row.reach_countries.split_whitespace().map(str::parse);
    let years = row.reach_years.split_whitespace().map(str::parse);
    Ok(EventAudience {
        reach,
        countries: countries.collect::<Result<_, _>>()?,
        years: years.collect::<Result<_, _>>()?,
    })
}

/// What an answer means for somebody's time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Has a seat of this kind.
    Seated(Answer),
    /// May be there.
    Open,
    /// Is not there.
    Away,
}

fn part(own: &rsvp::Model) -> anyhow::Result<Part> {
    let answer: Answer = own.answer.parse().map_err(|_| anyhow!("an answer is unknown"))?;
    let standing: OwnStanding = own.standing.parse().map_err(|_| anyhow!("a standing is unknown"))?;
    Ok(match (standing, answer) {
        (OwnStanding::Confirmed, answer) => Part::Seated(answer),
        (OwnStanding::Waiting | OwnStanding::Offered, _) | (OwnStanding::Noted, Answer::Maybe) => Part::Open,
        (OwnStanding::Passed | OwnStanding::Removed | OwnStanding::Noted, _) => Part::Away,
    })
}

/// Whether an event belongs into feeds: not into the feed of somebody who will not be there.
pub(super) fn is_in_feeds(source: &Source) -> anyhow::Result<bool> {
    let is_timed = source.event.starts_at.is_some() && source.event.ends_at.is_some();
    let part = source.own.as_ref().map(part).transpose()?;
    Ok(is_timed && part != Some(Part::Away))
}

/// The number of an entry: it grows when the event changes for everybody, and when whose calendar it is answers anew or
/// takes an answer back, which is why the state of the event's answers counts in it. Both only ever grow.
pub(super) fn sequence(source: &Source, revision: i64) -> u32 {
    u32::try_from(i64::from(source.event.sequence) + revision).unwrap_or(0)
}

/// An event as the entry of a calendar. Where to go exactly is told to those who have a seat there, and to organisers,
/// who wrote it.
pub(super) fn entry(source: &Source, public_url: &str, language: &str, now: Instant) -> anyhow::Result<CalendarEntry> {
    let row = &source.event;
    let input: EventInput = serde_json::from_str(&row.input).context("an event's input cannot be read")?;
    let part = source.own.as_ref().map(part).transpose()?;
    let seat = match part {
        Some(Part::Seated(answer)) => Some(answer),
        _ => None,
    };
    let status = match (life(source, now)?, part) {
        (EventLife::Cancelled, _) => EntryStatus::Cancelled,
        (_, Some(Part::Open)) => EntryStatus::Tentative,
        _ => EntryStatus::Confirmed,
    };
    let id = EventId(row.id);
    let languages = source.texts.iter().map(|text| text.language.as_str());
    let text = source.texts.get(choose(languages, language));
    let text = text.context("an event has no text")?;
    let link = input.online.map(|online| online.link);
    let is_for = |answer: Answer| source.is_organised || seat == Some(answer);
    let link = link.filter(|link| is_for(Answer::Online) && !link.is_empty());
    let page = (!public_url.is_empty()).then(|| format!("{}/events/{id}", public_url.trim_end_matches('/')));
    let paragraphs = [Some(text.summary.as_str()), link.as_deref(), page.as_deref()];
    let place = input.room.map(|room| {
        let address = is_for(Answer::InPerson).then_some(room.address);
        let parts = [Some(room.venue), address].into_iter().flatten();
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    // Who organises it without an answer is at the place, where there is one.
    let link_first = link.clone().filter(|_| seat == Some(Answer::Online));
    let answered_at = source.own.as_ref().map_or(row.updated_at, |own| own.answered_at);
    let moment = |millis: Option<i64>| millis.map(Instant::from_millis).context("an event has no times");
    Ok(CalendarEntry {
        uid: uid(id, public_url),
        sequence: sequence(source, source.own.as_ref().map_or(0, |own| own.revision)),
        status,
        is_busy: seat.is_some(),
        summary: text.title.clone(),
        description: paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n"),
        url: page.clone(),
        location: [link_first, place, link]
            .into_iter()
            .flatten()
            .find(|place| !place.is_empty()),
        starts_at: moment(row.starts_at)?,
        ends_at: moment(row.ends_at)?,
        zone: row.zone.clone(),
        created_at: Instant::from_millis(row.created_at),
        updated_at: Instant::from_millis(row.updated_at.max(answered_at)),
    })
}
