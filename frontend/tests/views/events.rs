//! Past events: rows with everything and with little, groups of years, filters, and nothing that fits.

use frontend::features::events::{Choices, event_list, filters, no_events};
use shared::events::{EventFilter, EventKind, EventMode, PastEvent};
use yew::Callback;

use super::{drawn, english};

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

fn filter(query: &str) -> EventFilter {
    EventFilter::from_query(query)
}

#[tokio::test]
async fn events_stand_in_groups_of_years() {
    let earlier = PastEvent {
        starts_on: "2023-01-23".parse().unwrap(),
        ends_on: None,
        ..whole()
    };
    let html = event_list(&english(), &[whole(), earlier, sparse()]);
    insta::assert_snapshot!("event_list", drawn(html).await);
}

#[tokio::test]
async fn a_chosen_country_without_events_stands_among_the_choices() {
    let countries = ["ID", "IN"].map(|code| code.parse().unwrap());
    let choices = Choices::default().with(&countries, &[EventKind::Reunion, EventKind::Forum]);
    let words = english();
    let html = filters(&words, &filter("country=DE&kind=forum"), &choices, &Callback::noop());
    insta::assert_snapshot!("event_filters", drawn(html).await);
    let html = drawn(filters(&words, &filter(""), &choices, &Callback::noop())).await;
    assert!(!html.contains("value=\"DE\""), "{html}");
}

#[tokio::test]
async fn no_event_offers_every_filter_to_drop() {
    let words = english();
    let html = no_events(&words, &filter("country=SG&kind=forum&online=true"), &Callback::noop());
    insta::assert_snapshot!("no_events", drawn(html).await);
    let html = drawn(no_events(&words, &filter("past=true"), &Callback::noop())).await;
    assert!(!html.contains("<button") && !html.contains("<a "), "{html}");
}
