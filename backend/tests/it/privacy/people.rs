//! Random people, settings, viewers and questions.

use backend::features::directory::record::{Exchanges, MemberRecord, Organisation, Trip};
use backend::features::directory::reference::Reference;
use proptest::prelude::Strategy;
use proptest::sample::select;
use shared::codes::{Audience, Field, MemberSort, OpenTo, Programme};
use shared::directory::{Audiences, MemberFilter, PersonalField};
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
/// So often is everybody in a crowd.
const COPIES: u128 = 24;
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

pub(super) fn place(code: u8) -> Uuid {
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
pub(super) fn member(number: u8) -> impl Strategy<Value = MemberRecord> {
    let trips = proptest::collection::btree_set(0_u32..5, 0..5);
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

pub(super) fn people() -> impl Strategy<Value = Reference> {
    let members: Vec<_> = (0..14).map(member).collect();
    members.prop_map(|members| Reference {
        exchanges: exchanges(),
        members,
    })
}

/// The same people many times over: enough that what one viewer may see and what another may see differ in room.
pub(super) fn crowd() -> impl Strategy<Value = Reference> {
    people().prop_map(|mut people| {
        let templates = people.members.clone();
        for copy in 1..COPIES {
            people.members.extend(templates.iter().cloned().map(|mut member| {
                member.id = MemberId(Uuid::from_u128(member.id.0.as_u128() + (copy << 8)));
                member
            }));
        }
        people
    })
}

pub(super) fn filter() -> impl Strategy<Value = MemberFilter> {
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

pub(super) fn viewer() -> impl Strategy<Value = Option<MemberId>> {
    proptest::option::weighted(0.7, 0_u8..14).prop_map(|number| number.map(|number| MemberId(place(number))))
}
