//! What a viewer may not see is not listed, found, suggested, counted, sortable or in the answer's bytes.
//! The read model is compared with the plain slow reference over random members, settings, viewers and queries.

use backend::features::directory::Directory;
use backend::features::directory::record::{Exchanges, MemberRecord, Organisation, Trip};
use backend::features::directory::reference::Reference;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::test_runner::Config;
use shared::codes::{Audience, Field, MemberSort, OpenTo, Programme};
use shared::directory::{Audiences, MemberFilter, MemberPage, PersonalField};
use shared::ids::{ExchangeId, MemberId};
use uuid::Uuid;

const NAMES: [(&str, &str); 8] = [
    ("Wang Xiaoming", "王小明"),
    ("Nguyễn Thị Lan", ""),
    ("Łukasz Đinh", ""),
    ("Sakura Tanaka", "田中さくら"),
    ("Kim Min-jun", "김민준"),
    ("Batbayar Temuulen", "Батбаяр Тэмүүлэн"),
    ("O", ""),
    ("Nguyen Wang", "王"),
];
const QUERIES: [&str; 26] = [
    "",
    "wang",
    "wan",
    "王",
    "小明",
    "xiaoming wang",
    "nguyen",
    "ngyuen",
    "nguye lan",
    "lan nguyen",
    "dinh",
    "lukasz",
    "さくら",
    "tanaka",
    "김",
    "kim m",
    "temuulen",
    "тэмүү",
    "o",
    "secret",
    "secret3",
    "materials",
    "材料",
    "institute",
    "kyoto",
    "wangg",
];

fn place(code: u8) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(code))
}

/// Five exchanges of two organisations each.
fn exchanges() -> Exchanges {
    let organisation = |place: u8| Organisation {
        name: format!("Kyoto{place} Institute"),
        native_name: None,
    };
    let trip = |number: u8| Trip {
        id: ExchangeId(place(200 + number)),
        fiscal_year: (2014 + u16::from(number)).try_into().unwrap(),
        programme: Programme::ALL[usize::from(number)],
        theme: "Light".into(),
        host: u32::from(number),
        sending: u32::from(number + 1) % 5,
        starts_on: format!("{}-05-01", 2014 + u16::from(number)).parse().unwrap(),
        ends_on: format!("{}-05-07", 2014 + u16::from(number)).parse().unwrap(),
    };
    Exchanges {
        trips: (0..5).map(trip).collect(),
        organisations: (0..5).map(organisation).collect(),
    }
}

fn audience() -> impl Strategy<Value = Audience> {
    select(Audience::ALL)
}

fn audiences() -> impl Strategy<Value = Audiences> {
    (
        audience(),
        proptest::collection::vec(audience(), PersonalField::ALL.len()),
    )
        .prop_map(|(listing, parts)| {
            let mut audiences = Audiences::all(listing);
            PersonalField::ALL
                .iter()
                .zip(parts)
                .for_each(|(field, part)| audiences.set(*field, part));
            audiences
        })
}

fn country() -> impl Strategy<Value = &'static str> {
    select(["CN", "VN", "JP"].as_slice())
}

/// A member; every hidden part carries a word that nobody else has.
fn member(number: u8) -> impl Strategy<Value = MemberRecord> {
    let trips = proptest::collection::btree_set(0_u32..5, 0..3);
    let fields = proptest::sample::subsequence(Field::ALL.to_vec(), 0..3);
    let open_to = proptest::sample::subsequence(OpenTo::ALL.to_vec(), 0..3);
    let shown = (audiences(), proptest::bool::weighted(0.2));
    (
        select(NAMES.as_slice()),
        country(),
        country(),
        trips,
        fields,
        open_to,
        shown,
    )
        .prop_map(
            move |((name, native), home, lives_in, trips, fields, open_to, (audiences, is_minor))| MemberRecord {
                id: MemberId(place(number)),
                name: name.into(),
                native_name: (!native.is_empty()).then(|| native.into()),
                country: home.parse().unwrap(),
                affiliation: Some(format!("Secret{number} Institute")),
                lives_in: Some(lives_in.parse().unwrap()),
                fields,
                languages: vec!["en".into()],
                open_to,
                audiences,
                is_minor,
                trips: trips.into_iter().rev().collect(),
            },
        )
}

fn people() -> impl Strategy<Value = Reference> {
    let members: Vec<_> = (0..14).map(member).collect();
    members.prop_map(|members| Reference {
        exchanges: exchanges(),
        members,
    })
}

fn filter() -> impl Strategy<Value = MemberFilter> {
    let some_countries = || proptest::collection::vec(country(), 0..2);
    let sort = select(MemberSort::ALL);
    let parts = (
        select(QUERIES.as_slice()),
        some_countries(),
        some_countries(),
        proptest::collection::vec(2014_u16..2019, 0..2),
        proptest::collection::vec(select(&Programme::ALL[..5]), 0..2),
        proptest::collection::vec(select(Field::ALL), 0..2),
        proptest::collection::vec(select(OpenTo::ALL), 0..2),
        sort,
        (1_u32..3, 1_u32..20),
    );
    parts.prop_map(
        |(q, country, lives_in, years, programme, field, open_to, sort, (page, per_page))| MemberFilter {
            q: q.into(),
            country: country.iter().map(|code| code.parse().unwrap()).collect(),
            fiscal_year: years.into_iter().map(|year| year.try_into().unwrap()).collect(),
            programme,
            field,
            lives_in: lives_in.iter().map(|code| code.parse().unwrap()).collect(),
            open_to,
            sort,
            page,
            per_page,
        },
    )
}

fn viewer() -> impl Strategy<Value = Option<MemberId>> {
    proptest::option::weighted(0.7, 0_u8..14).prop_map(|number| number.map(|number| MemberId(place(number))))
}

fn listed(directory: &Directory, viewer: Option<MemberId>, filter: &MemberFilter) -> MemberPage {
    serde_json::from_slice(&directory.list(viewer, filter.clone()).unwrap()).unwrap()
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

proptest! {
    #![proptest_config(Config::with_cases(400))]

    #[test]
    fn the_read_model_answers_like_the_slow_reference(
        people in people(), edits in proptest::collection::vec((0_u8..14).prop_flat_map(member), 0..4),
        asked in proptest::collection::vec((viewer(), filter()), 1..6),
    ) {
        let directory = Directory::of(&people);
        let mut people = people;
        for mut edit in edits {
            let known = people.members.iter_mut().find(|member| member.id == edit.id).unwrap();
            // Home and trips are the programme's records; a profile edit leaves them alone.
            edit.country = known.country;
            edit.trips.clone_from(&known.trips);
            *known = edit.clone();
            directory.put(&edit);
        }
        for (viewer, filter) in asked {
            prop_assert_eq!(listed(&directory, viewer, &filter), people.list(viewer, &filter), "{:?} {:?}", viewer, filter);
            let suggested = directory.suggest(viewer, &filter.q).items;
            let best = MemberFilter { q: filter.q.clone(), per_page: 10, ..MemberFilter::default() };
            let expected = if filter.q.is_empty() { Vec::new() } else { people.list(viewer, &best).items };
            prop_assert_eq!(suggested, expected);
        }
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
        let list = directory.list(viewer, filter.clone()).unwrap();
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
        let bytes = open.list(None, everything.clone()).unwrap();
        let differs = listed(&open, None, &everything) != people.list(None, &everything);
        noticed += usize::from(!leaks(&people, None, &bytes).is_empty() && differs);
    }
    assert_eq!(noticed, 20);
}
