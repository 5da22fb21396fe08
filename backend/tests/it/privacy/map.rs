//! Numbers on the map against the slow reference: rounded counts of whom the viewer may see, and of nobody else.

use backend::features::directory::Directory;
use backend::features::directory::reference::Reference;
use proptest::prelude::{TestCaseError, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use shared::directory::MemberFilter;
use shared::fields::CountryCode;
use shared::ids::MemberId;
use shared::map::{FEWEST_SHOWN, MapMembers, ROUNDED_TO};

use super::people::{crowd, filter, member, viewer};

/// The home countries/regions of random people.
const HOMES: [&str; 3] = ["CN", "JP", "VN"];

fn shown(directory: &Directory, viewer: Option<MemberId>, filter: &MemberFilter) -> MapMembers {
    serde_json::from_slice(&directory.members_by_country(viewer, filter.clone())).unwrap()
}

/// How many there are in a country/region, counted slowly.
fn exact(people: &Reference, viewer: Option<MemberId>, filter: &MemberFilter, home: CountryCode) -> u32 {
    if !filter.country.is_empty() && !filter.country.contains(&home) {
        return 0;
    }
    let of_home = MemberFilter {
        country: vec![home],
        ..filter.clone()
    };
    people.list(viewer, &of_home).total
}

/// Whether a number may be shown for a count.
fn is_rounded(shown: Option<u32>, exact: u32) -> bool {
    let lower = exact / ROUNDED_TO * ROUNDED_TO;
    match shown {
        None => exact < FEWEST_SHOWN,
        Some(shown) if exact == lower => exact >= FEWEST_SHOWN && shown == exact,
        Some(shown) => exact >= FEWEST_SHOWN && (shown == lower || shown == lower + ROUNDED_TO),
    }
}

/// Whether every number is a rounded count of whom the viewer may see.
fn is_right(directory: &Directory, people: &Reference, viewer: Option<MemberId>, filter: &MemberFilter) -> bool {
    let members = shown(directory, viewer, filter);
    let homes = HOMES.map(|home| -> CountryCode { home.parse().unwrap() });
    let of = |home: CountryCode| members.countries.iter().find(|country| country.country == home);
    let is_known = members.countries.iter().all(|country| homes.contains(&country.country));
    let each = |home: CountryCode| {
        is_rounded(
            of(home).map(|country| country.members),
            exact(people, viewer, filter, home),
        )
    };
    is_known && homes.into_iter().all(each)
}

proptest! {
    #![proptest_config(Config::with_cases(60))]

    #[test]
    fn numbers_on_the_map_are_rounded_counts_of_whom_the_viewer_may_see(
        mut people in crowd(), edit in member(3), newcomer in member(14), viewer in viewer(), filter in filter(),
    ) {
        let directory = Directory::of(&people);
        prop_assert!(is_right(&directory, &people, viewer, &filter), "{:?} {:?}", viewer, filter);
        let known = people.members.iter_mut().find(|member| member.id == edit.id).unwrap();
        let mut edit = edit;
        edit.country = known.country;
        edit.trips.clone_from(&known.trips);
        known.clone_from(&edit);
        people.members.push(newcomer.clone());
        directory.put(&edit);
        directory.put(&newcomer);
        check(&directory, &people, viewer, &filter)?;
    }
}

/// The numbers are right, their order and sum too, and each is the same when it is asked for alone.
fn check(
    directory: &Directory,
    people: &Reference,
    viewer: Option<MemberId>,
    filter: &MemberFilter,
) -> Result<(), TestCaseError> {
    prop_assert!(is_right(directory, people, viewer, filter), "{:?} {:?}", viewer, filter);
    let members = shown(directory, viewer, filter);
    prop_assert!(members.countries.is_sorted_by_key(|country| country.country));
    prop_assert_eq!(
        members.sum,
        members.countries.iter().map(|country| country.members).sum::<u32>()
    );
    for country in members.countries {
        let alone = MemberFilter {
            country: vec![country.country],
            ..filter.clone()
        };
        prop_assert_eq!(shown(directory, viewer, &alone).countries, vec![country]);
    }
    Ok(())
}

/// The control: with the guard off, the check above must notice.
#[test]
fn without_the_guard_hidden_members_are_noticed_on_the_map() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..10 {
        let people = crowd().new_tree(&mut runner).unwrap().current();
        let (guarded, open) = (Directory::of(&people), Directory::of(&people.unguarded()));
        assert!(is_right(&guarded, &people, None, &MemberFilter::default()));
        assert!(!is_right(&open, &people, None, &MemberFilter::default()));
    }
}
