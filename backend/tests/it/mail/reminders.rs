//! Reminders are planned once for those who come, at their moment, and anew for an event that was moved.

use std::time::Duration;

use backend::entity::{outbox, rsvp};
use backend::mail::reminders::plan;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};
use shared::events::EventLife;
use shared::rsvp::{Answer, OwnStanding};

use super::stage::{DAY, HOUR, Stage};

async fn kinds(stage: &Stage) -> Vec<String> {
    let rows = outbox::Entity::find().order_by_asc(outbox::Column::DueAt);
    let rows = rows.all(&stage.t.app.db.read).await.unwrap();
    rows.into_iter().map(|row| row.kind).collect()
}

#[tokio::test]
async fn each_reminder_is_planned_once_when_its_moment_has_come() {
    let stage = Stage::new().await;
    let event = stage.event(100, stage.now() + 7 * DAY + HOUR).await;
    for (number, standing) in (1..).zip(OwnStanding::ALL) {
        let member = stage.member(number, "Somebody").await;
        stage.answer(event, member, Answer::InPerson, *standing).await;
    }
    let app = &stage.t.app;
    assert_eq!(plan(app).await.unwrap(), 0, "an hour too early");
    app.clock.advance(Duration::from_hours(1));
    assert_eq!(plan(app).await.unwrap(), 1, "for the one who comes");
    assert_eq!(plan(app).await.unwrap(), 0, "once");
    app.clock.advance(Duration::from_hours(6 * 24));
    assert_eq!(plan(app).await.unwrap(), 1);
    app.clock.advance(Duration::from_hours(23));
    assert_eq!(plan(app).await.unwrap(), 1);
    assert_eq!(kinds(&stage).await, ["reminder_week", "reminder_day", "reminder_hour"]);
    app.clock.advance(Duration::from_hours(1));
    assert_eq!(plan(app).await.unwrap(), 0, "it has begun");
    let rows = outbox::Entity::find().all(&app.db.read).await.unwrap();
    assert!(
        rows.iter()
            .all(|row| row.zone == "Asia/Kathmandu" && row.language == "en")
    );
}

#[tokio::test]
async fn two_processes_plan_each_reminder_once() {
    let stage = Stage::new().await;
    let event = stage.event(100, stage.now() + DAY).await;
    for number in 1..=30 {
        let member = stage.member(number, "Somebody").await;
        stage
            .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
            .await;
    }
    let other = stage.t.another_process().await;
    let (ours, theirs) = tokio::join!(plan(&stage.t.app), plan(&other.app));
    assert!(ours.unwrap() + theirs.unwrap() >= 30);
    assert_eq!(kinds(&stage).await.len(), 30);
}

#[tokio::test]
async fn who_answered_after_the_moment_is_not_reminded_of_it() {
    let stage = Stage::new().await;
    let event = stage.event(100, stage.now() + DAY - HOUR).await;
    let [early, late] = [stage.member(1, "Early").await, stage.member(2, "Late").await];
    for member in [early, late] {
        stage
            .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
            .await;
    }
    let db = &stage.t.app.db.write;
    let row = rsvp::Entity::find_by_id((event.0, late.0))
        .one(db)
        .await
        .unwrap()
        .unwrap();
    let mut row = row.into_active_model();
    row.answered_at = Set(stage.now() - 1);
    row.update(db).await.unwrap();
    assert_eq!(plan(&stage.t.app).await.unwrap(), 1);
    let planned = outbox::Entity::find().all(db).await.unwrap();
    assert_eq!(planned[0].member_id, early.0);
}

#[tokio::test]
async fn an_event_that_was_moved_is_reminded_of_anew() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, stage.now() + DAY).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    assert_eq!(plan(&stage.t.app).await.unwrap(), 1);
    let moved = stage.now() + 2 * DAY;
    stage.change(event, |row| row.starts_at = Set(Some(moved))).await;
    assert_eq!(plan(&stage.t.app).await.unwrap(), 0, "its moment has not come yet");
    // The reminder of the first time is not true any more and is not sent.
    stage.deliver().await;
    assert!(stage.recorder.sent().is_empty());
    stage.t.app.clock.advance(Duration::from_hours(24));
    assert_eq!(plan(&stage.t.app).await.unwrap(), 1);
    stage.deliver().await;
    assert_eq!(stage.recorder.sent().len(), 1);
}

#[tokio::test]
async fn drafts_and_events_that_were_called_off_remind_nobody() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    for (number, life, expected) in [
        (100, EventLife::Draft, 0),
        (101, EventLife::Cancelled, 0),
        (102, EventLife::Scheduled, 0),
        (103, EventLife::Published, 1),
    ] {
        let event = stage.event(number, stage.now() + DAY).await;
        stage
            .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
            .await;
        stage.change(event, |row| row.life = Set(life.code().into())).await;
        assert_eq!(plan(&stage.t.app).await.unwrap(), expected, "{life:?}");
        if life == EventLife::Scheduled {
            let before = stage.now() - 1;
            stage.change(event, |row| row.publish_at = Set(Some(before))).await;
            assert_eq!(plan(&stage.t.app).await.unwrap(), 1, "its moment has come");
        }
    }
}
