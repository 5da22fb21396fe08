//! What a viewer may not see is not listed, found, suggested, counted, sortable or in the answer's bytes.
//! The read model is compared with the plain slow reference over random members, settings, viewers and queries.

mod map;
mod people;

use backend::features::directory::Directory;
use backend::features::directory::record::MemberRecord;
use backend::features::directory::reference::Reference;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, proptest};
use proptest::test_runner::{Config, TestCaseError};
use shared::directory::{MemberFilter, MemberPage, PersonalField};
use shared::ids::MemberId;

use self::people::{crowd, filter, member, people, place, viewer};

fn listed(directory: &Directory, viewer: Option<MemberId>, filter: &MemberFilter) -> MemberPage {
    serde_json::from_slice(&directory.list(viewer, filter.clone())).unwrap()
}

/// The words of hidden parts that stand in some bytes.
fn leaks(people: &Reference, viewer: Option<MemberId>, bytes: &[u8]) -> Vec<MemberId> {
    let text = String::from_utf8_lossy(bytes);
    let viewer = people.members.iter().find(|member| Some(member.id) == viewer);
    let is_hidden = |member: &&MemberRecord| {
        !member
            .audience_of(PersonalField::Affiliation)
            .admits(member.relation(viewer))
            && text.contains(member.affiliation.as_deref().unwrap())
    };
    let is_unlisted = |member: &&MemberRecord| {
        !member.listing_audience().admits(member.relation(viewer)) && text.contains(&member.id.to_string())
    };
    people
        .members
        .iter()
        .filter(|member| is_hidden(member) || is_unlisted(member))
        .map(|member| member.id)
        .collect()
}

/// Holds the read model against the reference after some edits: listed, counted, sorted and suggested.
fn compare(
    mut people: Reference,
    edits: Vec<MemberRecord>,
    asked: Vec<(Option<MemberId>, MemberFilter)>,
) -> Result<(), TestCaseError> {
    let directory = Directory::of(&people);
    for mut edit in edits {
        let known = people.members.iter_mut().find(|member| member.id == edit.id).unwrap();
        // Home and trips are the programme's records; a profile edit leaves them alone.
        edit.country = known.country;
        edit.trips.clone_from(&known.trips);
        *known = edit.clone();
        directory.put(&edit);
    }
    for (viewer, filter) in asked {
        let expected = people.list(viewer, &filter);
        prop_assert_eq!(
            listed(&directory, viewer, &filter),
            expected,
            "{:?} {:?}",
            viewer,
            filter
        );
        let suggested = directory.suggest(viewer, &filter.q).items;
        let best = MemberFilter {
            q: filter.q.clone(),
            per_page: 10,
            ..MemberFilter::default()
        };
        let expected = if filter.q.is_empty() {
            Vec::new()
        } else {
            people.list(viewer, &best).items
        };
        prop_assert_eq!(suggested, expected);
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config::with_cases(40))]

    #[test]
    fn a_crowd_is_answered_like_by_the_slow_reference(
        people in crowd(), edits in proptest::collection::vec((0_u8..14).prop_flat_map(member), 0..4),
        newcomer in member(14), asked in proptest::collection::vec((viewer(), filter()), 1..6),
    ) {
        compare(people.clone(), edits, asked.clone())?;
        let directory = Directory::of(&people);
        let mut people = people;
        directory.put(&newcomer);
        people.members.push(newcomer);
        for (viewer, filter) in asked {
            prop_assert_eq!(listed(&directory, viewer, &filter), people.list(viewer, &filter));
        }
    }
}

proptest! {
    #![proptest_config(Config::with_cases(400))]

    #[test]
    fn the_read_model_answers_like_the_slow_reference(
        people in people(), edits in proptest::collection::vec((0_u8..14).prop_flat_map(member), 0..4),
        asked in proptest::collection::vec((viewer(), filter()), 1..6),
    ) {
        compare(people, edits, asked)?;
    }

    #[test]
    fn newcomers_are_found_like_everybody(
        people in people(), newcomers in (Just(14_u8), Just(15_u8)).prop_flat_map(|(a, b)| (member(a), member(b))),
        viewer in viewer(), filter in filter(),
    ) {
        let directory = Directory::of(&people);
        let mut people = people;
        for newcomer in [newcomers.0, newcomers.1] {
            directory.put(&newcomer);
            people.members.push(newcomer);
        }
        prop_assert_eq!(listed(&directory, viewer, &filter), people.list(viewer, &filter));
    }

    #[test]
    fn nothing_hidden_is_in_the_bytes(people in people(), viewer in viewer(), filter in filter(), asked in 0_u8..14) {
        let directory = Directory::of(&people);
        let list = directory.list(viewer, filter.clone());
        let suggested = serde_json::to_vec(&directory.suggest(viewer, &filter.q)).unwrap();
        let profile = directory.detail(viewer, MemberId(place(asked)));
        let profile = profile.map(|profile| serde_json::to_vec(&profile).unwrap()).unwrap_or_default();
        for bytes in [list.to_vec(), suggested, profile] {
            prop_assert_eq!(leaks(&people, viewer, &bytes), Vec::new());
        }
    }

    #[test]
    fn a_hidden_word_finds_nobody(people in people(), viewer in viewer(), of in 0_u8..14, is_typo in any::<bool>()) {
        let hidden = &people.members[usize::from(of)];
        let me = people.members.iter().find(|member| Some(member.id) == viewer);
        let is_visible = hidden.audience_of(PersonalField::Affiliation).admits(hidden.relation(me));
        let word = if is_typo { format!("Sceret{of}") } else { format!("Secret{of}") };
        let page = listed(&Directory::of(&people), viewer, &MemberFilter { q: word, ..MemberFilter::default() });
        prop_assert_eq!(page.items.iter().any(|row| row.id == hidden.id), is_visible);
    }
}

/// The control: with the guard off, the checks above must notice.
#[test]
fn without_the_guard_the_same_checks_find_leaks() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut noticed = 0;
    for _ in 0..20 {
        let people = people().new_tree(&mut runner).unwrap().current();
        let open = Directory::of(&people.unguarded());
        let everything = MemberFilter {
            per_page: 100,
            ..MemberFilter::default()
        };
        let bytes = open.list(None, everything.clone());
        let differs = listed(&open, None, &everything) != people.list(None, &everything);
        noticed += usize::from(!leaks(&people, None, &bytes).is_empty() && differs);
    }
    assert_eq!(noticed, 20);
}
