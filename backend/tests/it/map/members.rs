//! Members on the map: only whom the viewer may see, in numbers from which nobody can be singled out.

use shared::api::ProblemCode;
use shared::codes::Audience;
use shared::map::{ListMapMembers, MapMemberFilter, MapMembers};

use crate::support::{Actor, TestApp};

fn filter(query: &str) -> MapMemberFilter {
    shared::api::from_query(query).unwrap()
}

async fn shown(actor: &Actor, query: &str) -> MapMembers {
    actor.call::<ListMapMembers>((), filter(query)).await.good()
}

/// The numbers of an answer by country/region.
fn numbers(members: &MapMembers) -> Vec<(&str, u32)> {
    let countries = members.countries.iter();
    countries
        .map(|country| (country.country.code(), country.members))
        .collect()
}

/// As many people as wanted, shown to an audience.
async fn people(t: &TestApp, country: &str, count: usize, audience: Audience) {
    for number in 0..count {
        let person = t.person(&format!("Person {country} {number}"));
        person.country(country).shown_to(audience).insert().await;
    }
}

#[tokio::test]
async fn only_members_whom_the_viewer_may_see_are_counted() {
    let t = TestApp::new().await;
    people(&t, "NP", 5, Audience::Public).await;
    people(&t, "NP", 20, Audience::Members).await;
    people(&t, "LK", 10, Audience::OnlyMe).await;
    // The control: the same number of people who show themselves is counted.
    people(&t, "BT", 25, Audience::Public).await;
    let visitor = shown(&t.anonymous(), "").await;
    assert_eq!(numbers(&visitor), [("BT", 25), ("NP", 5)]);
    let somebody = t.signed_in(t.person("Somebody").country("BR").insert().await).await;
    assert_eq!(numbers(&shown(&somebody, "").await), [("BT", 25), ("NP", 25)]);
    let compatriot = t.person("Compatriot").country("LK").insert().await;
    let compatriot = t.signed_in(compatriot).await;
    assert_eq!(numbers(&shown(&compatriot, "country=LK").await), []);
}

#[tokio::test]
async fn few_people_and_nobody_give_the_same_bytes() {
    let (with, without) = (TestApp::new().await, TestApp::new().await);
    for t in [&with, &without] {
        people(t, "NP", 5, Audience::Public).await;
    }
    people(&with, "LK", 4, Audience::Public).await;
    for query in ["", "country=LK", "country=LK&country=NP", "fiscal_year=2018"] {
        let path = format!("/api/map/members?{query}");
        let (some, none) = (with.anonymous().get(&path).await, without.anonymous().get(&path).await);
        assert!(some.status.is_success());
        assert_eq!(some.body, none.body, "{query}");
    }
    people(&with, "LK", 1, Audience::Public).await;
    assert_eq!(
        numbers(&shown(&with.anonymous(), "country=LK").await),
        [("LK", 5)],
        "the fifth shows them"
    );
}

#[tokio::test]
async fn the_same_people_give_the_same_number_however_they_are_asked_for() {
    let mut t = TestApp::new().await;
    let trip = t.exchange().year(2019).programme("lotus").insert().await;
    t.restart().await;
    // Each country/region has a number that is rounded.
    let countries = ["IN", "NP", "LK", "BT", "BD", "PK"];
    for (place, country) in countries.iter().enumerate() {
        for number in 0..6 + place {
            let person = t.person(&format!("Person {number}")).country(country).fields("ai");
            person.on(trip).insert().await;
        }
    }
    let visitor = t.anonymous();
    let all = shown(&visitor, "").await;
    assert_eq!(all.countries.len(), countries.len());
    assert_eq!(
        all.sum,
        all.countries.iter().map(|country| country.members).sum::<u32>()
    );
    assert!(
        all.countries
            .iter()
            .all(|country| country.members >= 5 && country.members % 5 == 0)
    );
    let somebody = t.signed_in(t.person("Somebody").country("BR").insert().await).await;
    for query in [
        "",
        "fiscal_year=2019",
        "programme=lotus",
        "field=ai",
        "field=ai&field=robotics",
        "fiscal_year=2018&fiscal_year=2019&programme=lotus",
        "country=IN&country=NP&country=LK&country=BT&country=BD&country=PK",
    ] {
        assert_eq!(shown(&visitor, query).await, all, "{query}");
        assert_eq!(shown(&somebody, query).await, all, "{query} as a member");
        assert_eq!(shown(&visitor, query).await, all, "{query} again");
    }
    for country in &all.countries {
        let alone = shown(&visitor, &format!("country={}", country.country)).await;
        assert_eq!((alone.countries, alone.sum), (vec![*country], country.members));
    }
    assert_eq!(shown(&t.another_process().await.anonymous(), "").await, all);
    t.restart().await;
    assert_eq!(shown(&t.anonymous(), "").await, all);
}

#[tokio::test]
async fn a_hidden_part_counts_nobody() {
    let t = TestApp::new().await;
    for number in 0..5 {
        // The listing is for everybody, fields and residence are for members.
        let person = t.person(&format!("Person {number}")).fields("ai");
        person.audiences("44333444").insert().await;
    }
    for query in ["field=ai", "lives_in=IN"] {
        assert_eq!(numbers(&shown(&t.anonymous(), query).await), [], "{query}");
    }
    assert_eq!(numbers(&shown(&t.anonymous(), "").await), [("IN", 5)]);
    let somebody = t.signed_in(t.person("Somebody").country("BR").insert().await).await;
    for query in ["field=ai", "lives_in=IN&country=IN"] {
        assert_eq!(numbers(&shown(&somebody, query).await), [("IN", 5)], "{query}");
    }
}

#[tokio::test]
async fn newcomers_and_changes_show_at_once() {
    let t = TestApp::new().await;
    people(&t, "NP", 9, Audience::Public).await;
    for _ in 0..3 {
        let before = shown(&t.anonymous(), "country=NP").await.sum;
        assert!(before == 5 || before == 10);
    }
    people(&t, "NP", 1, Audience::Public).await;
    assert_eq!(shown(&t.anonymous(), "country=NP").await.sum, 10);
}

#[tokio::test]
async fn wrong_values_name_their_field_and_words_are_not_looked_at() {
    let t = TestApp::new().await;
    people(&t, "NP", 5, Audience::Public).await;
    for (query, field) in [
        ("country=ZZ", "country"),
        ("fiscal_year=2013", "fiscal_year"),
        ("programme=holiday", "programme"),
        ("field=alchemy", "field"),
        ("lives_in=Moon", "lives_in"),
        ("open_to=all", "open_to"),
    ] {
        let answer = t.anonymous().get(&format!("/api/map/members?{query}")).await;
        let problem = answer.problem(ProblemCode::Invalid);
        assert_eq!(problem.fields[field][0].key, "invalid.unknown_value", "{query}");
    }
    let answer = t.anonymous().get("/api/map/members?q=nobody&page=7").await;
    assert_eq!(answer.good()["sum"], 5);
}
