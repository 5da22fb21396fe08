//! Instants on the wire. By hand, because the library's parser and printer for every kind of time weigh more than all
//! the rest of this crate in the page.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::codes::UnknownCode;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z in the database, `2026-12-05T09:00:00Z` on the wire, where
/// milliseconds are written only when there are any. Years 0 to 9999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The first and the last millisecond that can be written.
    const RANGE: [i64; 2] = [-62_167_219_200_000, 253_402_300_799_999];

    /// The instant so many milliseconds after 1970 began; what cannot be written becomes the nearest that can.
    pub fn from_millis(millis: i64) -> Self {
        let [first, last] = Self::RANGE;
        Self(millis.clamp(first, last))
    }

    /// Milliseconds since 1970 began.
    pub const fn millis(self) -> i64 {
        self.0
    }
}

impl FromStr for Instant {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let (day, time) = text.split_once('T').ok_or(UnknownCode)?;
        let number = |text: Option<&str>| text.and_then(|text| text.parse::<i64>().ok()).ok_or(UnknownCode);
        let mut parts = day.splitn(3, '-');
        let [year, month, day] = [parts.next(), parts.next(), parts.next()].map(number);
        let time = time.strip_suffix('Z').ok_or(UnknownCode)?;
        let (time, millis) = time.split_once('.').unwrap_or((time, "0"));
        let mut parts = time.splitn(3, ':');
        let [hour, minute, second] = [parts.next(), parts.next(), parts.next()].map(number);
        let days = days_before(year?, month?, day?);
        let seconds = (hour? * 60 + minute?) * 60 + second?;
        let instant = Self::from_millis(days * DAY + seconds * 1000 + number(Some(millis))?);
        // One instant has one text: no 25th hour, no 31st of June, no missing zero.
        if instant.to_string() == text {
            Ok(instant)
        } else {
            Err(UnknownCode)
        }
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        let (seconds, millis) = (self.0.rem_euclid(DAY) / 1000, self.0.rem_euclid(1000));
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if millis > 0 {
            write!(f, ".{millis:03}")?;
        }
        f.write_str("Z")
    }
}

/// Days from 1970-01-01 to a day of the Gregorian calendar. The year is taken to begin in March, so that the day which
/// leap years add is its last one.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day so many days after 1970-01-01, the reverse of [`days_before`].
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

/// The day in UTC on which an instant is.
impl From<Instant> for Date {
    fn from(instant: Instant) -> Self {
        let (year, month, day) = civil(instant.0.div_euclid(DAY));
        let date = i16::try_from(year)
            .ok()
            .zip(i8::try_from(month).ok().zip(i8::try_from(day).ok()));
        date.and_then(|(year, (month, day))| Self::new(year, month, day).ok())
            .unwrap_or_default()
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Instant {
    fn schema_name() -> Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn instants_are_written_like_the_library_writes_them() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (1_790_000_000_000, "2026-09-21T14:13:20Z"),
            (951_782_399_001, "2000-02-28T23:59:59.001Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(Instant::from_millis(millis).to_string(), text);
            assert_eq!(text.parse(), Ok(Instant::from_millis(millis)));
        }
        assert_eq!(Instant::from_millis(i64::MAX).to_string(), "9999-12-31T23:59:59.999Z");
        assert_eq!(Instant::from_millis(i64::MIN).to_string(), "0000-01-01T00:00:00Z");
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "2026-12-05",
            "2026-12-05T09:00:00",
            "2026-12-05T09:00Z",
            "2026-12-05T24:00:00Z",
            "2026-06-31T09:00:00Z",
            "2026-6-3T09:00:00Z",
            "2026-12-05T09:00:00+09:00",
            "2026-12-05T09:00:00.5Z",
            "2026-12-05T09:00:00.000Z",
            "-2026-12-05T09:00:00Z",
            "99999-12-05T09:00:00Z",
        ] {
            assert!(text.parse::<Instant>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_instant_is_the_one_that_the_library_knows(millis in Instant::RANGE[0]..=Instant::RANGE[1]) {
            let instant = Instant::from_millis(millis);
            let known = jiff::Timestamp::from_millisecond(millis).unwrap();
            prop_assert_eq!(instant.to_string().parse::<jiff::Timestamp>().unwrap(), known);
            prop_assert_eq!(instant.to_string().parse(), Ok(instant));
            let day = known.to_zoned(jiff::tz::TimeZone::UTC).date();
            prop_assert_eq!(Date::from(instant), day);
        }
    }
}
