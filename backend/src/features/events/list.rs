//! Events that a viewer may know of, as lists. Who may not know of an event finds it neither listed nor counted, and
//! nothing to choose because of it.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use shared::events::{EventFilter, EventLife, EventPage, Invitee};
use shared::ids::MemberId;
use shared::instant::Instant;

use super::near;
use super::queries;
use super::service::{invitee, now};
use super::show::summary;
use super::stored::{Head, Stored};
use crate::app::App;
use crate::error::Result;
use crate::features::rsvp::service as answers;

/// Events of one answer.
const MOST: usize = 500;

/// The events that fit a filter, and what there is to choose from.
pub(super) async fn list_events(app: &App, viewer: Option<MemberId>, filter: &EventFilter) -> Result<EventPage> {
    let now = now(app);
    let heads = queries::published_heads(&app.db.read, filter.past, now).await?;
    let mut heads = known(heads, invitee(app, viewer).as_ref(), filter.past, now);
    let countries: BTreeSet<_> = heads
        .iter()
        .flat_map(|head| head.hosts.iter().copied().chain(head.country))
        .collect();
    let kinds: BTreeSet<_> = heads.iter().map(|head| head.kind).collect();
    heads.retain(|head| fits(head, filter));
    let total = u32::try_from(heads.len()).unwrap_or(u32::MAX);
    if filter.near.is_empty() {
        heads.sort_by_key(|head| by_time(head, filter.past));
        heads.truncate(MOST);
    }
    let mut events = queries::whole_of(&app.db.read, heads).await?;
    events.sort_by(|one, other| order(one, other, filter));
    events.truncate(MOST);
    let ids: Vec<_> = events.iter().map(|event| event.head.id).collect();
    let states = answers::states(app, viewer, &ids).await?;
    let events = events
        .iter()
        .zip(states)
        .filter_map(|(event, state)| summary(event, state, &filter.language, now))
        .collect();
    Ok(EventPage {
        events,
        total,
        countries: countries.into_iter().collect(),
        kinds: kinds.into_iter().collect(),
    })
}

/// Those that a viewer may know of: to come, called off or not, or over.
fn known(heads: Vec<Head>, viewer: Option<&Invitee>, is_past: bool, now: Instant) -> Vec<Head> {
    let is_listed = |head: &Head| match head.life(now) {
        EventLife::Past => is_past,
        EventLife::Published | EventLife::Cancelled => !is_past && !head.is_over(now),
        EventLife::Draft | EventLife::Scheduled => false,
    };
    let mut heads = heads;
    heads.retain(|head| is_listed(head) && head.is_known_to(viewer, now));
    heads
}

fn fits(head: &Head, filter: &EventFilter) -> bool {
    let is_there = |country| head.country == Some(country) || head.hosts.contains(&country);
    filter.country.is_none_or(is_there)
        && filter.kind.is_none_or(|kind| head.kind == kind)
        && (!filter.online || head.is_online)
}

/// The next first, or the latest first.
fn by_time(head: &Head, is_past: bool) -> i64 {
    let starts_at = head.moments.starts_at.map_or(i64::MAX, Instant::millis);
    if is_past { -starts_at } else { starts_at }
}

fn order(one: &Stored, other: &Stored, filter: &EventFilter) -> Ordering {
    let title = |event: &Stored| {
        let text = event.texts.get(event.text_for(&filter.language));
        text.map(|text| text.title.clone()).unwrap_or_default()
    };
    let rest = |event: &Stored| (by_time(&event.head, filter.past), title(event), event.head.id);
    distance(one, &filter.near)
        .cmp(&distance(other, &filter.near))
        .then_with(|| rest(one).cmp(&rest(other)))
}

/// How far away, in parts of a million of half the way around the world; behind all others what has no known place, and
/// last what has none at all.
fn distance(event: &Stored, near: &str) -> (Reverse<bool>, u32) {
    if near.is_empty() {
        return (Reverse(true), 0);
    }
    let Some(room) = &event.input.room else {
        return (Reverse(false), u32::MAX);
    };
    let away = near::away(near, &room.point).map_or(u32::MAX, |part| (part * 1e6) as u32);
    (Reverse(true), away)
}
