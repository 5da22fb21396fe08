//! The rule of the fair clock as pure functions.

use super::CountryHours;

/// The day of a member: from 8 to 22 o'clock, in minutes after midnight.
const DAY: [u32; 2] = [8 * 60, 22 * 60];
/// Early or late: from 7 to 23 o'clock.
const EDGE: [u32; 2] = [7 * 60, 23 * 60];
/// Where the middle of an event is liked best.
const AFTERNOON: u32 = 15 * 60;
/// Longer events are counted by their first hours, in minutes.
const LONGEST: u32 = 8 * 60;
/// The least distance of two sessions, in minutes; the most is what it leaves of the day.
const APART: u32 = 8 * 60;
/// Between two slots, in minutes.
const STEP: u32 = 30;
/// Of so many members, one may lose the night before a relay is proposed.
const ONE_IN: u32 = 10;

crate::codes::codes! {
    /// How an event falls for somebody.
    Comfort in "comfort" {
        /// All of it is in their day.
        Day = "day",
        /// A little early or late.
        Edge = "edge",
        /// It costs their night.
        Night = "night",
    }
}

impl Comfort {
    /// What it counts for each member.
    const fn points(self) -> u64 {
        match self {
            Self::Day => 0,
            Self::Edge => 1,
            Self::Night => 5,
        }
    }
}

/// How an event falls where the clock shows so many minutes after midnight when it begins.
pub fn comfort(clock: u32, minutes: u32) -> Comfort {
    let end = clock + minutes.min(LONGEST);
    let is_within = |[from, to]: [u32; 2]| from <= clock && end <= to;
    if is_within(DAY) {
        Comfort::Day
    } else if is_within(EDGE) {
        Comfort::Edge
    } else {
        Comfort::Night
    }
}

/// Members by how an event falls for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In their day.
    pub day: u32,
    /// Early or late.
    pub edge: u32,
    /// In their night.
    pub night: u32,
}

impl Tally {
    fn add(&mut self, comfort: Comfort, members: u32) {
        let place = match comfort {
            Comfort::Day => &mut self.day,
            Comfort::Edge => &mut self.edge,
            Comfort::Night => &mut self.night,
        };
        *place = place.saturating_add(members);
    }

    fn all(self) -> u32 {
        self.day.saturating_add(self.edge).saturating_add(self.night)
    }

    /// From 0, where it is everybody's night, to 100, where it is everybody's day; 100 where nobody is counted.
    pub fn score(self) -> u32 {
        let most = u64::from(self.all()) * Comfort::Night.points();
        let lost = u64::from(self.edge) * Comfort::Edge.points() + u64::from(self.night) * Comfort::Night.points();
        // What is not everybody's day is never called so, however few it costs.
        let lost = (100 * lost).div_ceil(most.max(1));
        100 - u32::try_from(lost).unwrap_or(100)
    }

    /// Whether it costs more than one night in ten.
    fn costs_too_many(self) -> bool {
        u64::from(self.night) * u64::from(ONE_IN) > u64::from(self.all())
    }
}

/// What a beginning or a pair of them costs: points, then how far from the afternoon it is, in minutes.
type Cost = (u64, u64);

/// What the rule says of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Each slot.
    pub slots: Vec<Tally>,
    /// The fairest one.
    pub best: Option<usize>,
    /// Two sessions with what they cost together, where one costs too many nights.
    pub relay: Option<(usize, usize, Tally)>,
}

/// Judges the slots of a day, each half an hour after the one before, for an event of so many minutes.
pub fn plan(audience: &[CountryHours], slots: usize, minutes: u32) -> Plan {
    let tallies: Vec<Tally> = (0..slots).map(|slot| tally(audience, &[slot], minutes)).collect();
    let fairest = (0..slots).min_by_key(|slot| cost(audience, &[*slot], minutes));
    let best = fairest.filter(|_| audience.iter().any(|country| country.members > 0));
    let single = best.and_then(|slot| tallies.get(slot)).copied().unwrap_or_default();
    let relay = if single.costs_too_many() {
        relay(audience, slots, minutes).filter(|(.., both)| both.night < single.night)
    } else {
        None
    };
    Plan {
        slots: tallies,
        best,
        relay,
    }
}

/// The fairest pair.
fn relay(audience: &[CountryHours], slots: usize, minutes: u32) -> Option<(usize, usize, Tally)> {
    let apart = APART.max(minutes).div_ceil(STEP);
    let apart = usize::try_from(apart).unwrap_or(usize::MAX);
    let is_apart = |&(first, second): &(usize, usize)| second - first >= apart && slots - (second - first) >= apart;
    let pairs = (0..slots).flat_map(|first| (first..slots).map(move |second| (first, second)));
    let (first, second) = pairs
        .filter(is_apart)
        .min_by_key(|(first, second)| cost(audience, &[*first, *second], minutes))?;
    Some((first, second, tally(audience, &[first, second], minutes)))
}

fn tally(audience: &[CountryHours], slots: &[usize], minutes: u32) -> Tally {
    let mut tally = Tally::default();
    for country in audience {
        let falls = slots.iter().map(|slot| country.comfort(*slot, minutes));
        tally.add(falls.min().unwrap_or(Comfort::Night), country.members);
    }
    tally
}

/// The sum over all members of what the session that suits them better costs them. As it is a sum, more members of a
/// country/region can only lead to what costs that country/region less.
fn cost(audience: &[CountryHours], slots: &[usize], minutes: u32) -> Cost {
    let each = audience.iter().map(|country| {
        let costs = slots.iter().filter_map(|slot| {
            let clock = *country.clock.get(*slot)?;
            Some((comfort(clock, minutes).points(), from_afternoon(clock, minutes)))
        });
        let (points, distance) = costs.min().unwrap_or((Comfort::Night.points(), 0));
        let members = u64::from(country.members);
        (members * points, members * distance)
    });
    each.fold((0, 0), |(points, distance), (more, further)| {
        (points + more, distance + further)
    })
}

/// How far the middle of an event is from the afternoon, around the clock.
fn from_afternoon(clock: u32, minutes: u32) -> u64 {
    const ROUND: u32 = 24 * 60;
    let middle = (clock + minutes.min(LONGEST) / 2) % ROUND;
    let distance = middle.abs_diff(AFTERNOON);
    distance.min(ROUND - distance).into()
}
