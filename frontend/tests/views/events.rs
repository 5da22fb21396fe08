//! Past events: rows with everything and with little, groups of years, filters, and nothing that fits.

use frontend::features::events::{event_list, filters, no_events};
use frontend::words::Words;
use shared::events::{EventKind, EventMode, PastEvent, PastEventFilter, PastEventList};
use yew::Callback;

use super::drawn;

fn whole() -> PastEvent {
    PastEvent {
        starts_on: "2023-07-29".parse().unwrap(),
        ends_on: Some("2023-08-06".parse().unwrap()),
        kind: EventKind::Workshop,
        country: Some("ID".parse().unwrap()),
        city: Some("Jakarta".into()),
        title: "SDGs workshops".into(),
        venue: Some("A university".into()),
        mode: EventMode::InPerson,
        note: Some("two parts".into()),
        source: "https://club.example/report.html".into(),
    }
}

fn sparse() -> PastEvent {
    PastEvent {
        starts_on: "2021-07".parse().unwrap(),
        ends_on: None,
        kind: EventKind::Webinar,
        country: None,
        city: None,
        title: "A webinar".into(),
        venue: None,
        mode: EventMode::Online,
        note: None,
        source: "A brochure (seed 002)".into(),
    }
}

fn filter(country: Option<&str>, kind: Option<EventKind>) -> PastEventFilter {
    let country = country.map(|code| code.parse().unwrap());
    PastEventFilter { country, kind }
}

#[tokio::test]
async fn events_stand_in_groups_of_years() {
    let earlier = PastEvent {
        starts_on: "2023-01-23".parse().unwrap(),
        ends_on: None,
        ..whole()
    };
    let html = event_list(&Words::default(), &[whole(), earlier, sparse()]);
    insta::assert_snapshot!("event_list", drawn(html).await);
}

#[tokio::test]
async fn a_chosen_country_without_events_stands_among_the_choices() {
    let list = PastEventList {
        events: Vec::new(),
        countries: vec!["ID".parse().unwrap(), "IN".parse().unwrap()],
        kinds: vec![EventKind::Reunion, EventKind::Forum],
    };
    let words = Words::default();
    let html = filters(
        &words,
        filter(Some("DE"), Some(EventKind::Forum)),
        &list,
        &Callback::noop(),
    );
    insta::assert_snapshot!("event_filters", drawn(html).await);
    let html = drawn(filters(&words, filter(None, None), &list, &Callback::noop())).await;
    assert!(!html.contains("value=\"DE\""), "{html}");
}

#[tokio::test]
async fn no_event_offers_every_filter_to_drop() {
    let words = Words::default();
    let html = no_events(&words, filter(Some("SG"), Some(EventKind::Forum)), &Callback::noop());
    insta::assert_snapshot!("no_events", drawn(html).await);
    let html = drawn(no_events(&words, filter(None, None), &Callback::noop())).await;
    assert!(!html.contains("<button"), "{html}");
}
