//! What people are told: of changes, that an event was called off, messages.

use backend::entity::{event, outbox};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::api::{Empty, ProblemCode};
use shared::events::{
    CancelEvent, CancelInput, EventChange, EventInput, EventLife, GetEvent, GetEventDraft, LanguageFilter,
    MessageAttendees, MessageInput, RoomInput, UpdateEvent,
};
use shared::ids::{EventId, MemberId};
use shared::rsvp::{Answer, GetRsvp, IfFull, OwnStanding, RsvpInput, SetRsvp};

use super::{at, complete, coordinator, mails, published};
use crate::support::{Actor, TestApp};

/// Answers in a language, which is how mails are told apart.
pub(super) async fn answers(t: &TestApp, event: EventId, language: &str, answer: Answer) -> MemberId {
    let id = t.person(language).insert().await;
    let input = RsvpInput {
        if_full: IfFull::Wait,
        language: language.into(),
        zone: "Asia/Kolkata".into(),
        ..RsvpInput::of(answer)
    };
    t.signed_in(id).await.call::<SetRsvp>(event, input).await.good();
    id
}

/// A published event with two seats: `aa` and `bb` have them, `cc` waits, `dd` may come, `ee` does not.
pub(super) async fn answered(t: &TestApp, olga: &Actor, input: EventInput) -> EventId {
    let id = published(olga, input).await;
    for (language, answer) in [
        ("aa", Answer::InPerson),
        ("bb", Answer::InPerson),
        ("cc", Answer::InPerson),
        ("dd", Answer::Maybe),
        ("ee", Answer::Cannot),
    ] {
        answers(t, id, language, answer).await;
    }
    id
}

pub(super) fn languages(mails: &[(String, String)]) -> Vec<&str> {
    mails.iter().map(|(language, _)| language.as_str()).collect()
}

async fn sequence(t: &TestApp, id: EventId) -> i32 {
    let row = event::Entity::find_by_id(id.0).one(&t.app.db.read).await.unwrap();
    row.unwrap().sequence
}

fn change(version: u32, input: EventInput) -> EventChange {
    EventChange { version, input }
}

pub(super) fn with_seats(seats: u32) -> EventInput {
    let mut input = complete();
    input.room.as_mut().unwrap().seats = Some(seats);
    input
}

#[tokio::test]
async fn whoever_answered_is_told_what_is_different_and_calendars_learn_of_it() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = answered(&t, &olga, complete()).await;
    let moved = EventInput {
        starts: at("2026-12-05T17:00"),
        room: Some(RoomInput {
            venue: "Sakura Hall, Tokyo".into(),
            ..complete().room.unwrap()
        }),
        ..complete()
    };
    olga.call::<UpdateEvent>(id, change(2, moved.clone())).await.good();
    let told = mails(&t, "changed").await;
    assert_eq!(languages(&told), ["aa", "bb", "cc", "dd"]);
    let said: serde_json::Value = serde_json::from_str(&told[0].1).unwrap();
    assert_eq!(said["changes"], serde_json::json!(["time", "place"]));
    assert_eq!(said["before"]["starts_at"], 1_796_461_200_000_i64);
    assert_eq!(sequence(&t, id).await, 1);
    let rows = outbox::Entity::find().filter(outbox::Column::Kind.eq("changed"));
    let rows = rows.all(&t.app.db.read).await.unwrap();
    assert!(
        rows.iter()
            .all(|row| row.zone == "Asia/Kolkata" && row.event_id == Some(id.0))
    );
    // What nobody needs to know is not told.
    let quiet = EventInput {
        companions_max: 3,
        fill_seats: true,
        ..moved
    };
    olga.call::<UpdateEvent>(id, change(3, quiet)).await.good();
    assert_eq!((mails(&t, "changed").await.len(), sequence(&t, id).await), (4, 1));
}

#[tokio::test]
async fn a_draft_tells_nobody_and_a_published_event_stays_complete() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = answered(&t, &olga, complete()).await;
    let bare = EventInput {
        room: None,
        ..complete()
    };
    let problem = olga
        .call::<UpdateEvent>(id, change(2, bare))
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["input.room"][0].key, "invalid.event_nowhere");
    let kept = olga.call::<GetEventDraft>(id, Empty {}).await.good();
    assert_eq!((kept.version, kept.input), (2, complete()));
    assert_eq!(mails(&t, "changed").await, []);
}

#[tokio::test]
async fn fewer_seats_than_people_take_nothing_from_anybody_and_are_said() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = answered(&t, &olga, complete()).await;
    let lowered = olga.call::<UpdateEvent>(id, change(2, with_seats(1))).await.good();
    assert_eq!(lowered.seats.pools.room.over, 1);
    let notes: Vec<_> = lowered
        .notes
        .iter()
        .map(|note| (note.key.as_ref(), note.args["count"].as_str()))
        .collect();
    assert_eq!(notes, [("event_note.over_room", "1")]);
    let same = olga.call::<UpdateEvent>(id, change(3, with_seats(1))).await.good();
    assert_eq!(same.notes, [], "it is said once");
    let seats = t.anonymous().call::<GetRsvp>(id, Empty {}).await.good().seats;
    assert_eq!(seats.pools.room.confirmed.people, 2);
}

#[tokio::test]
async fn more_seats_are_offered_to_those_who_wait_at_once() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = published(&olga, with_seats(1)).await;
    answers(&t, id, "aa", Answer::InPerson).await;
    let waiting = answers(&t, id, "bb", Answer::InPerson).await;
    olga.call::<UpdateEvent>(id, change(2, with_seats(2))).await.good();
    let bb = t.with_session_of(waiting);
    let own = bb.call::<GetRsvp>(id, Empty {}).await.good().own.unwrap();
    assert_eq!(own.standing, OwnStanding::Offered);
    assert_eq!(languages(&mails(&t, "offer").await), ["bb"]);
}

#[tokio::test]
async fn an_event_is_called_off_with_a_reason_and_stays_to_be_seen() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = answered(&t, &olga, complete()).await;
    let because = |reason: &str| CancelInput { reason: reason.into() };
    let problem = olga
        .call::<CancelEvent>(id, because(" "))
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["reason"][0].key, "invalid.required");
    let off = olga.call::<CancelEvent>(id, because("A typhoon comes.")).await.good();
    assert_eq!((off.life, off.version), (EventLife::Cancelled, 3));
    let told = mails(&t, "cancelled").await;
    assert_eq!(languages(&told), ["aa", "bb", "cc", "dd"]);
    assert_eq!(told[0].1, r#"{"reason":"A typhoon comes."}"#);
    assert_eq!(sequence(&t, id).await, 1);
    let seen = t
        .anonymous()
        .call::<GetEvent>(id, LanguageFilter::default())
        .await
        .good();
    assert_eq!(seen.summary.life, EventLife::Cancelled);
    assert_eq!(seen.cancel_reason.as_deref(), Some("A typhoon comes."));
    olga.call::<CancelEvent>(id, because("Again."))
        .await
        .problem(ProblemCode::Conflict);
    let refused = olga.call::<UpdateEvent>(id, change(3, complete())).await;
    assert_eq!(refused.problem(ProblemCode::Conflict).text.key, "problem.event_closed");
    assert_eq!(mails(&t, "cancelled").await.len(), 4);
}

#[tokio::test]
async fn organisers_write_to_those_who_come() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = answered(&t, &olga, complete()).await;
    let message = |text: &str| MessageInput { text: text.into() };
    let sent = olga
        .call::<MessageAttendees>(id, message(" Bring\na coat. "))
        .await
        .good();
    assert_eq!(sent.recipients, 2);
    let told = mails(&t, "message").await;
    assert_eq!(languages(&told), ["aa", "bb"]);
    assert_eq!(told[0].1, r#"{"text":"Bring\na coat."}"#);
    for text in ["", " \n", &"a".repeat(4_001)] {
        let refused = olga.call::<MessageAttendees>(id, message(text)).await;
        assert!(refused.problem(ProblemCode::Invalid).fields.contains_key("text"));
    }
    let draft = super::created(&olga, complete()).await.id;
    let refused = olga.call::<MessageAttendees>(draft, message("Hello")).await;
    refused.problem(ProblemCode::Conflict);
}
