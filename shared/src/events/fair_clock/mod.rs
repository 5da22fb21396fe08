//! The fair clock: when an event can begin so that it costs the nights of as few members as possible.
//!
//! # The rule in words
//! **Every member counts the same: an hour too early or too late counts once, a night counts five times, and the
//! fairest beginning is the one where that adds up to least.**
//!
//! **Day, edge, night.** An event is in somebody's day when all of it is between 8 and 22 o'clock where they are. It is
//! early or late when all of it is between 7 and 23 o'clock, otherwise it costs their night. Of an event longer than
//! eight hours the first eight count.
//!
//! **Whom it counts.** Those who may know of the event, by home country/region, in the rounded numbers of the map:
//! a country/region with fewer than five members is not counted. Each stands on the clock of one zone.
//!
//! **Ties.** Where several beginnings cost the same, the one whose middle is nearest to everybody's afternoon, 15
//! o'clock, is taken, and of those that are equally near, the first of the day.
//!
//! **Relay.** Where even the fairest beginning costs the night of more than one member in ten, two sessions eight to
//! sixteen hours apart are proposed, if they cost fewer nights: everybody takes part in the one that suits them better,
//! and the pair is taken for which that adds up to least.

mod rule;

pub use rule::{Comfort, Plan, Tally, comfort, plan};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EventReach, LocalTime};
use crate::fields::{CountryCode, FiscalYear};
use crate::instant::Instant;
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

/// The longest event that can be asked about, in minutes.
pub const MAX_MINUTES: u32 = 7 * 24 * 60;

/// For whom, on which day and for how long an event is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct FairClockFilter {
    /// How far the event will be known. Countries/regions and years count for chosen members only.
    pub reach: EventReach,
    /// Home countries/regions of chosen members; all where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<CountryCode>,
    /// Fiscal years of chosen members; all where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<FiscalYear>,
    /// The day in the venue's zone, `2026-12-05`.
    pub date: String,
    /// The venue's IANA zone.
    pub zone: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
}

impl Default for FairClockFilter {
    /// Nothing is known yet: an event of two hours for members.
    fn default() -> Self {
        Self {
            reach: EventReach::Members,
            countries: Vec::new(),
            years: Vec::new(),
            date: String::new(),
            zone: String::new(),
            minutes: 120,
        }
    }
}

impl FairClockFilter {
    /// The day.
    pub fn day(&self) -> Option<Date> {
        let mut parts = self.date.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    }
}

impl Validate for FairClockFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        let year = self.day().map(Date::year);
        // Within the years that an instant can be written in, with a day to spare.
        let is_day = year.is_some_and(|year| (1..=9998).contains(&year));
        checker.check(is_day, "date", || Text::new("invalid.malformed"));
        checker.check((1..=MAX_MINUTES).contains(&self.minutes), "minutes", || {
            Text::new("invalid.between").with("min", 1).with("max", MAX_MINUTES)
        });
        checker.finish()
    }
}

/// One moment at which the event could begin, and what it would cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SlotScore {
    /// The moment.
    pub at: Instant,
    /// The venue's clock, as it is typed into an event.
    pub local: LocalTime,
    /// Members in whose day it is.
    pub day: u32,
    /// Members for whom it is early or late.
    pub edge: u32,
    /// Members whose night it costs.
    pub night: u32,
    /// From 0, where it is everybody's night, to 100, where it is everybody's day.
    pub score: u32,
}

/// Two sessions, by their places in the list of slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Relay {
    /// The earlier one.
    pub first: u32,
    /// The later one.
    pub second: u32,
    /// Members in whose day one of the two is.
    pub day: u32,
    /// Members for whom the better one is early or late.
    pub edge: u32,
    /// Members whose night both cost.
    pub night: u32,
}

/// The members of a country/region and their clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CountryHours {
    /// The country/region.
    pub country: CountryCode,
    /// Members, rounded to a multiple of five.
    pub members: u32,
    /// The zone whose clock stands for all of it.
    pub zone: String,
    /// What that clock shows at each slot, in minutes after midnight.
    pub clock: Vec<u32>,
}

impl CountryHours {
    /// How an event falls here that begins at a slot.
    pub fn comfort(&self, slot: usize, minutes: u32) -> Comfort {
        self.clock
            .get(slot)
            .map_or(Comfort::Night, |clock| comfort(*clock, minutes))
    }
}

/// A day of moments at which an event could begin, and what each would cost whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FairClock {
    /// Every half hour of the day, by the venue's clock.
    pub slots: Vec<SlotScore>,
    /// The fairest one, by its place; absent where nobody is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<u32>,
    /// Two sessions, where one costs too many nights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relay: Option<Relay>,
    /// Who is counted, the most members first.
    pub audience: Vec<CountryHours>,
}
