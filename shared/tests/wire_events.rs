//! The events' part of the wire as snapshots, like `wire.rs`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use shared::api::{from_query, to_query};
use shared::events::{EventKind, EventMode, PastEvent, PastEventFilter, PastEventList};
use shared::wire::from_json;

fn list() -> PastEventList {
    let whole = PastEvent {
        starts_on: "2023-07-29".parse().unwrap(),
        ends_on: Some("2023-08-06".parse().unwrap()),
        kind: EventKind::Workshop,
        country: Some("ID".parse().unwrap()),
        city: Some("Jakarta".into()),
        title: "SDGs workshops".into(),
        venue: Some("A university".into()),
        mode: EventMode::InPerson,
        note: Some("two parts".into()),
        source: "https://club.example/report".into(),
    };
    let sparse = PastEvent {
        starts_on: "2021-07".parse().unwrap(),
        ends_on: None,
        kind: EventKind::Webinar,
        country: None,
        city: None,
        venue: None,
        mode: EventMode::Online,
        note: None,
        ..whole.clone()
    };
    PastEventList {
        events: vec![whole, sparse],
        countries: vec!["ID".parse().unwrap(), "IN".parse().unwrap()],
        kinds: vec![EventKind::Reunion, EventKind::Webinar, EventKind::Workshop],
    }
}

#[test]
fn every_type_of_the_events_on_the_wire() {
    insta::assert_json_snapshot!("past_event_list", list());
    let codes = |all: Vec<&str>| all.join(" ");
    let kinds = codes(EventKind::ALL.iter().map(|kind| kind.code()).collect());
    let modes = codes(EventMode::ALL.iter().map(|mode| mode.code()).collect());
    insta::assert_snapshot!("codes", format!("{kinds}\n{modes}"));
}

#[test]
fn what_is_written_of_the_events_is_read_again() {
    let text = serde_json::to_string(&list()).unwrap();
    assert_eq!(serde_json::from_str::<PastEventList>(&text).unwrap(), list());
    assert_eq!(from_json(&text), Ok(list()));
    for wrong in ["\"2021-13\"", "\"2021\"", "2021", "null"] {
        let text = text.replace("\"2021-07\"", wrong);
        assert!(serde_json::from_str::<PastEventList>(&text).is_err(), "{wrong}");
        assert!(from_json::<PastEventList>(&text).is_err(), "{wrong}");
    }
}

#[test]
fn filters_of_the_events_as_addresses() {
    let filter = PastEventFilter {
        country: Some("IN".parse().unwrap()),
        kind: Some(EventKind::Reunion),
    };
    insta::assert_snapshot!(to_query(&filter).unwrap());
    for filter in [PastEventFilter::default(), filter] {
        let query = to_query(&filter).unwrap();
        assert_eq!(from_query::<PastEventFilter>(&query).unwrap(), filter);
    }
    for wrong in ["country=XX", "country=", "kind=party", "kind=Reunion"] {
        assert!(from_query::<PastEventFilter>(wrong).is_err(), "{wrong}");
    }
}
