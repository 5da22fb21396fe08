//! Publishing: now, later, by the clock; and what must be right before people are told.

use shared::api::{Empty, Problem, ProblemCode};
use shared::events::{
    EventChange, EventFilter, EventInput, EventLife, GetEvent, GetEventDraft, LanguageFilter, ListEvents, OnlineInput,
    PublishEvent, PublishInput, UnscheduleEvent, UpdateEvent,
};

use super::{at, complete, coordinator, created, pass, published, soon};
use crate::support::{DAY, HOUR, TestApp};

fn later(text: &str) -> PublishInput {
    PublishInput { at: Some(at(text)) }
}

fn key<'a>(problem: &'a Problem, field: &str) -> Option<&'a str> {
    problem.fields.get(field).map(|texts| texts[0].key.as_ref())
}

#[tokio::test]
async fn an_event_is_published_and_everybody_sees_it() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let draft = created(&olga, complete()).await;
    let out = olga
        .call::<PublishEvent>(draft.id, PublishInput::default())
        .await
        .good();
    assert_eq!((out.life, out.version, out.publish_at), (EventLife::Published, 2, None));
    let seen = t
        .anonymous()
        .call::<GetEvent>(draft.id, LanguageFilter::default())
        .await
        .good();
    assert_eq!(seen.summary.title, "Winter reunion");
    assert_eq!(
        seen.description_html,
        "<p>All about <strong>Winter reunion</strong>.</p>\n"
    );
    assert_eq!(seen.summary.starts_at.to_string(), "2026-12-05T09:00:00Z");
    assert_eq!((seen.closes_at, seen.is_organiser), (seen.summary.starts_at, false));
    assert_eq!(seen.summary.seats.pools.room.free, Some(2));
    assert!(seen.summary.is_demo, "where people are fictional, so is what they plan");
    let again = olga.call::<PublishEvent>(draft.id, PublishInput::default()).await;
    assert_eq!(again.problem(ProblemCode::Conflict).text.key, "problem.event_step");
}

#[tokio::test]
async fn an_event_is_scheduled_taken_back_and_published_by_the_clock() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = created(&olga, complete()).await.id;
    // Now it is noon in Tokyo.
    for (text, wrong) in [
        ("2026-11-20T12:00", "invalid.in_the_past"),
        ("2026-12-05T18:00", "invalid.published_too_late"),
        ("soon", "invalid.malformed"),
        ("", "invalid.required"),
    ] {
        let problem = olga
            .call::<PublishEvent>(id, later(text))
            .await
            .problem(ProblemCode::Invalid);
        assert_eq!(key(&problem, "at.at"), Some(wrong), "{text}");
    }
    let due = later("2026-11-20T12:30");
    let waiting = olga.call::<PublishEvent>(id, due.clone()).await.good();
    assert_eq!(waiting.life, EventLife::Scheduled);
    assert_eq!(waiting.publish_at.unwrap().to_string(), "2026-11-20T03:30:00Z");
    let back = olga.call::<UnscheduleEvent>(id, Empty {}).await.good();
    assert_eq!((back.life, back.publish_at), (EventLife::Draft, None));
    olga.call::<UnscheduleEvent>(id, Empty {})
        .await
        .problem(ProblemCode::Conflict);
    olga.call::<PublishEvent>(id, due).await.good();
    let visible = async || {
        let list = t
            .anonymous()
            .call::<ListEvents>((), EventFilter::default())
            .await
            .good();
        list.total
    };
    assert_eq!(visible().await, 0);
    assert_eq!(backend::features::events::publish_due(&t.app).await.unwrap(), 0);
    pass(&t, HOUR / 2);
    assert_eq!(visible().await, 1, "the clock alone is enough");
    olga.call::<UnscheduleEvent>(id, Empty {})
        .await
        .problem(ProblemCode::Conflict);
    assert_eq!(backend::features::events::publish_due(&t.app).await.unwrap(), 1);
    assert_eq!(backend::features::events::publish_due(&t.app).await.unwrap(), 0, "once");
    let draft = olga.call::<GetEventDraft>(id, Empty {}).await.good();
    assert_eq!(draft.life, EventLife::Published);
}

#[tokio::test]
async fn a_scheduled_event_stays_complete_and_begins_after_it_is_published() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = created(&olga, complete()).await.id;
    let draft = olga.call::<PublishEvent>(id, later("2026-12-01T09:00")).await.good();
    let change = |input: EventInput| EventChange {
        version: draft.version,
        input,
    };
    let early = EventInput {
        starts: at("2026-11-30T18:00"),
        ..complete()
    };
    let problem = olga
        .call::<UpdateEvent>(id, change(early))
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(key(&problem, "input.starts.at"), Some("invalid.before_publication"));
    let problem = olga
        .call::<UpdateEvent>(id, change(EventInput::default()))
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(key(&problem, "input.texts.0.title"), Some("invalid.required"));
    let now = olga.call::<PublishEvent>(id, PublishInput::default()).await.good();
    assert_eq!((now.life, now.publish_at), (EventLife::Published, None));
}

#[tokio::test]
async fn what_has_begun_can_be_made_longer_and_what_is_over_stays_as_it_was() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = published(&olga, soon()).await;
    // An hour after the beginning.
    pass(&t, 2 * DAY + 7 * HOUR);
    let change = |version: u32, ends: &str| EventChange {
        version,
        input: EventInput {
            ends: at(ends),
            online: Some(OnlineInput::default()),
            ..soon()
        },
    };
    let problem = olga.call::<UpdateEvent>(id, change(2, "2026-11-22T18:30")).await;
    let problem = problem.problem(ProblemCode::Invalid);
    assert_eq!(key(&problem, "input.ends.at"), Some("invalid.in_the_past"));
    olga.call::<UpdateEvent>(id, change(2, "2026-11-22T21:00")).await.good();
    pass(&t, 2 * HOUR);
    let refused = olga.call::<UpdateEvent>(id, change(3, "2026-11-22T23:00")).await;
    assert_eq!(refused.problem(ProblemCode::Conflict).text.key, "problem.event_closed");
}
