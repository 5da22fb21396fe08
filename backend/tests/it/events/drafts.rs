//! Drafts: kept as they were typed, saved over and over, copied, deleted.

use backend::entity::event_log;
use sea_orm::EntityTrait;
use shared::api::{Empty, ProblemCode};
use shared::codes::Role;
use shared::events::{
    CreateEvent, DeleteEvent, DuplicateEvent, EventChange, EventInput, EventLife, GetEvent, GetEventDraft,
    LanguageFilter, ListOwnEvents, UpdateEvent,
};
use shared::ids::EventId;

use super::{at, complete, coordinator, created, pass, published, signed_in, soon, text};
use crate::support::{DAY, TestApp};

#[tokio::test]
async fn a_draft_keeps_everything_that_was_typed_and_knows_what_is_a_moment() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let empty = created(&olga, EventInput::default()).await;
    assert_eq!(
        (empty.version, empty.life, empty.starts_at),
        (1, EventLife::Draft, None)
    );
    assert_eq!(empty.input, EventInput::default());
    let odd = EventInput {
        zone: "Asia/Atlantis".into(),
        starts: at("some time in spring"),
        ends: at("2026-12-05T20:00"),
        texts: vec![text("en", "  A title  "), text("", "")],
        ..EventInput::default()
    };
    let change = EventChange {
        version: 1,
        input: odd.clone(),
    };
    let saved = olga.call::<UpdateEvent>(empty.id, change).await.good();
    assert_eq!((saved.version, &saved.input), (2, &odd));
    assert_eq!((saved.starts_at, saved.ends_at), (None, None));
    let change = EventChange {
        version: 2,
        input: complete(),
    };
    let saved = olga.call::<UpdateEvent>(empty.id, change).await.good();
    assert_eq!(saved.starts_at.unwrap().to_string(), "2026-12-05T09:00:00Z");
    assert_eq!(saved.ends_at.unwrap().to_string(), "2026-12-05T11:00:00Z");
    let read = olga.call::<GetEventDraft>(empty.id, Empty {}).await.good();
    assert_eq!(read, saved);
    let answer = t
        .anonymous()
        .call::<GetEvent>(empty.id, LanguageFilter::default())
        .await;
    assert_eq!(
        answer.problem(ProblemCode::NotFound).text.key,
        "problem.not_found_event"
    );
}

#[tokio::test]
async fn who_saves_over_a_newer_version_is_told_and_nothing_is_lost() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let other = coordinator(&t).await;
    let draft = created(&olga, complete()).await;
    let change = |version: u32, title: &str| EventChange {
        version,
        input: EventInput {
            texts: vec![text("en", title)],
            ..complete()
        },
    };
    other.call::<UpdateEvent>(draft.id, change(1, "Theirs")).await.good();
    let refused = olga.call::<UpdateEvent>(draft.id, change(1, "Mine")).await;
    let problem = refused.problem(ProblemCode::Conflict);
    assert_eq!(problem.text.key, "problem.event_changed_meanwhile");
    let kept = olga.call::<GetEventDraft>(draft.id, Empty {}).await.good();
    assert_eq!((kept.version, kept.input.texts[0].title.as_str()), (2, "Theirs"));
    olga.call::<UpdateEvent>(draft.id, change(2, "Mine")).await.good();
}

#[tokio::test]
async fn two_who_save_at_once_are_one_who_saves_and_one_who_is_told() {
    let t = TestApp::new().await;
    let (olga, other) = (coordinator(&t).await, coordinator(&t).await);
    let draft = created(&olga, complete()).await;
    let change = || EventChange {
        version: 1,
        input: complete(),
    };
    let (one, two) = tokio::join!(
        olga.call::<UpdateEvent>(draft.id, change()),
        other.call::<UpdateEvent>(draft.id, change())
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test]
async fn last_years_event_is_copied_and_a_draft_deleted() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let last = published(&olga, soon()).await;
    pass(&t, 3 * DAY);
    let copy = olga.call::<DuplicateEvent>(last, Empty {}).await.good();
    assert_eq!((copy.life, copy.version, &copy.input), (EventLife::Draft, 1, &soon()));
    assert_ne!(copy.id, last);
    let refused = olga.call::<DeleteEvent>(last, Empty {}).await;
    assert_eq!(refused.problem(ProblemCode::Conflict).text.key, "problem.event_step");
    olga.call::<DeleteEvent>(copy.id, Empty {}).await.good();
    let gone = olga.call::<GetEventDraft>(copy.id, Empty {}).await;
    gone.problem(ProblemCode::NotFound);
    olga.call::<DeleteEvent>(copy.id, Empty {})
        .await
        .problem(ProblemCode::NotFound);
    let log = event_log::Entity::find().all(&t.app.db.read).await.unwrap();
    let actions: Vec<_> = log.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["create", "publish"], "the log of a draft goes with it");
}

#[tokio::test]
async fn organisers_list_their_events_drafts_first_and_what_is_over_last() {
    let t = TestApp::new().await;
    let olga_id = t.person("Olga").role(Role::Coordinator).insert().await;
    let olga = t.signed_in(olga_id).await;
    let admin = signed_in(&t, Role::Admin, "JP").await;
    let foreign = signed_in(&t, Role::Coordinator, "NP").await;
    let now = t.app.clock.now().as_millisecond();
    let event = |title: &'static str| t.event().title(title);
    let over = |days: i64| (now - days * DAY, now - days * DAY + 1);
    for (title, (from, to)) in [("Older", over(9)), ("Latest", over(2))] {
        event(title).lasting(from, to).insert().await;
    }
    for (title, day) in [("Later", 9), ("Next", 3)] {
        event(title)
            .lasting(now + day * DAY, now + day * DAY + 1)
            .insert()
            .await;
    }
    event("Called off")
        .life("cancelled")
        .lasting(now + 5 * DAY, now + 6 * DAY)
        .insert()
        .await;
    event("Nepal's").hosts(&["NP"]).insert().await;
    event("Together").hosts(&["IN", "NP"]).life("draft").insert().await;
    event("Nobody's").hosts(&[]).life("draft").insert().await;
    pass(&t, 60_000);
    event("Mine")
        .hosts(&[])
        .life("draft")
        .created_by(olga_id)
        .insert()
        .await;
    let list = olga.call::<ListOwnEvents>((), Empty {}).await.good();
    let titles: Vec<_> = list.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Mine", "Together", "Next", "Called off", "Later", "Latest", "Older"]
    );
    let lives: Vec<_> = list.events.iter().map(|event| event.life.code()).collect();
    assert_eq!(
        lives,
        ["draft", "draft", "published", "cancelled", "published", "past", "past"]
    );
    let all = admin.call::<ListOwnEvents>((), Empty {}).await.good();
    assert_eq!(all.events.len(), 9);
    let theirs = foreign.call::<ListOwnEvents>((), Empty {}).await.good();
    assert_eq!(theirs.events.len(), 2);
}

#[tokio::test]
async fn coordinators_begin_events_for_their_own_chapter_and_keep_them_there() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let hosted = |codes: &[&str]| EventInput {
        hosts: codes.iter().map(|code| code.parse().unwrap()).collect(),
        ..complete()
    };
    let refused = olga.call::<CreateEvent>((), hosted(&["NP"])).await;
    let problem = refused.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["hosts"][0].key, "invalid.own_chapter");
    let draft = created(&olga, hosted(&["NP", "IN"])).await;
    let change = |hosts: &[&str]| EventChange {
        version: 1,
        input: hosted(hosts),
    };
    let refused = olga.call::<UpdateEvent>(draft.id, change(&["NP"])).await;
    let problem = refused.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["input.hosts"][0].key, "invalid.own_chapter");
    let nepal = signed_in(&t, Role::Coordinator, "NP").await;
    let refused = nepal.call::<UpdateEvent>(draft.id, change(&[])).await;
    refused.problem(ProblemCode::Invalid);
    nepal.call::<UpdateEvent>(draft.id, change(&["NP"])).await.good();
    olga.call::<GetEventDraft>(draft.id, Empty {})
        .await
        .problem(ProblemCode::NotFound);
    let admin = signed_in(&t, Role::Admin, "JP").await;
    let any: EventId = created(&admin, hosted(&["NP"])).await.id;
    admin.call::<DeleteEvent>(any, Empty {}).await.good();
}
