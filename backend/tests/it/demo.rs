//! The demo people follow the programme's published figures and are the same for the same seed.

use std::collections::BTreeMap;

use backend::db::Db;
use backend::demo::{Plan, fill, is_empty};
use backend::entity::{exchange, member, participation};
use backend::features::directory::reference::Reference;
use sea_orm::{EntityTrait, QueryOrder};
use shared::codes::{Audience, Programme};
use shared::directory::MemberFilter;

use crate::support::TestApp;

async fn filled(members: u32, seed: u64) -> TestApp {
    let mut t = TestApp::new().await;
    assert!(is_empty(&t.app.db).await.unwrap());
    fill(&t.app.db, &Plan { members, seed }, false).await.unwrap();
    t.restart().await;
    t
}

async fn rows(db: &Db) -> (Vec<member::Model>, Vec<exchange::Model>, Vec<participation::Model>) {
    let members = member::Entity::find()
        .order_by_asc(member::Column::Id)
        .all(&db.read)
        .await
        .unwrap();
    let exchanges = exchange::Entity::find()
        .order_by_asc(exchange::Column::Id)
        .all(&db.read)
        .await
        .unwrap();
    let participations = participation::Entity::find()
        .order_by_asc(participation::Column::MemberId)
        .order_by_asc(participation::Column::ExchangeId);
    (members, exchanges, participations.all(&db.read).await.unwrap())
}

#[tokio::test]
async fn the_same_seed_makes_the_same_people() {
    let (first, second, other) = (filled(600, 7).await, filled(600, 7).await, filled(600, 8).await);
    assert_eq!(rows(&first.app.db).await, rows(&second.app.db).await);
    assert_ne!(rows(&first.app.db).await.0, rows(&other.app.db).await.0);
    assert_eq!(first.count_members().await, 600);
}

#[tokio::test]
async fn people_follow_the_published_shares() {
    let t = filled(6_000, 1).await;
    let people = Reference::read(&t.app.db, t.app.clock.today()).await.unwrap();
    let share = |count: usize| count as f64 / people.members.len() as f64;
    let from = |code: &str| {
        share(
            people
                .members
                .iter()
                .filter(|member| member.country.code() == code)
                .count(),
        )
    };
    assert!(
        (0.30..0.36).contains(&from("CN")) && (0.02..0.04).contains(&from("KR")) && (0.02..0.04).contains(&from("MN"))
    );
    let in_japan = people
        .members
        .iter()
        .filter(|member| member.lives_in.is_some_and(|code| code.code() == "JP"))
        .count();
    assert!((0.05..0.09).contains(&share(in_japan)), "{}", share(in_japan));
    let mut years: BTreeMap<u16, usize> = BTreeMap::new();
    for member in &people.members {
        let last = member.trips.last().expect("everybody came once at least");
        *years.entry(people.exchanges.trip(*last).fiscal_year.get()).or_default() += 1;
    }
    assert_eq!(
        years.keys().copied().collect::<Vec<_>>(),
        [2014, 2015, 2016, 2017, 2018, 2019, 2022, 2023, 2024]
    );
    for programme in [
        Programme::HighSchool,
        Programme::Lotus,
        Programme::NexusYoungTalents,
        Programme::Supporters,
    ] {
        assert!(
            people.exchanges.trips.iter().any(|trip| trip.programme == programme),
            "{}",
            programme.code()
        );
    }
    let native = people
        .members
        .iter()
        .filter(|member| member.native_name.is_some())
        .count();
    assert!(share(native) > 0.5, "{}", share(native));
    assert!(people.members.iter().all(|member| !member.name.trim().is_empty()));
    assert!(
        people.members.iter().any(|member| !member.name.contains(' ')),
        "mononyms are normal"
    );
}

#[tokio::test]
async fn minors_exist_and_are_shown_to_their_exchange_at_the_most() {
    let t = filled(6_000, 1).await;
    let people = Reference::read(&t.app.db, t.app.clock.today()).await.unwrap();
    let minors: Vec<_> = people.members.iter().filter(|member| member.is_minor).collect();
    assert!(!minors.is_empty());
    assert!(
        minors
            .iter()
            .all(|member| member.audiences.listing <= Audience::Exchange),
        "as stored, not only as shown"
    );
    let all = MemberFilter {
        per_page: 100,
        ..MemberFilter::default()
    };
    let shown = people.list(None, &all);
    assert!(
        shown.total > 1_000 && (shown.total as usize) < people.members.len() / 2,
        "{}",
        shown.total
    );
}

#[tokio::test]
async fn any_number_of_people_can_be_made() {
    for members in [1, 2, 89, 1_000] {
        assert_eq!(filled(members, 3).await.count_members().await, members as usize);
    }
}
