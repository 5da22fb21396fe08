//! The club's own events on the wire as snapshots, like `wire.rs`; and everything that the server answers is read again
//! by the page's own reader.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod samples;

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::api::{from_query, to_query};
use shared::events::{
    CancelInput, Diet, EventAudience, EventChange, EventDetail, EventDraft, EventFilter, EventInput, EventKind,
    EventLife, EventPage, EventReach, LanguageFilter, LifeStep, LocalTime, MarkdownInput, MessageInput, MessageOutcome,
    OwnEvent, OwnEventList, PublishInput, QuestionKind, RenderedText, ReportInput, TakenPicture, Which,
};
use shared::ids::{EventId, PictureId};
use shared::rsvp::Summary;
use shared::wire::from_json;
use shared::words::Text;

use samples::{audience, countries, id, input, moment, questions, report, seats, sparse, whole};

/// Snapshots a value, and reads what was written of it in both ways.
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(name: &str, value: &T) {
    insta::assert_json_snapshot!(name, value);
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value, "{name}");
    assert_eq!(from_json::<T>(&text).as_ref(), Ok(value), "{name}");
}

#[test]
fn events_as_their_readers_see_them() {
    let page = EventPage {
        events: vec![whole(), sparse()],
        total: 2,
        countries: countries(&["IN", "JP", "NP"]),
        kinds: vec![EventKind::Reunion],
    };
    check("event_page", &page);
    let detail = EventDetail {
        summary: whole(),
        description_html: "<p>Come.</p>".into(),
        languages: vec!["en".into(), "ja".into()],
        address: Some("2-3-6 Aomi".into()),
        point: Some("35.6191,139.7766".into()),
        link: Some("https://meet.example/room".into()),
        closes_at: moment("2026-12-01T09:00:00Z"),
        companions_max: 3,
        fill_seats: true,
        hold_hours: 12,
        questions: questions(),
        audience: audience(),
        cancel_reason: Some("A typhoon comes.".into()),
        report: Some(report()),
        is_organiser: true,
    };
    check("event_detail", &detail);
    let bare = EventDetail {
        summary: sparse(),
        address: None,
        point: None,
        link: None,
        questions: Vec::new(),
        audience: EventAudience::default(),
        cancel_reason: None,
        report: None,
        is_organiser: false,
        ..detail
    };
    check("event_detail_for_visitors", &bare);
}

#[test]
fn events_as_their_organisers_have_them() {
    let draft = EventDraft {
        id: EventId(id(1)),
        version: 3,
        life: EventLife::Scheduled,
        publish_at: Some(moment("2026-11-25T00:00:00Z")),
        input: input(),
        starts_at: Some(moment("2026-12-05T09:00:00Z")),
        ends_at: None,
        cover: None,
        seats: seats(),
        notes: vec![Text::new("event_note.over_room").with("count", 1)],
    };
    check("event_draft", &draft);
    check("new_event", &EventInput::default());
    let change = EventChange {
        version: 3,
        input: input(),
    };
    check("event_change", &change);
    let own = OwnEvent {
        id: EventId(id(1)),
        life: EventLife::Draft,
        kind: EventKind::Webinar,
        title: String::new(),
        starts_at: None,
        zone: String::new(),
        publish_at: None,
        seats: Summary::default(),
    };
    check("own_event_list", &OwnEventList { events: vec![own] });
    check("event_report", &report());
    let taken = TakenPicture {
        id: PictureId(id(3)),
        width: 1_600,
        height: 900,
    };
    check("taken_picture", &taken);
    check("message_outcome", &MessageOutcome { recipients: 2 });
    let rendered = RenderedText {
        html: "<p>Come.</p>".into(),
    };
    check("rendered_text", &rendered);
}

#[test]
fn what_organisers_say() {
    check("publish_now", &PublishInput::default());
    let later = PublishInput {
        at: Some(LocalTime {
            at: "2026-11-25T09:00".into(),
            which: None,
        }),
    };
    check("publish_later", &later);
    let words = || "Words\nin two lines".to_owned();
    check("cancel_input", &CancelInput { reason: words() });
    check("message_input", &MessageInput { text: words() });
    check("markdown_input", &MarkdownInput { text: words() });
    let report = ReportInput {
        came_count: 2,
        countries: countries(&["IN"]),
        text: words(),
    };
    check("report_input", &report);
}

#[test]
fn an_absent_place_is_no_place_and_an_absent_rest_is_that_of_a_new_draft() {
    let read = from_json::<EventInput>("{}").unwrap();
    assert_eq!(
        read,
        EventInput {
            room: None,
            ..EventInput::default()
        }
    );
    for wrong in [
        r#"{"kind":"party"}"#,
        r#"{"room":{"seats":-1}}"#,
        r#"{"hosts":["XX"]}"#,
        r#"{"audience":{}}"#,
        r#"{"starts":"2026-12-05T18:00"}"#,
        "null",
    ] {
        assert!(from_json::<EventInput>(wrong).is_err(), "{wrong}");
        assert!(serde_json::from_str::<EventInput>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn codes_and_filters_of_the_clubs_events() {
    let codes = [
        EventLife::ALL.iter().map(|code| code.code()).collect::<Vec<_>>(),
        LifeStep::ALL.iter().map(|code| code.code()).collect(),
        EventReach::ALL.iter().map(|code| code.code()).collect(),
        Which::ALL.iter().map(|code| code.code()).collect(),
        QuestionKind::ALL.iter().map(|code| code.code()).collect(),
        Diet::ALL.iter().map(|code| code.code()).collect(),
    ];
    insta::assert_snapshot!("event_codes", codes.map(|list| list.join(" ")).join("\n"));
    let filter = EventFilter {
        country: "IN".parse().ok(),
        kind: Some(EventKind::Webinar),
        online: true,
        past: true,
        near: "35.6,139.7".into(),
        language: "ja".into(),
    };
    let language = LanguageFilter { language: "ja".into() };
    let queries = [to_query(&filter).unwrap(), to_query(&language).unwrap()];
    insta::assert_snapshot!("event_queries", queries.join("\n"));
    for filter in [EventFilter::default(), filter] {
        let query = to_query(&filter).unwrap();
        assert_eq!(from_query::<EventFilter>(&query).unwrap(), filter);
    }
}
