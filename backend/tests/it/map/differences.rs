//! An attacker who asks for a whole and for its parts, to have the rest by subtraction.

use std::collections::{BTreeMap, BTreeSet};

use backend::features::directory::Directory;
use backend::features::directory::record::{Exchanges, MemberRecord, Organisation, Trip};
use backend::features::directory::reference::Reference;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use shared::codes::{Audience, Programme};
use shared::directory::{Audiences, MemberFilter, MemberPage};
use shared::ids::{ExchangeId, MemberId};
use shared::map::MapMembers;
use uuid::Uuid;

const YEARS: [u16; 6] = [2014, 2015, 2016, 2017, 2018, 2019];
/// Clubs of each kind that are looked at.
const CLUBS: usize = 80;

fn trip(year: u16) -> Trip {
    Trip {
        id: ExchangeId(Uuid::from_u128(year.into())),
        fiscal_year: year.try_into().unwrap(),
        programme: Programme::OpenA,
        theme: "Light".into(),
        host: 0,
        sending: 0,
        starts_on: format!("{year}-05-01").parse().unwrap(),
        ends_on: format!("{year}-05-07").parse().unwrap(),
    }
}

fn member(trip: u32, rng: &mut ChaCha8Rng) -> MemberRecord {
    MemberRecord {
        id: MemberId(Uuid::from_u128(rng.random())),
        name: "Asha Rao".into(),
        native_name: None,
        country: "IN".parse().unwrap(),
        affiliation: None,
        lives_in: None,
        fields: Vec::new(),
        languages: Vec::new(),
        open_to: Vec::new(),
        audiences: Audiences::all(Audience::Public),
        is_minor: false,
        trips: vec![trip],
    }
}

/// A club with so many Indians in the first year, in the second and so on.
fn club(sizes: &[usize], rng: &mut ChaCha8Rng) -> Directory {
    let of_year = |(trip, size): (u32, &usize)| (0..*size).map(move |_| trip);
    let trips: Vec<u32> = (0..).zip(sizes).flat_map(of_year).collect();
    let organisation = Organisation {
        name: "Kyoto Institute".into(),
        native_name: None,
    };
    Directory::of(&Reference {
        exchanges: Exchanges {
            trips: YEARS.map(trip).into(),
            organisations: vec![organisation],
        },
        members: trips.into_iter().map(|trip| member(trip, rng)).collect(),
    })
}

fn filter(years: &[u16]) -> MemberFilter {
    MemberFilter {
        fiscal_year: years.iter().map(|year| (*year).try_into().unwrap()).collect(),
        ..MemberFilter::default()
    }
}

/// What the map says of some years.
fn shown(club: &Directory, years: &[u16]) -> u32 {
    let members: MapMembers = serde_json::from_slice(&club.members_by_country(None, filter(years))).unwrap();
    members.sum
}

/// What a map would say that did not round.
fn exact(club: &Directory, years: &[u16]) -> u32 {
    let page: MemberPage = serde_json::from_slice(&club.list(None, filter(years))).unwrap();
    page.total
}

#[test]
fn three_of_twelve_cannot_be_had_by_subtracting_the_nine() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut said = BTreeSet::new();
    for _ in 0..CLUBS {
        let club = club(&[9, 3], &mut rng);
        let (whole, nine, three) = (
            shown(&club, &YEARS),
            shown(&club, &YEARS[..1]),
            shown(&club, &YEARS[1..]),
        );
        assert_eq!(three, 0, "too few to be shown");
        assert!([10, 15].contains(&whole) && [5, 10].contains(&nine));
        assert_ne!(whole - nine, 3);
        said.insert((whole, nine));
        // The control: exact numbers would tell.
        assert_eq!(exact(&club, &YEARS) - exact(&club, &YEARS[..1]), 3);
    }
    assert_eq!(said.len(), 4, "both numbers are rounded to both sides: {said:?}");
}

#[test]
fn what_is_said_fits_other_numbers_of_the_hidden_ones_as_well() {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let mut fitting: BTreeMap<(u32, u32), BTreeSet<usize>> = BTreeMap::new();
    for hidden in 0..5 {
        for _ in 0..CLUBS {
            let club = club(&[9, hidden], &mut rng);
            let said = (shown(&club, &YEARS), shown(&club, &YEARS[..1]));
            fitting.entry(said).or_default().insert(hidden);
        }
    }
    let of_three = fitting.iter().filter(|(_, hidden)| hidden.contains(&3));
    assert!(of_three.clone().all(|(_, hidden)| hidden.len() >= 3), "{fitting:?}");
    assert!(of_three.count() > 0);
}

#[test]
fn asking_again_in_other_words_gives_no_other_draw() {
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    for _ in 0..CLUBS {
        let club = club(&[12, 0], &mut rng);
        let ways = [filter(&[]), filter(&YEARS), filter(&YEARS[..1])];
        let mut more = ways.to_vec();
        more.extend(ways.map(|way| MemberFilter {
            programme: vec![Programme::OpenA, Programme::Lotus],
            country: vec!["IN".parse().unwrap()],
            page: 3,
            ..way
        }));
        let answers: BTreeSet<_> = more.into_iter().map(|way| club.members_by_country(None, way)).collect();
        assert_eq!(answers.len(), 1);
    }
}

/// What no rounding hides, and why nobody is counted whom the viewer may not list: whether five are there is told, and
/// filters combine freely.
#[test]
fn that_five_are_told_from_four_tells_how_many_the_hidden_ones_are() {
    let mut rng = ChaCha8Rng::seed_from_u64(4);
    let (first, ones) = YEARS.split_at(1);
    for hidden in 0..5 {
        let club = club(&[hidden, 1, 1, 1, 1, 1], &mut rng);
        let is_shown = |years: &[u16]| shown(&club, years) > 0;
        assert!(is_shown(ones));
        for left_out in ones {
            let four: Vec<u16> = ones.iter().copied().filter(|year| year != left_out).collect();
            assert!(!is_shown(&four), "so that each of the five is one member");
        }
        let needed = (0..=5)
            .find(|count| is_shown(&[first, &ones[..*count]].concat()))
            .unwrap();
        assert_eq!(5 - needed, hidden);
    }
}
