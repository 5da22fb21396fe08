//! Who may do what: anybody, members, coordinators of others and of one's own, admins; and what they are told.

use shared::api::{Empty, ProblemCode};
use shared::codes::Role;
use shared::events::{
    CancelEvent, CancelInput, DeleteEvent, DuplicateEvent, EventChange, GetEvent, GetEventDraft, LanguageFilter,
    MessageAttendees, MessageInput, PublishEvent, PublishInput, ReportInput, SetEventReport, UnscheduleEvent,
    UpdateEvent,
};
use shared::ids::EventId;

use super::{complete, signed_in};
use crate::support::{Actor, TestApp};

/// The statuses of every row for organisers of an event.
async fn statuses(who: &Actor, id: EventId) -> [u16; 9] {
    let words = || "Words".to_owned();
    let change = EventChange {
        version: 99,
        input: complete(),
    };
    [
        who.call::<GetEventDraft>(id, Empty {}).await.status,
        who.call::<UpdateEvent>(id, change).await.status,
        who.call::<DuplicateEvent>(id, Empty {}).await.status,
        who.call::<DeleteEvent>(id, Empty {}).await.status,
        who.call::<PublishEvent>(id, PublishInput::default()).await.status,
        who.call::<UnscheduleEvent>(id, Empty {}).await.status,
        who.call::<MessageAttendees>(id, MessageInput { text: words() })
            .await
            .status,
        who.call::<SetEventReport>(id, ReportInput::default()).await.status,
        who.call::<CancelEvent>(id, CancelInput { reason: words() })
            .await
            .status,
    ]
    .map(|status| status.as_u16())
}

#[tokio::test]
async fn every_row_for_organisers_asks_who_one_is_before_anything_else() {
    let t = TestApp::new().await;
    let event = t.event().hosts(&["IN"]).insert().await;
    let hidden = t.event().hosts(&["IN"]).reach("chosen", "NP", "").insert().await;
    let draft = t.event().hosts(&["IN"]).life("draft").insert().await;
    let absent = EventId(uuid::Uuid::now_v7());
    let foreign = signed_in(&t, Role::Coordinator, "VN").await;
    for (who, expected) in [
        (t.anonymous(), [401; 4]),
        (signed_in(&t, Role::Member, "IN").await, [403; 4]),
        // Who may know of an event is told that it is another's, who may not is told nothing.
        (foreign, [403, 404, 404, 404]),
    ] {
        let mut seen = Vec::new();
        for id in [event, hidden, draft, absent] {
            let statuses = statuses(&who, id).await;
            assert!(statuses.iter().all(|status| *status == statuses[0]), "{statuses:?}");
            seen.push(statuses[0]);
        }
        assert_eq!(seen, expected);
    }
    for (role, country) in [(Role::Coordinator, "IN"), (Role::Admin, "JP")] {
        let who = signed_in(&t, role, country).await;
        for id in [hidden, draft] {
            who.call::<GetEventDraft>(id, Empty {}).await.good();
        }
        let of_absent = statuses(&who, absent).await;
        assert_eq!(of_absent, [404; 9]);
    }
    let admin = signed_in(&t, Role::Admin, "JP").await;
    assert_eq!(
        statuses(&admin, event).await,
        [200, 409, 200, 409, 409, 409, 200, 409, 200]
    );
}

#[tokio::test]
async fn an_event_that_one_may_not_know_of_is_like_one_that_never_was() {
    let t = TestApp::new().await;
    let hidden = t.event().hosts(&["IN"]).reach("chosen", "NP", "").insert().await;
    let draft = t.event().hosts(&["IN"]).life("draft").insert().await;
    let absent = EventId(uuid::Uuid::now_v7());
    let member = signed_in(&t, Role::Member, "IN").await;
    for who in [t.anonymous(), member] {
        let mut told = Vec::new();
        for id in [hidden, draft, absent] {
            let answer = who.call::<GetEvent>(id, LanguageFilter::default()).await;
            let problem = answer.problem(ProblemCode::NotFound);
            told.push((problem.text, problem.fields, problem.message));
        }
        assert!(told.iter().all(|each| *each == told[0]), "{told:?}");
    }
    let chosen = signed_in(&t, Role::Member, "NP").await;
    let seen = chosen.call::<GetEvent>(hidden, LanguageFilter::default()).await.good();
    assert!(!seen.is_organiser);
    // Organisers look at what they organise, whomever it is for; a draft has no page yet.
    let own = signed_in(&t, Role::Coordinator, "IN").await;
    let seen = own.call::<GetEvent>(hidden, LanguageFilter::default()).await.good();
    assert!(seen.is_organiser);
    let answer = own.call::<GetEvent>(draft, LanguageFilter::default()).await;
    answer.problem(ProblemCode::NotFound);
}
