//! Lists of events: those to come on both clocks, those that are over, and the record of past ones, each with its
//! source. What is chosen stands in the address, and nothing found is said with a way on.

use serde_json::json;
use shared::events::{EventFilter, ListEvents, ListPastEvents, PastEventFilter};
use shared::words::Text;

use crate::support::{DESKTOP, Language, PHONE, Page, walk, words};

/// Titles of the record.
async fn titles(page: &Page) -> Vec<String> {
    page.texts("[aria-labelledby=record-title] .event h3").await
}

/// Titles of the club's events.
async fn club_titles(page: &Page) -> Vec<String> {
    page.texts(".club-event h3").await
}

#[tokio::test]
async fn events_to_come_are_listed_by_month_and_narrowed_by_the_address() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/events").await;
        let ask = |query: &str| EventFilter {
            language: "en".into(),
            ..EventFilter::from_query(query)
        };
        let all = page.call::<ListEvents>((), &ask("")).await;
        let expected: Vec<String> = all.events.iter().map(|event| event.title.clone()).collect();
        assert!(!expected.is_empty());
        assert_eq!(club_titles(page).await, expected);
        page.choose("#event-kind", "webinar").await;
        page.until_at("/events?kind=webinar").await;
        page.press_at("label:has(#event-online)").await;
        page.until_at("/events?kind=webinar&online=true").await;
        let some = page.call::<ListEvents>((), &ask("kind=webinar&online=true")).await;
        assert!(!some.events.is_empty() && some.events.len() < all.events.len());
        assert_eq!(club_titles(page).await.len(), some.events.len());

        // The way to an event and back finds the list as it was.
        page.press_at(".event-link").await;
        page.get("heading", &some.events[0].title).await;
        page.press("link", &words("event.all")).await;
        page.until_at("/events?kind=webinar&online=true").await;
        page.press("link", &words("events.past")).await;
        page.until_at("/events?kind=webinar&online=true&past=true").await;
    })
    .await;
}

#[tokio::test]
async fn the_nearest_stand_first_when_the_reader_asks_for_it() {
    walk(PHONE, async |page: &Page| {
        let there = json!({ "latitude": 27.7, "longitude": 85.3, "accuracy": 100 });
        page.cdp("Emulation.setGeolocationOverride", there).await;
        page.cdp("Browser.grantPermissions", json!({ "permissions": ["geolocation"] }))
            .await;
        page.visit("/events").await;
        page.requests().await;
        page.press("button", &words("events.near")).await;
        page.get_like("any", &words("events.near_is")).await;
        page.until_quiet().await;
        let near = EventFilter {
            near: "27.7,85.3".into(),
            language: "en".into(),
            ..EventFilter::default()
        };
        let expected = page.call::<ListEvents>((), &near).await;
        let expected: Vec<String> = expected.events.iter().map(|event| event.title.clone()).collect();
        assert_eq!(club_titles(page).await, expected);
        assert_eq!(
            page.address().await,
            "/events",
            "where the reader is stands in an address"
        );
        page.press("button", &words("events.near_not")).await;
        page.get("button", &words("events.near")).await;
    })
    .await;
}

#[tokio::test]
async fn every_event_is_shown_on_the_readers_clock_too() {
    walk(DESKTOP, async |page: &Page| {
        page.cdp(
            "Emulation.setTimezoneOverride",
            json!({ "timezoneId": "Asia/Kathmandu" }),
        )
        .await;
        page.visit("/events").await;
        let events = page.call::<ListEvents>((), &EventFilter::default()).await.events;
        let elsewhere = events.iter().filter(|event| event.zone != "Asia/Kathmandu").count();
        assert_eq!(page.texts(".own-clock").await.len(), elsewhere);
        let said = Text::new("clock.own_short").with("moment", "");
        let said = Language::English.words().say(&said);
        assert!(
            page.texts(".own-clock")
                .await
                .iter()
                .all(|clock| clock.starts_with(said.trim()))
        );
    })
    .await;
}

#[tokio::test]
async fn past_events_are_listed_with_their_sources_and_narrowed_by_the_address() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/events?past=true").await;
        let all = page.call::<ListPastEvents>((), &PastEventFilter::default()).await;
        let expected: Vec<String> = all.events.iter().map(|event| event.title.clone()).collect();
        assert_eq!(titles(page).await, expected);
        assert_eq!(page.texts(".event .event-source").await.len(), expected.len());
        page.choose("#event-country", "IN").await;
        page.until_at("/events?country=IN&past=true").await;
        page.choose("#event-kind", "reunion").await;
        page.until_at("/events?country=IN&kind=reunion&past=true").await;
        let filter = PastEventFilter::from_query("country=IN&kind=reunion");
        let some = page.call::<ListPastEvents>((), &filter).await;
        let expected: Vec<String> = some.events.iter().map(|event| event.title.clone()).collect();
        assert!(!expected.is_empty() && expected.len() < all.events.len());
        page.until_quiet().await;
        assert_eq!(titles(page).await, expected);
        page.back().await;
        page.until_at("/events?country=IN&past=true").await;
    })
    .await;
}

#[tokio::test]
async fn where_there_is_no_event_a_choice_can_be_dropped() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/events?country=BT&kind=forum&past=true").await;
        page.get("heading", &words("events.none")).await;
        assert!(titles(page).await.is_empty() && club_titles(page).await.is_empty());
        page.press_at(".empty-state button").await;
        page.until_at("/events?kind=forum&past=true").await;
    })
    .await;
}
