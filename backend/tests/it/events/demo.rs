//! The fictional events of the demonstration: of every sort, true to the rule of seats, the same each time.

use std::collections::BTreeSet;

use backend::demo::{Plan, add_events, fill};
use backend::entity::{event, event_text, rsvp};
use sea_orm::{EntityTrait, QueryOrder};
use shared::api::Empty;
use shared::codes::Role;
use shared::events::{EventAudience, EventFilter, EventInput, EventLife, EventPage, ListEvents, ListOwnEvents};
use shared::ids::MemberId;

use crate::support::TestApp;

async fn filled(members: u32) -> TestApp {
    let mut t = TestApp::new().await;
    fill(&t.app.db, &Plan { members, seed: 1 }, false).await.unwrap();
    add_events(&t.app.db, t.app.clock.now()).await.unwrap();
    t.restart().await;
    t
}

async fn rows(t: &TestApp) -> (Vec<event::Model>, Vec<rsvp::Model>) {
    let events = event::Entity::find().order_by_asc(event::Column::Id);
    let answers = rsvp::Entity::find()
        .order_by_asc(rsvp::Column::EventId)
        .order_by_asc(rsvp::Column::MemberId);
    let db = &t.app.db.read;
    (events.all(db).await.unwrap(), answers.all(db).await.unwrap())
}

async fn public(t: &TestApp, query: &str) -> EventPage {
    let filter = EventFilter {
        language: "ja".into(),
        ..EventFilter::from_query(query)
    };
    t.anonymous().call::<ListEvents>((), filter).await.good()
}

#[tokio::test]
async fn there_is_something_of_everything_to_be_seen() {
    let t = filled(6_000).await;
    let admin = super::signed_in(&t, Role::Admin, "JP").await;
    let all = admin.call::<ListOwnEvents>((), Empty {}).await.good().events;
    let of = |life: EventLife| all.iter().filter(|event| event.life == life).count();
    let lives = [
        EventLife::Draft,
        EventLife::Published,
        EventLife::Cancelled,
        EventLife::Past,
    ]
    .map(of);
    assert_eq!(lives, [1, 13, 1, 2]);
    let zones: BTreeSet<&str> = all.iter().map(|event| event.zone.as_str()).collect();
    let kinds: BTreeSet<_> = all.iter().map(|event| event.kind).collect();
    assert!(zones.len() >= 10 && kinds.len() == 6, "{zones:?} {kinds:?}");
    let mut lists = 0;
    for pool in all.iter().map(|event| event.seats.pools.room) {
        assert_eq!(pool.over, 0, "{pool:?}");
        assert!(pool.waiting.people == 0 || pool.free == Some(0), "{pool:?}");
        lists += usize::from(pool.waiting.people > 0);
    }
    assert!(lists >= 4, "{lists}");
    let next = public(&t, "").await;
    assert!(next.events.iter().all(|event| event.is_demo) && next.total >= 7);
    let languages: BTreeSet<&str> = next.events.iter().map(|event| event.language.as_str()).collect();
    assert_eq!(languages, ["en", "ja"].into());
    let online = next.events.iter().find(|event| event.venue.is_none()).unwrap();
    assert!(online.country.is_none() && online.is_online && online.seats.pools.room.capacity == Some(0));
    assert_eq!(public(&t, "past=true").await.total, 2);
}

#[tokio::test]
async fn nobody_answers_what_they_may_not_know_of() {
    let t = filled(6_000).await;
    let (events, answers) = rows(&t).await;
    assert!(answers.len() > 500, "{}", answers.len());
    for answer in answers {
        let row = events.iter().find(|row| row.id == answer.event_id).unwrap();
        let input: EventInput = serde_json::from_str(&row.input).unwrap();
        let audience: EventAudience = input.audience;
        let invitee = t.app.directory.invitee(MemberId(answer.member_id));
        assert!(audience.admits(invitee.as_ref()), "{audience:?} {invitee:?}");
    }
}

#[tokio::test]
async fn the_same_people_and_moment_make_the_same_events_and_only_once() {
    let (one, other) = (filled(300).await, filled(300).await);
    let before = rows(&one).await;
    assert_eq!(before, rows(&other).await);
    add_events(&one.app.db, one.app.clock.now()).await.unwrap();
    assert_eq!(rows(&one).await, before);
    let texts = event_text::Entity::find().all(&one.app.db.read).await.unwrap();
    let drafts = before.0.iter().filter(|row| row.life == "draft").map(|row| row.id);
    let drafts: Vec<_> = drafts.collect();
    let is_told = |text: &&event_text::Model| !drafts.contains(&text.event_id);
    assert!(texts.iter().filter(is_told).all(|text| !text.summary.is_empty()));
}

#[tokio::test]
async fn when_all_are_over_there_are_new_ones_and_nothing_else_changes() {
    let t = filled(300).await;
    let real = t.event().title("A real one").insert().await;
    let (mut before, answers) = rows(&t).await;
    // The last one begins in 88 days: as long as one is to come, nothing is added.
    super::pass(&t, 80 * crate::support::DAY);
    add_events(&t.app.db, t.app.clock.now()).await.unwrap();
    assert_eq!(rows(&t).await, (before.clone(), answers.clone()));
    super::pass(&t, 20 * crate::support::DAY);
    for rounds in 1..=2 {
        let now = t.app.clock.now();
        add_events(&t.app.db, now).await.unwrap();
        add_events(&t.app.db, now).await.unwrap();
        let (after, _) = rows(&t).await;
        let (kept, new): (Vec<_>, Vec<_>) = after.iter().cloned().partition(|row| before.contains(row));
        assert_eq!((kept.len(), new.len()), (before.len(), 15), "{rounds}");
        assert!(
            new.iter()
                .all(|row| row.is_demo && row.starts_at > Some(now.as_millisecond()))
        );
        assert!(kept.iter().any(|row| row.id == real.0));
        let lives = ["published", "cancelled", "draft"];
        let of = |life: &str| new.iter().filter(|row| row.life == life).count();
        assert_eq!(lives.map(of), [13, 1, 1]);
        assert!(public(&t, "").await.events.iter().all(|event| event.is_demo));
        before = after;
        super::pass(&t, 100 * crate::support::DAY);
    }
    let (_, now) = rows(&t).await;
    assert!(
        answers.iter().all(|answer| now.contains(answer)),
        "nobody's answer is lost"
    );
}

#[tokio::test]
async fn few_people_are_enough() {
    for members in [1, 2, 40] {
        let t = filled(members).await;
        assert_eq!(rows(&t).await.0.len(), 17);
        public(&t, "").await;
    }
}
