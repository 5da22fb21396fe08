//! Values that are parsed once and then trusted.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::UnknownCode;

/// ISO 3166-1 alpha-2 codes of all countries/regions, sorted (source: CLDR 48, `backend/data/countries.csv`).
pub const COUNTRIES: [&str; 249] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB", "BD",
    "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA",
    "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE",
    "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA",
    "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK",
    "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP",
    "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT",
    "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS",
    "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ",
    "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS",
    "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST",
    "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW",
    "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA",
    "ZM", "ZW",
];

/// A country/region by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct CountryCode(u8);

impl CountryCode {
    /// The two letters.
    pub fn code(self) -> &'static str {
        COUNTRIES.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The place in [`COUNTRIES`], 0 to 248.
    pub fn index(self) -> usize {
        self.0.into()
    }

    /// The country/region at a place in [`COUNTRIES`].
    pub fn from_index(index: usize) -> Option<Self> {
        (index < COUNTRIES.len())
            .then(|| u8::try_from(index).ok().map(Self))
            .flatten()
    }
}

impl FromStr for CountryCode {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        let place = COUNTRIES.binary_search(&code).map_err(|_| UnknownCode)?;
        u8::try_from(place).map(Self).map_err(|_| UnknownCode)
    }
}

impl TryFrom<String> for CountryCode {
    type Error = UnknownCode;

    fn try_from(code: String) -> Result<Self, UnknownCode> {
        code.parse()
    }
}

impl From<CountryCode> for String {
    fn from(country: CountryCode) -> Self {
        country.code().into()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A Japanese fiscal year (April to March) in which an exchange can have taken place; the cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[schemars(with = "u16")]
pub struct FiscalYear(u16);

impl FiscalYear {
    /// The programme's first year (source: the programme's brochure, seed 002).
    pub const FIRST: Self = Self(2014);
    /// As far as a year is taken for a year.
    pub const LAST: Self = Self(2099);

    /// The year's number.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The year after it, as far as there is one.
    pub const fn next(self) -> Option<Self> {
        if self.0 < Self::LAST.0 {
            Some(Self(self.0 + 1))
        } else {
            None
        }
    }
}

impl TryFrom<u16> for FiscalYear {
    type Error = UnknownCode;

    fn try_from(year: u16) -> Result<Self, UnknownCode> {
        if (Self::FIRST.0..=Self::LAST.0).contains(&year) {
            Ok(Self(year))
        } else {
            Err(UnknownCode)
        }
    }
}

impl FromStr for FiscalYear {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        text.parse::<u16>().map_err(|_| UnknownCode)?.try_into()
    }
}

// Written by hand because a year is a number in JSON and text in a query string.
impl<'de> Deserialize<'de> for FiscalYear {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u16::deserialize(deserializer)?
            .try_into()
            .map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whether a tag looks like BCP 47: a language of two or three letters, perhaps with a script or region.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && tag.len() <= 12
        && parts.all(|part| (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Days as ISO text. By hand, because the library's own printer and parser for every kind of time weigh more than
/// all the rest of this crate in the page.
pub mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Writes `2018-06-04`.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()))
    }

    /// Reads `2018-06-04`.
    ///
    /// # Errors
    /// When the text is no day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
            (year.map(str::parse), month.map(str::parse), day.map(str::parse))
        else {
            return Err(D::Error::custom("not a day"));
        };
        Date::new(year, month, day).map_err(|_| D::Error::custom("not a day"))
    }
}
