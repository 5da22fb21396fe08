//! Past events by country/region and kind.

use shared::api::ProblemCode;
use shared::events::{EventKind, ListPastEvents, PastEventFilter, PastEventList};

use super::listed;
use crate::support::TestApp;

fn titles(list: &PastEventList) -> Vec<&str> {
    list.events.iter().map(|event| event.title.as_str()).collect()
}

#[tokio::test]
async fn a_country_and_a_kind_narrow_the_list_but_not_the_choices() {
    let t = TestApp::new().await;
    let all = listed(&t, "").await;
    let codes: Vec<&str> = all.countries.iter().map(|country| country.code()).collect();
    assert_eq!(
        codes,
        ["CN", "HK", "ID", "IN", "JP", "LK", "MY", "NP", "SG", "TH", "VN"]
    );
    assert_eq!(all.kinds, EventKind::ALL);
    for (query, found) in [
        ("country=VN", vec!["4th reunion in Viet Nam", "1st reunion in Viet Nam"]),
        ("kind=workshop", vec!["SDGs online workshops"]),
        (
            "country=IN&kind=forum",
            vec![
                "4th Japan-India Universities Forum",
                "3rd Japan-India Universities Forum",
            ],
        ),
        ("country=SG&kind=forum", vec![]),
        ("country=DE", vec![]),
    ] {
        let list = listed(&t, query).await;
        assert_eq!(titles(&list), found, "{query}");
        assert_eq!((&list.countries, &list.kinds), (&all.countries, &all.kinds), "{query}");
    }
}

#[tokio::test]
async fn every_event_is_found_by_its_own_country_and_kind() {
    let t = TestApp::new().await;
    let all = listed(&t, "").await;
    let mut of_kinds = 0;
    for kind in EventKind::ALL {
        let list = listed(&t, &format!("kind={}", kind.code())).await;
        assert!(list.events.iter().all(|event| event.kind == *kind));
        of_kinds += list.events.len();
    }
    let mut of_countries = all.events.iter().filter(|event| event.country.is_none()).count();
    assert_eq!(of_countries, 3);
    for country in &all.countries {
        let list = listed(&t, &format!("country={country}")).await;
        assert!(list.events.iter().all(|event| event.country == Some(*country)));
        of_countries += list.events.len();
    }
    assert_eq!((of_kinds, of_countries), (all.events.len(), all.events.len()));
}

#[tokio::test]
async fn everybody_reads_the_same() {
    let t = TestApp::new().await;
    let signed_in = t.member("Asha Rao").await;
    let seen = signed_in.call::<ListPastEvents>((), PastEventFilter::default()).await;
    assert_eq!(seen.good(), listed(&t, "").await);
}

#[tokio::test]
async fn a_filter_that_cannot_be_meant_names_its_field() {
    let t = TestApp::new().await;
    for (query, field, key) in [
        ("country=XX", "country", "invalid.unknown_value"),
        ("country=in", "country", "invalid.unknown_value"),
        ("country=", "country", "invalid.unknown_value"),
        ("country=IN&country=VN", "country", "invalid.unknown_value"),
        ("kind=party", "kind", "invalid.unknown_value"),
        ("kind=", "kind", "invalid.unknown_value"),
        ("country=IN&kind=Reunion", "kind", "invalid.unknown_value"),
        ("kind=%FF", "kind", "invalid.not_utf8"),
    ] {
        let answer = t.anonymous().get(&format!("/api/events/past?{query}")).await;
        let problem = answer.problem(ProblemCode::Invalid);
        let texts = problem.fields.get(field);
        assert_eq!(
            texts.map(|texts| texts[0].key.as_ref()),
            Some(key),
            "{query}: {:?}",
            problem.fields
        );
    }
    let long = "a".repeat(10_000);
    let answer = t.anonymous().get(&format!("/api/events/past?{long}")).await;
    answer.problem(ProblemCode::TooLarge);
    let answer = t.anonymous().get("/api/events/past?nonsense=1&kind=forum").await;
    assert!(answer.status.is_success());
}
