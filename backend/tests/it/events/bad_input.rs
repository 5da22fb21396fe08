//! What bad input of organisers gets: a problem at its field, never a fault of ours.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};
use shared::api::{Problem, ProblemCode};
use shared::events::{
    CancelEvent, CancelInput, MarkdownInput, MessageAttendees, MessageInput, RenderMarkdown, ReportInput,
    SetEventReport,
};
use shared::rsvp::{Answer, RsvpInput, SetRsvp};

use super::{complete, coordinator, created, published};
use crate::support::{Actor, TestApp};

const CONTROL: &str = "invalid.control_character";

/// Sends an event with one part of it replaced.
async fn sent(who: &Actor, pointer: &str, value: Value) -> Problem {
    let mut input = serde_json::to_value(complete()).unwrap();
    *input.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
    let request = Request::post("/api/organiser/events")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(input.to_string()))
        .unwrap();
    who.send::<()>(request).await.problem(ProblemCode::Invalid)
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
#[tokio::test]
async fn values_that_cannot_be_are_refused_at_their_field() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    for (pointer, value, field, key) in [
        ("/room/seats", json!(-1), "room.seats", "invalid.unknown_value"),
        ("/room/seats", json!(0), "room.seats", "invalid.between"),
        ("/room/seats", json!(100_001), "room.seats", "invalid.between"),
        ("/room/seats", json!(1.5), "room.seats", "invalid.unknown_value"),
        (
            "/room/seats",
            json!(99_999_999_999_u64),
            "room.seats",
            "invalid.unknown_value",
        ),
        ("/room/country", json!("XX"), "room.country", "invalid.unknown_value"),
        ("/room/point", json!("91,0"), "room.point", "invalid.point"),
        (
            "/room/venue",
            json!("a\u{0}b"),
            "room.venue",
            "invalid.control_character",
        ),
        ("/room/venue", json!("a".repeat(301)), "room.venue", "invalid.too_long"),
        ("/companions_max", json!(10_000), "companions_max", "invalid.between"),
        ("/companions_max", json!(-1), "companions_max", "invalid.unknown_value"),
        ("/hold_hours", json!(0), "hold_hours", "invalid.between"),
        ("/hold_hours", json!(169), "hold_hours", "invalid.between"),
        ("/kind", json!("party"), "kind", "invalid.unknown_value"),
        ("/hosts", json!(["ZZ"]), "hosts", "invalid.unknown_value"),
        (
            "/audience/reach",
            json!("nobody"),
            "audience.reach",
            "invalid.unknown_value",
        ),
        (
            "/texts/0/title",
            json!("a".repeat(121)),
            "texts.0.title",
            "invalid.too_long",
        ),
        (
            "/texts/0/title",
            json!("a\nb"),
            "texts.0.title",
            "invalid.control_character",
        ),
        (
            "/texts/0/summary",
            json!("a\u{0}b"),
            "texts.0.summary",
            "invalid.control_character",
        ),
        (
            "/texts/0/description",
            json!("a\u{0}b"),
            "texts.0.description",
            "invalid.control_character",
        ),
        (
            "/room/address",
            json!("a\u{1b}b"),
            "room.address",
            "invalid.control_character",
        ),
        (
            "/texts/0/language",
            json!("English"),
            "texts.0.language",
            "invalid.unknown_value",
        ),
        (
            "/texts/0/description",
            json!("a".repeat(12_001)),
            "texts.0.description",
            "invalid.too_long",
        ),
        ("/starts", json!("2026-12-05T18:00"), "starts", "invalid.unknown_value"),
        (
            "/questions",
            json!([{ "id": "q", "kind": "choice", "label": "?" }]),
            "questions.0.choices",
            "invalid.between",
        ),
    ] {
        let problem = sent(&olga, pointer, value).await;
        let texts = problem.fields.get(field);
        assert_eq!(
            texts.map(|texts| texts[0].key.as_ref()),
            Some(key),
            "{pointer}: {:?}",
            problem.fields
        );
    }
}

#[tokio::test]
async fn bodies_of_the_wrong_kind_or_size_are_refused() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let draft = created(&olga, complete()).await;
    let address = format!("/api/organiser/events/{}", draft.id);
    let put = || Request::put(&address).header(header::CONTENT_TYPE, "application/json");
    let large = put().body(Body::from(vec![b' '; 70_000])).unwrap();
    olga.send::<()>(large).await.problem(ProblemCode::TooLarge);
    let half = put().body(Body::from(r#"{"version":1}"#)).unwrap();
    let problem = olga.send::<()>(half).await.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["input"][0].key, "invalid.missing");
    let negative = put().body(Body::from(r#"{"version":-1,"input":{}}"#)).unwrap();
    let problem = olga.send::<()>(negative).await.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["version"][0].key, "invalid.unknown_value");
}

#[tokio::test]
async fn signs_that_nobody_sees_are_refused_wherever_words_are_kept() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let event = published(&olga, complete()).await;
    let words = "a\u{0}b".to_owned();
    let key = |problem: Problem, field: &str| problem.fields[field][0].key.clone();
    let reason = CancelInput { reason: words.clone() };
    let answer = olga.call::<CancelEvent>(event, reason).await;
    assert_eq!(key(answer.problem(ProblemCode::Invalid), "reason"), CONTROL);
    let text = MessageInput { text: words.clone() };
    let answer = olga.call::<MessageAttendees>(event, text).await;
    assert_eq!(key(answer.problem(ProblemCode::Invalid), "text"), CONTROL);
    let text = MarkdownInput { text: words.clone() };
    let answer = olga.call::<RenderMarkdown>((), text).await;
    assert_eq!(key(answer.problem(ProblemCode::Invalid), "text"), CONTROL);
    let report = ReportInput {
        text: words.clone(),
        ..ReportInput::default()
    };
    let answer = olga.call::<SetEventReport>(event, report).await;
    assert_eq!(key(answer.problem(ProblemCode::Invalid), "text"), CONTROL);
    let rsvp = RsvpInput {
        zone: words,
        ..RsvpInput::of(Answer::InPerson)
    };
    let answer = olga.call::<SetRsvp>(event, rsvp).await;
    assert_eq!(
        key(answer.problem(ProblemCode::Invalid), "zone"),
        "invalid.unknown_value"
    );
    let address = "/api/mails/unsubscribe?kind=message&token=a%00b";
    assert!(t.anonymous().get(address).await.status.is_client_error());
}
