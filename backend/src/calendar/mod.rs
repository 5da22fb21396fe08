//! Calendars as text (RFC 5545): one event as a file, many as a feed. A pure writer: what is told to whom was decided
//! by whoever made the entries. Nobody is ever named in a calendar: no organiser, no attendees.

mod lines;
mod zone;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use shared::ids::EventId;
use shared::instant::Instant;

use self::lines::Lines;
use self::zone::{Span, Wall};

/// The program that wrote a calendar; a name that programs read.
const WRITER: &str = "-//Sakura Science Club//Events//EN";
/// How soon a calendar should ask for a feed again.
const REFRESHED: &str = "PT1H";

/// Whether an entry takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryStatus {
    /// It does.
    Confirmed,
    /// It does, and whose calendar it is may be there.
    Tentative,
    /// It was called off.
    Cancelled,
}

/// What a calendar is to do with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Show what is in it.
    Publish,
    /// Take out what is in it.
    Cancel,
}

impl Method {
    const fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }

    /// The media type of such a file. Some mail programs believe the method only where it stands here too.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Publish => "text/calendar; charset=utf-8; method=PUBLISH",
            Self::Cancel => "text/calendar; charset=utf-8; method=CANCEL",
        }
    }
}

/// An event as a calendar has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What makes it the same entry after a change: see [`uid`].
    pub uid: String,
    /// Grows with every change that calendars must learn of.
    pub sequence: u32,
    /// Whether it takes place.
    pub status: EntryStatus,
    /// Whether whose calendar it is has no time for anything else then.
    pub is_busy: bool,
    /// What it is called.
    pub summary: String,
    /// Everything else about it.
    pub description: String,
    /// Where its page is.
    pub url: Option<String>,
    /// Where to go.
    pub location: Option<String>,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// The IANA zone of the venue.
    pub zone: String,
    /// Since when there is such an event.
    pub created_at: Instant,
    /// When it was last changed.
    pub updated_at: Instant,
}

impl CalendarEntry {
    /// What a file with this entry alone asks calendars to do.
    pub const fn method(&self) -> Method {
        match self.status {
            EntryStatus::Confirmed | EntryStatus::Tentative => Method::Publish,
            EntryStatus::Cancelled => Method::Cancel,
        }
    }
}

/// The name of an event among all entries of all calendars; the same for ever.
pub fn uid(event: EventId, public_url: &str) -> String {
    let after_scheme = public_url.split_once("://").map_or("", |(_, rest)| rest);
    let host = after_scheme.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let host = if host.is_empty() { "club.invalid" } else { host };
    format!("{event}@{host}")
}

/// One event as a file: to be saved, or to go with a mail. Send it with the [`Method::media_type`] of
/// [`CalendarEntry::method`].
pub fn file_for(entry: &CalendarEntry) -> String {
    write(entry.method(), None, std::slice::from_ref(entry))
}

/// Many events as a feed that calendars ask for again and again; what was called off is marked in it.
pub fn feed_of(name: &str, entries: &[CalendarEntry]) -> String {
    write(Method::Publish, Some(name), entries)
}

fn write(method: Method, feed: Option<&str>, entries: &[CalendarEntry]) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", WRITER);
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", method.name());
    if let Some(name) = feed {
        lines.text("NAME", name);
        lines.text("X-WR-CALNAME", name);
        lines.plain("REFRESH-INTERVAL;VALUE=DURATION", REFRESHED);
        lines.plain("X-PUBLISHED-TTL", REFRESHED);
    }
    let timed: Vec<_> = entries.iter().map(|entry| (entry, Times::of(entry))).collect();
    let walls = timed.iter().filter_map(|(_, times)| times.wall.as_ref());
    for (zone, span) in zone::spans(walls) {
        zone::write(&mut lines, &zone, span);
    }
    for (entry, times) in &timed {
        write_entry(&mut lines, entry, times);
    }
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

/// An entry's times: on the wall of the venue, or in UTC where that clock is not known, or does not say which moment
/// is meant.
struct Times {
    starts: Timestamp,
    ends: Timestamp,
    wall: Option<Wall>,
}

impl Times {
    fn of(entry: &CalendarEntry) -> Self {
        let [starts, ends] = [entry.starts_at, entry.ends_at].map(timestamp);
        let zone = TimeZone::get(&entry.zone).ok();
        let wall = zone.and_then(|zone| Wall::of(zone, Span { from: starts, to: ends }));
        Self { starts, ends, wall }
    }
}

fn write_entry(lines: &mut Lines, entry: &CalendarEntry, times: &Times) {
    let (status, is_busy) = match entry.status {
        EntryStatus::Confirmed => ("CONFIRMED", entry.is_busy),
        EntryStatus::Tentative => ("TENTATIVE", entry.is_busy),
        EntryStatus::Cancelled => ("CANCELLED", false),
    };
    lines.plain("BEGIN", "VEVENT");
    lines.plain("UID", &entry.uid);
    lines.plain("SEQUENCE", &entry.sequence.to_string());
    lines.plain("STATUS", status);
    // Not the moment of writing: the same entry is the same text, whoever asks and when.
    lines.utc("DTSTAMP", timestamp(entry.updated_at));
    lines.utc("CREATED", timestamp(entry.created_at));
    lines.utc("LAST-MODIFIED", timestamp(entry.updated_at));
    for (name, moment) in [("DTSTART", times.starts), ("DTEND", times.ends)] {
        match &times.wall {
            Some(wall) => lines.local(&format!("{name};TZID={}", wall.name()), wall.at(moment)),
            None => lines.utc(name, moment),
        }
    }
    lines.text("SUMMARY", &entry.summary);
    if !entry.description.is_empty() {
        lines.text("DESCRIPTION", &entry.description);
    }
    if let Some(location) = &entry.location {
        lines.text("LOCATION", location);
    }
    if let Some(url) = &entry.url {
        lines.plain("URL", url);
    }
    lines.plain("TRANSP", if is_busy { "OPAQUE" } else { "TRANSPARENT" });
    lines.plain("END", "VEVENT");
}

fn timestamp(instant: Instant) -> Timestamp {
    Timestamp::from_millisecond(instant.millis()).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests;
