//! Wall clocks and moments: what an organiser's clock shows becomes a moment by the rules of the venue's zone. A time
//! that the clock skips is never guessed, and of a time that it shows twice it must be said which one is meant. Pure.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use shared::events::{LocalTime, Which};
use shared::instant::Instant;
use shared::words::Text;

/// How a time is typed.
const SHAPE: &[u8] = b"0000-00-00T00:00";

/// Why a time is no moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoMoment {
    /// It is not written as a time.
    Malformed,
    /// The clock is put forward over it.
    Skipped {
        /// What the clock shows next.
        next: String,
    },
    /// The clock is put back and shows it twice.
    Ambiguous,
}

impl NoMoment {
    /// The words for it.
    pub(super) fn text(self) -> Text {
        match self {
            Self::Malformed => Text::new("invalid.malformed"),
            Self::Skipped { next } => Text::new("invalid.time_skipped").with("next", next),
            Self::Ambiguous => Text::new("invalid.time_ambiguous"),
        }
    }
}

/// The zone of a name in the IANA database, written as it is written there.
pub(super) fn zone(name: &str) -> Option<TimeZone> {
    let zone = TimeZone::get(name).ok()?;
    (!zone.is_unknown() && zone.iana_name() == Some(name)).then_some(zone)
}

/// The moment at which the clocks of a zone show a time.
pub(super) fn moment(time: &LocalTime, zone: &TimeZone) -> Result<Instant, NoMoment> {
    let shown = read(&time.at).ok_or(NoMoment::Malformed)?;
    let found = zone.to_ambiguous_timestamp(shown);
    let timestamp = match (found.offset(), time.which) {
        (AmbiguousOffset::Unambiguous { .. }, _) => found.unambiguous(),
        (AmbiguousOffset::Fold { .. }, Some(Which::Earlier)) => found.earlier(),
        (AmbiguousOffset::Fold { .. }, Some(Which::Later)) => found.later(),
        (AmbiguousOffset::Fold { .. }, None) => return Err(NoMoment::Ambiguous),
        (AmbiguousOffset::Gap { .. }, _) => {
            let after = found.later().map_err(|_| NoMoment::Malformed)?;
            return Err(skipped(after, zone));
        }
    };
    let timestamp = timestamp.map_err(|_| NoMoment::Malformed)?;
    Ok(Instant::from_millis(timestamp.as_millisecond()))
}

/// Exactly one way of writing: `2026-12-05T18:00`.
fn read(text: &str) -> Option<DateTime> {
    let fits = |(sign, shape): (u8, &u8)| {
        if *shape == b'0' {
            sign.is_ascii_digit()
        } else {
            sign == *shape
        }
    };
    let is_shaped = text.len() == SHAPE.len() && text.bytes().zip(SHAPE).all(fits);
    is_shaped.then(|| text.parse().ok()).flatten()
}

/// What the clock shows when it has skipped. `after` is at that moment or a little later: as if it had gone on.
fn skipped(after: Timestamp, zone: &TimeZone) -> NoMoment {
    let until = after
        .saturating_add(jiff::SignedDuration::from_secs(1))
        .unwrap_or(after);
    let change = zone.preceding(until).next();
    let next = change.map_or(after, |change| change.timestamp());
    NoMoment::Skipped {
        next: shown(next, zone),
    }
}

/// A moment as the clocks of a zone show it, for people to read.
fn shown(at: Timestamp, zone: &TimeZone) -> String {
    let shown = zone.to_datetime(at);
    let (date, time) = (shown.date(), shown.time());
    format!("{date} {:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, which: Option<Which>, zone_name: &str) -> Result<String, NoMoment> {
        let time = LocalTime { at: text.into(), which };
        moment(&time, &zone(zone_name).unwrap()).map(|moment| moment.to_string())
    }

    fn next(text: &str) -> Result<String, NoMoment> {
        Err(NoMoment::Skipped { next: text.into() })
    }

    #[test]
    fn clocks_of_all_zones_are_read_by_their_own_rules() {
        for (zone, shown, expected) in [
            ("Asia/Kolkata", "2026-12-05T18:00", "2026-12-05T12:30:00Z"),
            ("Asia/Kathmandu", "2026-12-05T18:00", "2026-12-05T12:15:00Z"),
            ("Asia/Tokyo", "2026-12-05T18:00", "2026-12-05T09:00:00Z"),
            ("Pacific/Apia", "2026-12-05T18:00", "2026-12-05T05:00:00Z"),
            ("Australia/Lord_Howe", "2026-12-05T18:00", "2026-12-05T07:00:00Z"),
            ("Australia/Lord_Howe", "2026-07-05T18:00", "2026-07-05T07:30:00Z"),
            ("America/Santiago", "2026-12-05T18:00", "2026-12-05T21:00:00Z"),
            ("America/Santiago", "2026-07-05T18:00", "2026-07-05T22:00:00Z"),
            // Summer time begins between now, a day in November, and then.
            ("Europe/Berlin", "2027-06-05T18:00", "2027-06-05T16:00:00Z"),
            ("Europe/Berlin", "2026-12-05T18:00", "2026-12-05T17:00:00Z"),
            ("UTC", "2026-12-05T18:00", "2026-12-05T18:00:00Z"),
        ] {
            assert_eq!(at(shown, None, zone), Ok(expected.into()), "{zone} {shown}");
        }
    }

    #[test]
    fn a_time_that_the_clock_skips_is_told_with_the_next_one() {
        for (zone, shown, expected) in [
            ("Europe/Berlin", "2027-03-28T02:00", "2027-03-28 03:00"),
            ("Europe/Berlin", "2027-03-28T02:59", "2027-03-28 03:00"),
            // A whole day, when the country went over the date line.
            ("Pacific/Apia", "2011-12-30T00:00", "2011-12-31 00:00"),
            ("Pacific/Apia", "2011-12-30T23:59", "2011-12-31 00:00"),
            // Half an hour.
            ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04 02:30"),
            // At midnight.
            ("America/Santiago", "2026-09-06T00:30", "2026-09-06 01:00"),
        ] {
            for which in [None, Some(Which::Earlier), Some(Which::Later)] {
                assert_eq!(at(shown, which, zone), next(expected), "{zone} {shown}");
            }
        }
        assert!(at("2027-03-28T01:59", None, "Europe/Berlin").is_ok());
        assert!(at("2027-03-28T03:00", None, "Europe/Berlin").is_ok());
        assert!(at("2026-10-04T02:30", None, "Australia/Lord_Howe").is_ok());
    }

    #[test]
    fn of_a_time_that_the_clock_shows_twice_it_must_be_said_which() {
        for (zone, shown, earlier, later) in [
            (
                "Europe/Berlin",
                "2026-10-25T02:30",
                "2026-10-25T00:30:00Z",
                "2026-10-25T01:30:00Z",
            ),
            (
                "Australia/Lord_Howe",
                "2027-04-04T01:45",
                "2027-04-03T14:45:00Z",
                "2027-04-03T15:15:00Z",
            ),
            (
                "America/Santiago",
                "2027-04-03T23:30",
                "2027-04-04T02:30:00Z",
                "2027-04-04T03:30:00Z",
            ),
        ] {
            assert_eq!(at(shown, None, zone), Err(NoMoment::Ambiguous), "{zone}");
            assert_eq!(at(shown, Some(Which::Earlier), zone), Ok(earlier.into()), "{zone}");
            assert_eq!(at(shown, Some(Which::Later), zone), Ok(later.into()), "{zone}");
        }
        // What needs no choice is not harmed by one.
        let plain = at("2026-10-25T03:30", Some(Which::Later), "Europe/Berlin");
        assert_eq!(plain, Ok("2026-10-25T02:30:00Z".into()));
    }

    #[test]
    fn only_names_of_the_database_are_zones() {
        for name in ["Asia/Tokyo", "Asia/Kathmandu", "America/Argentina/Buenos_Aires", "UTC"] {
            assert!(zone(name).is_some(), "{name}");
        }
        for name in [
            "",
            "Tokyo",
            "asia/tokyo",
            "Asia/Atlantis",
            "Etc/Unknown",
            "JST-9",
            "+09:00",
            "../etc/passwd",
            "Asia/Tokyo ",
        ] {
            assert!(zone(name).is_none(), "{name}");
        }
    }

    #[test]
    fn there_is_one_way_of_writing_a_time() {
        for text in [
            "",
            "tomorrow",
            "2026-12-05",
            "2026-12-05T18:00:00",
            "2026-12-05 18:00",
            "2026-12-05T18:00Z",
            "2026-12-05T24:00",
            "2026-02-30T10:00",
            "2026-12-05t18:00",
            "２０２６-12-05T18:00",
            "99999-01-01T00:0",
        ] {
            assert_eq!(at(text, None, "Asia/Tokyo"), Err(NoMoment::Malformed), "{text}");
        }
    }
}
