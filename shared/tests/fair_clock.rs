//! The laws of the fair clock over random audiences, and what it says of some real ones.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use shared::events::fair_clock::{Comfort, CountryHours, Plan, comfort, plan};

const SLOTS: usize = 48;

/// Members whose clock is so many minutes ahead of UTC, on a day of half hours that begins at midnight UTC.
fn country(members: u32, offset: i32) -> CountryHours {
    let clock = |slot: i32| u32::try_from((slot * 30 + offset).rem_euclid(24 * 60)).unwrap();
    CountryHours {
        country: "JP".parse().unwrap(),
        members,
        zone: String::new(),
        clock: (0..48).map(clock).collect(),
    }
}

fn judged(audience: &[(u32, i32)], minutes: u32) -> (Vec<CountryHours>, Plan) {
    let audience: Vec<_> = audience
        .iter()
        .map(|(members, offset)| country(*members, *offset))
        .collect();
    let plan = plan(&audience, SLOTS, minutes);
    (audience, plan)
}

/// Offsets as there are: from -12 to +14 hours in steps of a quarter.
fn offsets() -> impl Strategy<Value = i32> {
    (-48_i32..=56).prop_map(|quarters| quarters * 15)
}

fn audiences() -> impl Strategy<Value = Vec<(u32, i32)>> {
    proptest::collection::vec(((1_u32..400).prop_map(|fives| fives * 5), offsets()), 1..12)
}

fn lengths() -> impl Strategy<Value = u32> {
    1_u32..=600
}

proptest! {
    #[test]
    fn whoever_has_one_clock_meets_in_the_day(offset in offsets(), members in 1_u32..1000, minutes in 1_u32..=480) {
        let (audience, plan) = judged(&[(members, offset)], minutes);
        prop_assert_eq!(audience[0].comfort(plan.best.unwrap(), minutes), Comfort::Day);
        prop_assert!(plan.relay.is_none());
        prop_assert_eq!(plan.slots[plan.best.unwrap()].score(), 100);
    }

    #[test]
    fn more_members_never_make_their_own_night_more_likely(
        audience in audiences(), more in 1_u32..5000, place in 0_usize..12, minutes in lengths(),
    ) {
        let place = place % audience.len();
        let mut larger = audience.clone();
        larger[place].0 += more;
        let ((before, old), (after, new)) = (judged(&audience, minutes), judged(&larger, minutes));
        let fell = before[place].comfort(old.best.unwrap(), minutes);
        let falls = after[place].comfort(new.best.unwrap(), minutes);
        prop_assert!(falls <= fell, "{fell:?} became {falls:?}");
    }

    #[test]
    fn shifting_all_clocks_shifts_the_answer(audience in audiences(), by in 0_usize..48, minutes in lengths()) {
        let offset = i32::try_from(by).unwrap() * 30;
        let shifted: Vec<_> = audience.iter().map(|(members, zone)| (*members, zone + offset)).collect();
        let ((_, here), (_, there)) = (judged(&audience, minutes), judged(&shifted, minutes));
        for slot in 0..SLOTS {
            prop_assert_eq!(there.slots[slot], here.slots[(slot + by) % SLOTS]);
        }
        let score = |plan: &Plan| plan.slots[plan.best.unwrap()].score();
        prop_assert_eq!(score(&here), score(&there));
        let nights = |plan: &Plan| plan.relay.map(|(.., both)| both);
        prop_assert_eq!(nights(&here), nights(&there));
    }

    #[test]
    fn the_order_of_countries_does_not_matter(audience in audiences(), minutes in lengths()) {
        let mut reversed = audience.clone();
        reversed.reverse();
        prop_assert_eq!(judged(&audience, minutes).1, judged(&reversed, minutes).1);
    }

    #[test]
    fn nothing_is_fairer_than_the_fairest_and_everybody_is_counted_once(audience in audiences(), minutes in lengths()) {
        let (_, plan) = judged(&audience, minutes);
        let members: u32 = audience.iter().map(|(members, _)| members).sum();
        let points = |slot: usize| plan.slots[slot].edge + 5 * plan.slots[slot].night;
        for slot in 0..SLOTS {
            let tally = plan.slots[slot];
            prop_assert_eq!(tally.day + tally.edge + tally.night, members);
            prop_assert!(points(plan.best.unwrap()) <= points(slot));
        }
    }

    #[test]
    fn a_relay_is_proposed_when_one_in_ten_would_lose_the_night_and_saves_some(
        audience in audiences(), minutes in lengths(),
    ) {
        let (countries, plan) = judged(&audience, minutes);
        let members: u32 = audience.iter().map(|(members, _)| members).sum();
        let night = plan.slots[plan.best.unwrap()].night;
        if let Some((first, second, both)) = plan.relay {
            prop_assert!(night * 10 > members && both.night < night);
            let apart = second - first;
            prop_assert!((16..=32).contains(&apart) && apart * 30 >= minutes as usize);
            let lost = countries.iter().filter(|country| {
                [first, second].iter().all(|slot| country.comfort(*slot, minutes) == Comfort::Night)
            });
            prop_assert_eq!(lost.map(|country| country.members).sum::<u32>(), both.night);
        } else {
            // Nobody needs one, or no pair would cost fewer nights.
            prop_assert!(night * 10 <= members || no_pair_is_better(&countries, night, minutes));
        }
    }
}

fn no_pair_is_better(countries: &[CountryHours], night: u32, minutes: u32) -> bool {
    // The pair that is taken costs the fewest points, and may cost no fewer nights although another one would; but
    // points are mostly nights, so that then no pair costs less than four fifths of them.
    let apart = 16.max(minutes.div_ceil(30) as usize);
    let pairs = (0..SLOTS).flat_map(|first| (first..SLOTS).map(move |second| (first, second)));
    let lost = |(first, second): (usize, usize)| -> u32 {
        let all = countries.iter().filter(|country| {
            [first, second]
                .iter()
                .all(|slot| country.comfort(*slot, minutes) == Comfort::Night)
        });
        all.map(|country| country.members).sum()
    };
    let members: u32 = countries.iter().map(|country| country.members).sum();
    pairs
        .filter(|(first, second)| second - first >= apart && SLOTS - (second - first) >= apart)
        .all(|pair| 5 * lost(pair) + members >= 5 * night)
}

#[test]
fn the_day_ends_where_it_is_said_to() {
    let of = |hour: u32, minute: u32, minutes: u32| comfort(hour * 60 + minute, minutes);
    for (hour, minute, minutes, falls) in [
        (8, 0, 120, Comfort::Day),
        (7, 45, 60, Comfort::Edge),
        (7, 0, 60, Comfort::Edge),
        (6, 45, 60, Comfort::Night),
        (20, 0, 120, Comfort::Day),
        (20, 15, 120, Comfort::Edge),
        (21, 0, 120, Comfort::Edge),
        (21, 15, 120, Comfort::Night),
        (23, 45, 30, Comfort::Night),
        (0, 0, 30, Comfort::Night),
        (9, 0, 3 * 24 * 60, Comfort::Day),
    ] {
        assert_eq!(of(hour, minute, minutes), falls, "{hour}:{minute} for {minutes}");
    }
}

#[test]
fn an_evening_of_japan_is_a_morning_of_brazil_and_with_mexico_it_takes_two_sessions() {
    let (_, plan) = judged(&[(8000, 330), (400, 540)], 120);
    // India decides, and Japan is never far: 14:00 to 16:00 in India.
    assert_eq!((plan.best, plan.relay), (Some(17), None));
    let (_, plan) = judged(&[(500, 330), (500, 540), (500, -180)], 120);
    assert_eq!((plan.slots[22].score(), plan.best, plan.relay), (100, Some(22), None));
    let (countries, plan) = judged(&[(500, 330), (500, 540), (500, -180), (500, -360)], 120);
    assert!(plan.slots[plan.best.unwrap()].night > 0, "somebody sleeps");
    let (first, second, both) = plan.relay.unwrap();
    assert_eq!((both.day, both.edge, both.night), (2000, 0, 0));
    for country in &countries {
        let falls = [first, second].map(|slot| country.comfort(slot, 120));
        assert!(falls.contains(&Comfort::Day), "{falls:?}");
    }
}

#[test]
fn nobody_has_no_fairest_time() {
    let (_, plan) = judged(&[], 60);
    assert_eq!((plan.best, plan.relay, plan.slots.len()), (None, None, SLOTS));
}
