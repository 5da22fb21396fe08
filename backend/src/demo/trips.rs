//! The exchanges: for each quota its groups, with dates inside the fiscal year, a theme, a host and a sender.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use shared::codes::{Field, Programme};
use uuid::Uuid;

use super::places::{Places, sending_kinds};
use super::quotas::Quota;
use super::tables::{THEMES, rows};

/// Receiving organisations in Japan, and sending ones, among 42,652 people (seed 002).
const HOSTS: u32 = 402;
const SENDERS: u32 = 2_002;

/// A fictional organisation.
#[derive(Clone, Debug)]
pub(super) struct Organisation {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) native_name: Option<String>,
    pub(super) country: &'static str,
}

/// A fictional exchange.
#[derive(Clone, Debug)]
pub(super) struct Trip {
    pub(super) id: Uuid,
    pub(super) quota: Quota,
    pub(super) people: u32,
    pub(super) field: Field,
    pub(super) theme: &'static str,
    /// Places among the organisations.
    pub(super) host: usize,
    pub(super) sending: usize,
    pub(super) starts_on: Date,
    pub(super) ends_on: Date,
}

/// A UUIDv7 of a day: ordered like the days, with the rest drawn from the seed.
pub(super) fn id_of_day(day: Date, rng: &mut ChaCha8Rng) -> Uuid {
    let midnight = day
        .to_zoned(jiff::tz::TimeZone::UTC)
        .map_or(0, |midnight| midnight.timestamp().as_millisecond());
    let millis = u64::try_from(midnight).unwrap_or(0) + rng.random_range(0..86_400_000);
    uuid::Builder::from_unix_timestamp_millis(millis, &rng.random()).into_uuid()
}

/// The organisations of one country/region that send people of one programme, and the hosts.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    pub(super) all: Vec<Organisation>,
    hosts: Vec<usize>,
    senders: std::collections::BTreeMap<(&'static str, &'static str), Vec<usize>>,
}

impl Organisations {
    fn add(&mut self, country: &'static str, named: (String, Option<String>), rng: &mut ChaCha8Rng) -> usize {
        let id = id_of_day(date(2014, 4, 1), rng);
        self.all.push(Organisation {
            id,
            name: named.0,
            native_name: named.1,
            country,
        });
        self.all.len() - 1
    }

    /// A host: one of as many as the programme has for its size.
    fn host(&mut self, places: &Places, members: u32, rng: &mut ChaCha8Rng) -> usize {
        let wanted = (u64::from(members) * u64::from(HOSTS) / 42_652).clamp(3, u64::from(HOSTS)) as usize;
        if self.hosts.len() < wanted && (self.hosts.is_empty() || rng.random_ratio(1, 3)) {
            let named = places.organisation("JP", &["university", "institute", "college", "company"], rng);
            let host = self.add("JP", named, rng);
            self.hosts.push(host);
            return host;
        }
        self.hosts[rng.random_range(0..self.hosts.len())]
    }

    /// A sender: new ones until the country/region has its share of all.
    fn sender(&mut self, places: &Places, quota: &Quota, rng: &mut ChaCha8Rng) -> usize {
        let kinds = sending_kinds(quota.programme);
        let weight = places
            .countries
            .iter()
            .find(|country| country.code == quota.country)
            .map_or(1, |country| country.weight);
        let wanted = (weight * SENDERS / 42_652).clamp(1, 600) as usize;
        let known = self
            .senders
            .entry((quota.country, kinds.first().copied().unwrap_or_default()))
            .or_default();
        if known.len() < wanted && (known.is_empty() || rng.random_ratio(2, 3)) {
            let named = places.organisation(quota.country, kinds, rng);
            let same = known
                .iter()
                .copied()
                .find(|place| self.all.get(*place).is_some_and(|known| known.name == named.0));
            if let Some(place) = same {
                return place;
            }
            let sender = self.add(quota.country, named, rng);
            let list = self
                .senders
                .entry((quota.country, kinds.first().copied().unwrap_or_default()))
                .or_default();
            list.push(sender);
            return sender;
        }
        known[rng.random_range(0..known.len())]
    }

    /// Somewhere in a country/region where people work, if any is known.
    pub(super) fn somewhere(&self, country: &str, rng: &mut ChaCha8Rng) -> Option<&Organisation> {
        let lists: Vec<&Vec<usize>> = self
            .senders
            .iter()
            .filter(|((code, _), _)| *code == country)
            .map(|(_, list)| list)
            .collect();
        if country == "JP" && !self.hosts.is_empty() {
            return self.all.get(self.hosts[rng.random_range(0..self.hosts.len())]);
        }
        let list = lists.get(rng.random_range(0..lists.len().max(1)))?;
        self.all.get(list[rng.random_range(0..list.len())])
    }
}

/// Days a group stays (source: the programme's brochure, seed 002).
fn stay(programme: Programme, rng: &mut ChaCha8Rng) -> i64 {
    match programme {
        Programme::OpenA | Programme::HighSchool | Programme::Supporters => rng.random_range(6..=7),
        Programme::OpenB => rng.random_range(10..=21),
        Programme::OpenC => rng.random_range(8..=10),
        Programme::OpenD | Programme::NexusYoungTalents | Programme::NexusLeadership => rng.random_range(20..=90),
        Programme::Lotus => rng.random_range(180..=360),
    }
}

/// The groups of one quota.
pub(super) fn trips(
    places: &Places,
    organisations: &mut Organisations,
    quota: Quota,
    members: u32,
    rng: &mut ChaCha8Rng,
) -> Vec<Trip> {
    let themes: Vec<[&'static str; 2]> = rows(THEMES).collect();
    let (base, more) = (quota.people / quota.groups, quota.people % quota.groups);
    (0..quota.groups)
        .map(|group| {
            let [field, theme] = themes[rng.random_range(0..themes.len())];
            let first = date(quota.fiscal_year.cast_signed(), 4, 1);
            let into: Span = rng.random_range(20_i64..340).days();
            let starts_on = first.saturating_add(into);
            let days: Span = (stay(quota.programme, rng) - 1).days();
            Trip {
                id: id_of_day(starts_on, rng),
                quota,
                people: base + u32::from(group < more),
                field: field.parse().unwrap_or(Field::Materials),
                theme,
                host: organisations.host(places, members, rng),
                sending: organisations.sender(places, &quota, rng),
                starts_on,
                ends_on: starts_on.saturating_add(days),
            }
        })
        .collect()
}
