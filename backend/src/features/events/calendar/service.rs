//! Which events are in which calendar, as entries to be written; and the secret addresses of members' own calendars.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use shared::api::ProblemCode;
use shared::events::{CalendarFeed, EventLife, NewCalendarFeed};
use shared::fields::CountryCode;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::words::{LANGUAGES, Text};

use super::convert::{self, Source};
use super::queries;
use crate::app::App;
use crate::calendar::{CalendarEntry, EntryStatus, feed_of};
use crate::error::{AppError, Result};
use crate::features::events::language::choose;
use crate::features::events::queries as events;
use crate::features::events::service::organises;
use crate::http::Actor;
use crate::words;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// For so long what is over stays in feeds for everybody.
const OVER_KEPT_MS: i64 = 90 * DAY_MS;
/// For so long what was called off stays in feeds, so that calendars learn of it before it is gone.
const OFF_KEPT_MS: i64 = 30 * DAY_MS;

/// One event for whoever may know of it: with where to go if it is somebody who has a seat, or organises it.
///
/// # Errors
/// A problem when there is no such event, or none that the viewer may know of.
pub(crate) async fn event_entry(app: &App, actor: &Actor, event: EventId, language: &str) -> Result<CalendarEntry> {
    let no_event = || AppError::told(ProblemCode::NotFound, Text::new("problem.not_found_event"));
    let source = queries::source(&app.db.read, event, actor.viewer()).await?;
    let mut source = source.ok_or_else(no_event)?;
    let head = events::head(&app.db.read, event).await?.ok_or_else(no_event)?;
    source.is_organised = organises(app, actor, &head);
    // A draft is in nobody's calendar.
    let is_organised = source.is_organised && convert::life(&source, now(app))?.is_known();
    if !is_organised && !is_known(app, actor.viewer(), &source)? {
        return Err(no_event());
    }
    Ok(convert::entry(&source, &app.settings.public_url, language, now(app))?)
}

/// One event for a mail to somebody who answered, whether or not it is still to be seen elsewhere; nothing where there is
/// no such event, or where it has no times yet.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn entry_for(
    app: &App,
    event: EventId,
    member: MemberId,
    language: &str,
) -> anyhow::Result<Option<CalendarEntry>> {
    let source = queries::source(&app.db.read, event, Some(member)).await?;
    let timed = source.filter(|source| source.event.starts_at.is_some() && source.event.ends_at.is_some());
    let entry = |source| convert::entry(&source, &app.settings.public_url, language, now(app));
    timed.map(entry).transpose()
}

/// Seats that somebody has no more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GivenUp {
    /// The state of the event's answers since when; absent where the answer that is there tells it.
    pub(crate) revision: Option<i64>,
    /// When.
    pub(crate) at: Instant,
}

/// The same for somebody who has no seat there any more: to be taken out of the calendar, by the entry's own name and
/// with a greater number than it ever had.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn given_up_entry_for(
    app: &App,
    event: EventId,
    member: MemberId,
    language: &str,
    given_up: GivenUp,
) -> anyhow::Result<Option<CalendarEntry>> {
    let source = queries::source(&app.db.read, event, Some(member)).await?;
    let timed = source.filter(|source| source.event.starts_at.is_some() && source.event.ends_at.is_some());
    let Some(source) = timed else { return Ok(None) };
    let own_revision = source.own.as_ref().map_or(0, |own| own.revision);
    let revision = given_up.revision.unwrap_or(0).max(own_revision);
    let entry = convert::entry(&source, &app.settings.public_url, language, now(app))?;
    Ok(Some(CalendarEntry {
        status: EntryStatus::Cancelled,
        is_busy: false,
        sequence: convert::sequence(&source, revision),
        updated_at: entry.updated_at.max(given_up.at),
        ..entry
    }))
}

/// Everybody's events, of the whole club or of one chapter, as a feed.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn club_feed(app: &App, chapter: Option<CountryCode>, language: &str) -> Result<String> {
    let now = now(app);
    let sources = queries::public_sources(&app.db.read, chapter, now.millis() - OVER_KEPT_MS).await?;
    let name = match chapter {
        None => Text::new("club.name"),
        Some(chapter) => {
            let names = queries::country_names(&app.db.read, chapter).await?;
            Text::new("calendar.chapter").with("place", in_language(names, language))
        }
    };
    feed(app, sources, &name, language, now)
}

/// A member's own answers as a feed, for whoever has the secret.
///
/// # Errors
/// A problem when the secret is nobody's.
pub(crate) async fn own_feed(app: &App, secret: &str, language: &str) -> Result<String> {
    let now = now(app);
    let member = queries::owner(&app.db.read, &hash(secret)).await?;
    let member = member.ok_or_else(|| AppError::of(ProblemCode::NotFound))?;
    let mut sources = Vec::new();
    for source in queries::own_sources(&app.db.read, member).await? {
        if is_known(app, Some(member), &source)? {
            sources.push(source);
        }
    }
    feed(app, sources, &Text::new("calendar.own"), language, now)
}

fn feed(app: &App, sources: Vec<Source>, name: &Text, language: &str, now: Instant) -> Result<String> {
    let mut entries = Vec::with_capacity(sources.len());
    for source in &sources {
        let life = convert::life(source, now)?;
        let is_fresh = source.event.updated_at >= now.millis() - OFF_KEPT_MS;
        let is_off = life == EventLife::Cancelled;
        if life.is_known() && (!is_off || is_fresh) && convert::is_in_feeds(source)? {
            entries.push(convert::entry(source, &app.settings.public_url, language, now)?);
        }
    }
    let name = in_language(words::in_all_languages(name), language);
    Ok(feed_of(&name, &entries))
}

/// Whether a viewer may know of an event.
fn is_known(app: &App, viewer: Option<MemberId>, source: &Source) -> Result<bool> {
    let invitee = viewer.and_then(|viewer| app.directory.invitee(viewer));
    let life = convert::life(source, now(app))?;
    Ok(life.is_known() && convert::audience(source)?.admits(invitee.as_ref()))
}

/// The one of a text's forms, one for each language of the product, that a reader gets.
fn in_language(forms: [String; LANGUAGES.len()], language: &str) -> String {
    let place = choose(LANGUAGES.into_iter(), language);
    forms.into_iter().nth(place).unwrap_or_default()
}

fn now(app: &App) -> Instant {
    Instant::from_millis(app.clock.now().as_millisecond())
}

/// Since when a member's calendar has its address.
pub(super) async fn get(app: &App, member: MemberId) -> Result<CalendarFeed> {
    let created_at = queries::feed_since(&app.db.read, member).await?;
    Ok(CalendarFeed {
        created_at: created_at.map(Instant::from_millis),
    })
}

/// Gives a member's calendar a new address; the old one is nobody's from now on.
pub(super) async fn rotate(app: &App, member: MemberId) -> Result<NewCalendarFeed> {
    let mut random = [0_u8; 32];
    getrandom::fill(&mut random).map_err(anyhow::Error::from)?;
    let secret = hex(&random);
    queries::set_feed(&app.db.write, member, &hash(&secret), now(app).millis()).await?;
    Ok(NewCalendarFeed {
        path: format!("/api/calendars/{secret}.ics"),
    })
}

/// Ends a member's calendar.
pub(super) async fn delete(app: &App, member: MemberId) -> Result<CalendarFeed> {
    queries::delete_feed(&app.db.write, member).await?;
    Ok(CalendarFeed::default())
}

/// What the database knows of a secret.
fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
