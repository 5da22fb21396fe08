//! When something of the past was: a day, or only its month where the day was not found.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::codes::UnknownCode;

/// A day such as `2019-02-21`, or a month such as `2021-07` where the day was not found. In order, a month stands
/// before its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub struct PastDate {
    first: Date,
    is_day_known: bool,
}

impl PastDate {
    /// The year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The month, the first being 1.
    pub fn month(self) -> i8 {
        self.first.month()
    }

    /// The day of the month, where it was found.
    pub fn day(self) -> Option<i8> {
        self.is_day_known.then(|| self.first.day())
    }

    /// The first day that it can have been: the day itself where it was found.
    pub fn first_day(self) -> Date {
        self.first
    }
}

impl FromStr for PastDate {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let year = year.and_then(|year| year.parse().ok()).ok_or(UnknownCode)?;
        let month = month.and_then(|month| month.parse().ok()).ok_or(UnknownCode)?;
        let first = day.map_or(Ok(1), str::parse).map_err(|_| UnknownCode)?;
        let date = Self {
            first: Date::new(year, month, first).map_err(|_| UnknownCode)?,
            is_day_known: day.is_some(),
        };
        // One date has one text: no sign, no missing zero.
        if date.to_string() == text {
            Ok(date)
        } else {
            Err(UnknownCode)
        }
    }
}

impl fmt::Display for PastDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())?;
        match self.day() {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

impl Serialize for PastDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PastDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PastDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_and_months_keep_their_text() {
        for text in ["2016-03-19", "2024-02-29", "2021-07", "0007-12-01"] {
            assert_eq!(date(text).to_string(), text);
        }
        let day = date("2016-03-19");
        assert_eq!((day.year(), day.month(), day.day()), (2016, 3, Some(19)));
        let month = date("2021-07");
        assert_eq!((month.year(), month.month(), month.day()), (2021, 7, None));
        assert_eq!(month.first_day(), date("2021-07-01").first_day());
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2021",
            "2021-",
            "2021-13",
            "2021-00",
            "2021-7",
            "21-07",
            "+2021-07",
            "-2021-07",
            "2021-07-",
            "2021-07-00",
            "2021-07-32",
            "2021-02-29",
            "2021-7-1",
            "2021-07-01-01",
            "2021-07-01T00:00",
            " 2021-07",
            "2021/07",
        ] {
            assert!(text.parse::<PastDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_month_stands_before_its_days_and_after_the_month_before() {
        let dates = ["2020-11-27", "2021-07", "2021-07-01", "2021-07-31", "2022-04-16"].map(date);
        assert!(dates.is_sorted());
    }
}
