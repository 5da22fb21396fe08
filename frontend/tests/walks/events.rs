//! The record of past events: every event has its source, what is chosen stands in the address, and nothing found is
//! said with a way on.

use shared::events::{ListPastEvents, PastEventFilter};

use crate::support::{DESKTOP, Page, walk, words};

async fn titles(page: &Page) -> Vec<String> {
    page.texts("[aria-labelledby=record-title] .event h3").await
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
        assert!(titles(page).await.is_empty());
        page.press_at(".empty-state button").await;
        page.until_at("/events?kind=forum&past=true").await;
    })
    .await;
}
