//! Time zones as calendars carry them along: every moment at which the clocks of a zone change, from a year before its
//! first event to a year after its last, by name of day and hour. Rules of a zone change from year to year, so that no
//! rule is written: what is known today of these years is what is said.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::lines::Lines;

/// How far before and after its events a zone is told.
const AROUND: SignedDuration = SignedDuration::from_hours(24 * 366);
/// Since when a zone is said to have had the clock that it has when the first year begins.
const LONG_AGO: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

/// From one moment to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
}

/// The clock on the wall of a venue, with the span of what takes place there.
#[derive(Clone, Debug)]
pub(super) struct Wall {
    zone: TimeZone,
    span: Span,
}

impl Wall {
    /// A clock that tells both ends of a span; nothing where it does not. In the night when clocks are put back it shows
    /// an hour twice, and in a calendar this means the first time.
    pub(super) fn of(zone: TimeZone, span: Span) -> Option<Self> {
        let name = zone.iana_name()?;
        let tells = |at: Timestamp| zone.to_timestamp(zone.to_datetime(at)).ok() == Some(at);
        (name != "UTC" && name != "Etc/UTC" && tells(span.from) && tells(span.to)).then_some(Self { zone, span })
    }

    /// The zone's name.
    pub(super) fn name(&self) -> &str {
        self.zone.iana_name().unwrap_or_default()
    }

    /// What it shows at a moment.
    pub(super) fn at(&self, at: Timestamp) -> DateTime {
        self.zone.to_datetime(at)
    }
}

/// Each zone once, by name, with the span of everything in it.
pub(super) fn spans<'a>(walls: impl Iterator<Item = &'a Wall>) -> Vec<(TimeZone, Span)> {
    let mut spans: BTreeMap<&str, (TimeZone, Span)> = BTreeMap::new();
    for wall in walls {
        let known = spans
            .entry(wall.name())
            .or_insert_with(|| (wall.zone.clone(), wall.span));
        known.1.from = known.1.from.min(wall.span.from);
        known.1.to = known.1.to.max(wall.span.to);
    }
    spans.into_values().collect()
}

/// One kind of time that a zone has: from which offset one comes to it, and where it begins, by the clock of before.
#[derive(Debug)]
struct Observance {
    name: String,
    is_dst: bool,
    from: Offset,
    to: Offset,
    onsets: Vec<DateTime>,
}

impl Observance {
    fn is_like(&self, other: &Self) -> bool {
        (&self.name, self.is_dst, self.from, self.to) == (&other.name, other.is_dst, other.from, other.to)
    }
}

fn observances(zone: &TimeZone, span: Span) -> Vec<Observance> {
    let first = span.from.saturating_sub(AROUND).unwrap_or(span.from);
    let last = span.to.saturating_add(AROUND).unwrap_or(span.to);
    let before = zone.to_offset_info(first);
    let mut offset = before.offset();
    let mut all = vec![Observance {
        name: before.abbreviation().to_owned(),
        is_dst: before.dst().is_dst(),
        from: offset,
        to: offset,
        onsets: vec![LONG_AGO],
    }];
    for change in zone.following(first).take_while(|change| change.timestamp() <= last) {
        let observance = Observance {
            name: change.abbreviation().to_owned(),
            is_dst: change.dst().is_dst(),
            from: offset,
            to: change.offset(),
            onsets: vec![offset.to_datetime(change.timestamp())],
        };
        offset = change.offset();
        match all.iter_mut().find(|known| known.is_like(&observance)) {
            Some(known) => known.onsets.extend(observance.onsets),
            None => all.push(observance),
        }
    }
    all
}

/// Writes a zone as far as it is needed for a span.
pub(super) fn write(lines: &mut Lines, zone: &TimeZone, span: Span) {
    lines.plain("BEGIN", "VTIMEZONE");
    lines.plain("TZID", zone.iana_name().unwrap_or_default());
    for observance in observances(zone, span) {
        let kind = if observance.is_dst { "DAYLIGHT" } else { "STANDARD" };
        lines.plain("BEGIN", kind);
        for (place, onset) in observance.onsets.iter().enumerate() {
            lines.local(if place == 0 { "DTSTART" } else { "RDATE" }, *onset);
        }
        lines.plain("TZOFFSETFROM", &offset(observance.from));
        lines.plain("TZOFFSETTO", &offset(observance.to));
        lines.text("TZNAME", &observance.name);
        lines.plain("END", kind);
    }
    lines.plain("END", "VTIMEZONE");
}

/// `+0545`.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let [hours, minutes, seconds] = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(i32::abs);
    let rest = if seconds == 0 {
        String::new()
    } else {
        format!("{seconds:02}")
    };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}
