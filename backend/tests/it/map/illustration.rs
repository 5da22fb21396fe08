//! The fictional figures of demo mode: the programme's total, and never among published figures.

use std::collections::BTreeSet;

use backend::demo::{Plan, fill, illustrate};
use shared::api::Empty;
use shared::fields::CountryCode;
use shared::map::{GetIllustration, Illustration, Scope, Series};

use super::listed;
use crate::support::TestApp;

async fn shown(t: &TestApp) -> Illustration {
    t.anonymous().call::<GetIllustration>((), Empty {}).await.good()
}

async fn filled(members: u32, seed: u64) -> TestApp {
    let t = TestApp::new().await;
    fill(&t.app.db, &Plan { members, seed }, false).await.unwrap();
    t
}

#[tokio::test]
async fn without_demo_data_there_is_none() {
    let illustration = shown(&TestApp::new().await).await;
    assert_eq!((illustration.from.get(), illustration.series.len()), (2014, 0));
}

#[tokio::test]
async fn it_fills_the_total_of_the_programme_however_many_people_there_are() {
    let (few, other) = (shown(&filled(20, 1).await).await, shown(&filled(300, 7).await).await);
    assert_eq!(few, other);
    let all = |rows: &[(Scope, CountryCode, &[u32])]| rows.iter().flat_map(|row| row.2).sum::<u32>();
    let rows: Vec<_> = few.rows().collect();
    assert_eq!(all(&rows), 42_652);
    assert_eq!(few.from.get(), 2014);
    assert!(
        rows.iter()
            .all(|row| row.2.len() == 11 && row.2.iter().any(|people| *people > 0))
    );
    assert!(rows.iter().all(|row| row.2[6] == 0 && row.2[7] == 0), "2020 and 2021");
    let scopes: Vec<_> = few.series.iter().map(|series| series.scope).collect();
    assert_eq!(scopes, [Scope::OpenApplication, Scope::HighSchool, Scope::Supporters]);
    let is_whole = |series: &Series| series.countries.len() == series.invitees.len() && series.countries.is_sorted();
    assert!(few.series.iter().all(is_whole));
    let china: Vec<_> = few.rows().filter(|row| row.1.code() == "CN").collect();
    assert!((13_000..15_500).contains(&all(&china)), "{}", all(&china));
    let countries: BTreeSet<_> = rows.iter().map(|row| row.1).collect();
    assert_eq!(countries.len(), 90);
}

#[tokio::test]
async fn it_can_be_added_to_people_who_are_there_already_and_twice_is_once() {
    let (t, whole) = (TestApp::new().await, filled(20, 1).await);
    for _ in 0..2 {
        illustrate(&t.app.db).await.unwrap();
        assert_eq!(shown(&t).await, shown(&whole).await);
    }
}

#[tokio::test]
async fn it_is_never_among_published_figures() {
    let (plain, demo) = (TestApp::new().await, filled(20, 1).await);
    assert!(!shown(&demo).await.series.is_empty());
    for query in [
        "",
        "from=2014&to=2014",
        "scope=high_school&from=2016&to=2016",
        "scope=open_application",
    ] {
        assert_eq!(listed(&demo, query).await, listed(&plain, query).await, "{query}");
        let path = format!("/api/map/figures.csv?{query}");
        let (with, without) = (demo.anonymous().get(&path).await, plain.anonymous().get(&path).await);
        assert!(with.status.is_success());
        assert_eq!(with.body, without.body, "{query}");
    }
}

#[tokio::test]
async fn it_is_replaced_when_it_is_made_again() {
    let t = filled(20, 1).await;
    let before = shown(&t).await;
    // As after a first attempt whose people were removed by hand.
    fill(&t.app.db, &Plan { members: 20, seed: 2 }, false).await.unwrap();
    assert_eq!(shown(&t).await, before);
}
