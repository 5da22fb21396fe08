//! The fair clock's numbers: whom an event is for by country/region, and what the clocks show there on its day. What
//! follows from them is `shared::events::fair_clock`'s to say.

use std::cmp::Reverse;

use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};
use shared::directory::MemberFilter;
use shared::events::fair_clock::{CountryHours, Relay, SlotScore, plan};
use shared::events::{EventReach, FairClock, FairClockFilter, GetFairClock, LocalTime, Which};
use shared::fields::CountryCode;
use shared::ids::MemberId;
use shared::instant::Instant;
use shared::map::{CountryMembers, MapMembers};
use shared::words::Text;

use crate::app::App;
use crate::error::{AppError, Result};
use crate::http::Call;

/// One zone for each country/region: the only one of the tz database's `zone.tab` (public domain), or that of the
/// capital where there are several. Where nobody lives it is UTC.
const ZONES: &str = include_str!("../../../data/country_zones.csv");
/// Between two slots.
const STEP: SignedDuration = SignedDuration::from_mins(30);

/// When members are awake on a day.
pub(super) async fn get_fair_clock(app: App, call: Call<GetFairClock>) -> Result<FairClock> {
    let members = members(&app, call.actor.member_id, &call.input)?;
    fair_clock(&members, &call.input)
}

/// Whom the event is for, as far as they may be counted.
fn members(app: &App, viewer: MemberId, filter: &FairClockFilter) -> Result<Vec<CountryMembers>> {
    let is_chosen = filter.reach == EventReach::Chosen;
    let chosen = MemberFilter {
        country: if is_chosen {
            filter.countries.clone()
        } else {
            Vec::new()
        },
        fiscal_year: if is_chosen { filter.years.clone() } else { Vec::new() },
        ..MemberFilter::default()
    };
    let json = app.directory.members_by_country(Some(viewer), chosen);
    let members: MapMembers = serde_json::from_slice(&json).map_err(anyhow::Error::from)?;
    Ok(members.countries)
}

fn fair_clock(members: &[CountryMembers], filter: &FairClockFilter) -> Result<FairClock> {
    let slots = slots(filter)?;
    let hours = |count: &CountryMembers| hours(*count, &slots);
    let mut audience: Vec<CountryHours> = members.iter().filter_map(hours).collect();
    audience.sort_by_key(|country| (Reverse(country.members), country.country));
    let plan = plan(&audience, slots.len(), filter.minutes);
    let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let score = |(moment, tally): (&Zoned, &shared::events::fair_clock::Tally)| SlotScore {
        at: Instant::from_millis(moment.timestamp().as_millisecond()),
        local: local(moment),
        day: tally.day,
        edge: tally.edge,
        night: tally.night,
        score: tally.score(),
    };
    Ok(FairClock {
        slots: slots.iter().zip(&plan.slots).map(score).collect(),
        best: plan.best.map(number),
        relay: plan.relay.map(|(first, second, both)| Relay {
            first: number(first),
            second: number(second),
            day: both.day,
            edge: both.edge,
            night: both.night,
        }),
        audience,
    })
}

/// Every half hour of the day; there are 46 or 50 where clocks are put forward or back by an hour.
fn slots(filter: &FairClockFilter) -> Result<Vec<Zoned>> {
    let unknown = |field: &str| AppError::invalid_field(field, Text::new("invalid.unknown_value"));
    let zone = TimeZone::get(&filter.zone).map_err(|_| unknown("zone"))?;
    let day = filter.day().ok_or_else(|| unknown("date"))?;
    let start = |date: jiff::civil::Date| date.to_zoned(zone.clone()).map_err(|_| unknown("date"));
    let (first, next) = (start(day)?, start(day.tomorrow().map_err(|_| unknown("date"))?)?);
    let mut slots = Vec::new();
    let mut moment = first.timestamp();
    // A day that a zone left out, as Samoa did, has none.
    while moment < next.timestamp() {
        slots.push(moment.to_zoned(zone.clone()));
        moment = moment.checked_add(STEP).map_err(anyhow::Error::from)?;
    }
    Ok(slots)
}

/// What the clock shows, and which of two moments it is where it shows this twice.
fn local(moment: &Zoned) -> LocalTime {
    let shown = moment.datetime();
    let which = match moment.time_zone().to_ambiguous_timestamp(shown).offset() {
        AmbiguousOffset::Fold { before, .. } if before == moment.offset() => Some(Which::Earlier),
        AmbiguousOffset::Fold { .. } => Some(Which::Later),
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Gap { .. } => None,
    };
    LocalTime {
        at: shown.strftime("%Y-%m-%dT%H:%M").to_string(),
        which,
    }
}

/// The clock of a country/region at each slot.
fn hours(count: CountryMembers, slots: &[Zoned]) -> Option<CountryHours> {
    let name = zone_name(count.country)?;
    let zone = TimeZone::get(name).ok()?;
    let minutes = |moment: Timestamp| {
        let time = moment.to_zoned(zone.clone()).time();
        u32::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).unwrap_or_default()
    };
    Some(CountryHours {
        country: count.country,
        members: count.members,
        zone: name.into(),
        clock: slots.iter().map(|moment| minutes(moment.timestamp())).collect(),
    })
}

/// The zone that stands for a country/region.
fn zone_name(country: CountryCode) -> Option<&'static str> {
    ZONES
        .lines()
        .find_map(|row| row.strip_prefix(country.code())?.strip_prefix(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(date: &str, zone: &str) -> FairClockFilter {
        FairClockFilter {
            date: date.into(),
            zone: zone.into(),
            ..FairClockFilter::default()
        }
    }

    fn shown(date: &str, zone: &str) -> Vec<LocalTime> {
        let clock = fair_clock(&[], &filter(date, zone)).unwrap();
        clock.slots.into_iter().map(|slot| slot.local).collect()
    }

    #[test]
    fn every_country_has_a_zone_that_the_library_knows() {
        let countries = (0..).map_while(CountryCode::from_index);
        for country in countries {
            let name = zone_name(country).unwrap_or_default();
            assert!(TimeZone::get(name).is_ok(), "{country}: {name}");
        }
        assert_eq!(ZONES.lines().count(), 250);
    }

    #[test]
    fn a_day_has_as_many_half_hours_as_it_has() {
        assert_eq!(shown("2026-12-05", "Asia/Kathmandu").len(), 48);
        assert_eq!(shown("2026-03-08", "America/New_York").len(), 46);
        let back = shown("2026-11-01", "America/New_York");
        assert_eq!(back.len(), 50);
        let half_past_one = back.iter().filter(|local| local.at == "2026-11-01T01:30");
        let which: Vec<_> = half_past_one.map(|local| local.which).collect();
        assert_eq!(which, [Some(Which::Earlier), Some(Which::Later)]);
        // The day that Samoa left out when it crossed the date line.
        assert!(shown("2011-12-30", "Pacific/Apia").len() <= 48);
    }

    #[test]
    fn clocks_are_those_of_the_day() {
        let count = |code: &str, members| CountryMembers {
            country: code.parse().unwrap(),
            members,
        };
        let members = [count("IN", 100), count("NP", 5), count("DE", 20)];
        let clock = fair_clock(&members, &filter("2026-12-05", "Asia/Tokyo")).unwrap();
        let first: Vec<_> = clock
            .audience
            .iter()
            .map(|hours| (hours.country.code(), hours.clock[0]))
            .collect();
        // Midnight in Tokyo is 20:30 in India, 16:00 in Germany and 20:45 in Nepal.
        assert_eq!(first, [("IN", 1230), ("DE", 960), ("NP", 1245)]);
        let summer = fair_clock(&members, &filter("2026-07-05", "Asia/Tokyo")).unwrap();
        assert_eq!(summer.audience[1].clock[0], 1020);
    }

    #[test]
    fn what_is_no_zone_is_said_at_its_field() {
        let error = fair_clock(&[], &filter("2026-12-05", "Asia/Nowhere")).unwrap_err();
        let AppError::Problem { fields, .. } = error else {
            panic!("{error}")
        };
        assert!(fields.contains_key("zone"));
    }
}
