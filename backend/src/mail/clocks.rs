//! Moments as people read them: written out with the weekday, in a zone that is named.

use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use shared::words::Text;

use super::speech::Speech;

/// A zone's clock.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    name: String,
    zone: TimeZone,
}

impl Clock {
    /// The clock of an IANA zone; nothing for a name that is none.
    pub(super) fn of(name: &str) -> Option<Self> {
        let zone = TimeZone::get(name).ok()?;
        // The library's own writing of the name; what was sent is not shown.
        let name = zone.iana_name()?.to_owned();
        Some(Self { name, zone })
    }

    /// Whether two clocks are of the same zone.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.name == other.name
    }

    /// `Saturday, 5 December 2026, 18:00 (Asia/Tokyo, UTC+9)`
    pub(super) fn moment(&self, speech: Speech, millis: i64) -> String {
        let at = self.at(millis);
        let said = Text::new("mail.moment")
            .with("day", day(speech, &at))
            .with("time", time(&at));
        self.named(speech, speech.say(&said), &at)
    }

    /// `Saturday, 5 December 2026, 18:00–20:00 (Asia/Tokyo, UTC+9)`, or both days where they differ.
    pub(super) fn span(&self, speech: Speech, starts: i64, ends: i64) -> String {
        let (first, last) = (self.at(starts), self.at(ends));
        let said = if first.date() == last.date() {
            Text::new("mail.span")
        } else {
            Text::new("mail.span_of_days").with("last_day", day(speech, &last))
        };
        let said = said
            .with("day", day(speech, &first))
            .with("start", time(&first))
            .with("end", time(&last));
        self.named(speech, speech.say(&said), &first)
    }

    fn at(&self, millis: i64) -> Zoned {
        let at = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH);
        at.to_zoned(self.zone.clone())
    }

    fn named(&self, speech: Speech, when: String, at: &Zoned) -> String {
        let named = Text::new("mail.clock")
            .with("when", when)
            .with("zone", &self.name)
            .with("offset", offset(at.offset()));
        speech.say(&named)
    }
}

/// `Saturday, 5 December 2026`
fn day(speech: Speech, at: &Zoned) -> String {
    let nth = |list: String, place: i8| {
        let place = usize::try_from(place).unwrap_or_default();
        list.split(' ').nth(place).unwrap_or_default().to_owned()
    };
    let weekday = nth(speech.t("mail.weekdays"), at.weekday().to_monday_zero_offset());
    let month = nth(speech.t("mail.months"), at.month() - 1);
    let said = Text::new("mail.day")
        .with("weekday", weekday)
        .with("day", at.day())
        .with("month", month)
        .with("year", at.year());
    speech.say(&said)
}

fn time(at: &Zoned) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `UTC+9`, `UTC−3:30`, `UTC`
fn offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(at: &str) -> i64 {
        at.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn every_fixture_shows_its_own_hour() {
        let [start, end] = ["2026-12-05T09:00:00Z", "2026-12-05T11:30:00Z"].map(millis);
        let zones = [
            "Asia/Tokyo",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Australia/Lord_Howe",
            "America/Santiago",
            "America/St_Johns",
            "Africa/Abidjan",
            "Pacific/Kiritimati",
        ];
        for language in ["en", "ja"] {
            let said = zones.map(|zone| Clock::of(zone).unwrap().span(Speech::of(language), start, end));
            insta::assert_snapshot!(format!("clocks_{language}"), said.join("\n"));
        }
    }

    #[test]
    fn a_change_of_the_clocks_between_two_moments_shows_in_their_offsets() {
        let berlin = Clock::of("Europe/Berlin").unwrap();
        let said =
            ["2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"].map(|at| berlin.moment(Speech::of("en"), millis(at)));
        assert!(said[0].contains("01:30") && said[0].contains("UTC+1)"), "{said:?}");
        assert!(said[1].contains("03:30") && said[1].contains("UTC+2)"), "{said:?}");
    }

    #[test]
    fn what_is_no_zone_has_no_clock() {
        for name in ["", "Tokyo", "Asia/Nowhere", "\r\nBcc: x", "+09:00"] {
            assert!(Clock::of(name).is_none(), "{name}");
        }
        assert!(
            Clock::of("asia/tokyo")
                .unwrap()
                .is_same(&Clock::of("Asia/Tokyo").unwrap())
        );
    }
}
