//! The list: what is to come and what is over, by country/region, kind and online, in its orders.

use shared::api::ProblemCode;
use shared::events::{EventFilter, EventPage, ListEvents, OnlineInput};

use super::{complete, coordinator, created, pass, published};
use crate::support::{DAY, TestApp};

async fn page(t: &TestApp, query: &str) -> EventPage {
    let filter = EventFilter::from_query(query);
    t.anonymous().call::<ListEvents>((), filter).await.good()
}

fn titles(page: &EventPage) -> Vec<&str> {
    page.events.iter().map(|event| event.title.as_str()).collect()
}

fn codes(page: &EventPage) -> Vec<&str> {
    page.countries.iter().map(|country| country.code()).collect()
}

#[tokio::test]
async fn the_next_stands_first_and_of_what_is_over_the_latest() {
    let t = TestApp::new().await;
    let now = t.app.clock.now().as_millisecond();
    let lasting = |title: &'static str, days: i64| {
        let starts_at = now + days * DAY;
        t.event().title(title).lasting(starts_at, starts_at + DAY / 2)
    };
    for (title, days) in [("C", 20), ("B", 5), ("A", 5), ("Old", -30), ("Older", -60)] {
        lasting(title, days).insert().await;
    }
    lasting("Going on", 0).insert().await;
    lasting("Off", 6).life("cancelled").insert().await;
    lasting("Never was", -6).life("cancelled").insert().await;
    lasting("Draft", 6).life("draft").insert().await;
    lasting("Members'", 6).reach("members", "", "").insert().await;
    let next = page(&t, "").await;
    assert_eq!(titles(&next), ["Going on", "A", "B", "Off", "C"]);
    assert_eq!(next.total, 5);
    let past = page(&t, "past=true").await;
    assert_eq!((titles(&past), past.total), (vec!["Old", "Older"], 2));
    pass(&t, 7 * DAY);
    assert_eq!(titles(&page(&t, "").await), ["C"]);
    let past = page(&t, "past=true").await;
    assert_eq!(titles(&past), ["A", "B", "Going on", "Old", "Older"]);
}

#[tokio::test]
async fn what_can_be_chosen_is_of_all_that_one_may_know_of() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let mut online = complete();
    online.kind = shared::events::EventKind::Webinar;
    online.hosts.push("NP".parse().unwrap());
    online.room = None;
    online.online = Some(OnlineInput::default());
    published(&olga, online).await;
    published(&olga, complete()).await;
    t.event().hosts(&["VN"]).reach("chosen", "VN", "").insert().await;
    for (query, found) in [
        ("", 2),
        ("country=JP", 1),
        ("country=IN", 2),
        ("country=NP", 1),
        ("country=VN", 0),
        ("kind=webinar", 1),
        ("kind=forum", 0),
        ("online=true", 1),
        ("country=JP&online=true", 0),
    ] {
        let page = page(&t, query).await;
        assert_eq!((page.events.len(), page.total), (found, found as u32), "{query}");
        assert_eq!(codes(&page), ["IN", "JP", "NP"], "{query}");
        let kinds: Vec<_> = page.kinds.iter().map(|kind| kind.code()).collect();
        assert_eq!(kinds, ["reunion", "webinar"], "{query}");
    }
    assert_eq!(page(&t, "past=true").await.countries, []);
}

#[tokio::test]
async fn the_nearest_stands_first_where_one_asks_for_it() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    for (title, point) in [
        ("Delhi", "28.61,77.21"),
        ("Tokyo", "35.68,139.77"),
        ("Nowhere yet", ""),
        ("Osaka", "34.69,135.50"),
    ] {
        let mut input = complete();
        input.texts[0].title = title.into();
        input.room.as_mut().unwrap().point = point.into();
        published(&olga, input).await;
    }
    let mut online = complete();
    online.texts[0].title = "A webinar".into();
    (online.room, online.online) = (None, Some(OnlineInput::default()));
    published(&olga, online).await;
    let near = async |near: &str| {
        let filter = EventFilter {
            near: near.into(),
            ..EventFilter::default()
        };
        t.anonymous().call::<ListEvents>((), filter).await.good()
    };
    let from_kobe = near("34.69,135.19").await;
    assert_eq!(
        titles(&from_kobe),
        ["Osaka", "Tokyo", "Delhi", "Nowhere yet", "A webinar"]
    );
    let from_nepal = near("27.71,85.32").await;
    assert_eq!(titles(&from_nepal)[0], "Delhi");
    let text = serde_json::to_string(&from_nepal).unwrap();
    assert!(!text.contains("139.77"), "where exactly is not told");
}

#[tokio::test]
async fn a_filter_that_cannot_be_meant_names_its_field() {
    let t = TestApp::new().await;
    for (query, field, key) in [
        ("country=XX", "country", "invalid.unknown_value"),
        ("kind=party", "kind", "invalid.unknown_value"),
        ("online=perhaps", "online", "invalid.unknown_value"),
        ("near=here", "near", "invalid.point"),
        ("near=91,0", "near", "invalid.point"),
        ("language=English", "language", "invalid.unknown_value"),
    ] {
        let answer = t.anonymous().get(&format!("/api/events?{query}")).await;
        let problem = answer.problem(ProblemCode::Invalid);
        let texts = problem.fields.get(field);
        assert_eq!(texts.map(|texts| texts[0].key.as_ref()), Some(key), "{query}");
    }
    for id in ["1", "past-event"] {
        let answer = t.anonymous().get(&format!("/api/events/{id}")).await;
        let problem = answer.problem(ProblemCode::Invalid);
        assert_eq!(problem.fields["event_id"][0].key, "invalid.malformed");
    }
}

#[tokio::test]
async fn a_list_holds_five_hundred_and_counts_all() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    created(&olga, complete()).await;
    for _ in 0..503 {
        t.event().insert().await;
    }
    let page = page(&t, "").await;
    assert_eq!((page.events.len(), page.total), (500, 503));
}
