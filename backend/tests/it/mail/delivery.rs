//! Each mail is sent once, by several workers too, and again after failures.

use std::collections::BTreeSet;
use std::time::Duration;

use backend::app::App;
use backend::entity::outbox;
use backend::mail::{deliver, forget};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use shared::mail::MailKind;
use shared::rsvp::{Answer, OwnStanding};
use tokio_util::sync::CancellationToken;

use super::recorder::Recorder;
use super::stage::{START, Stage, id};

/// The ids of messages, as their headers say them.
fn message_ids(sent: &[String]) -> Vec<&str> {
    sent.iter()
        .filter_map(|mail| mail.lines().find_map(|line| line.strip_prefix("Message-ID: ")))
        .collect()
}

#[tokio::test]
async fn a_mail_is_sent_once_and_that_is_written_down() {
    let stage = Stage::new().await;
    let mail = stage.confirmations(1).await[0];
    assert_eq!((stage.deliver().await, stage.deliver().await), (1, 0));
    let row = stage.row(mail).await;
    assert_eq!(
        (row.sent_at, row.attempts, row.claimed_by),
        (Some(stage.now()), 1, None)
    );
    assert_eq!(stage.recorder.sent().len(), 1);
}

#[tokio::test]
async fn a_mail_that_is_not_due_waits() {
    let stage = Stage::new().await;
    let mail = stage.confirmations(1).await[0];
    let mut row = stage.row(mail).await.into_active_model();
    row.due_at = Set(stage.now() + 60_000);
    row.update(&stage.t.app.db.write).await.unwrap();
    assert_eq!(stage.deliver().await, 0);
    stage.t.app.clock.advance(Duration::from_mins(1));
    assert_eq!(stage.deliver().await, 1);
}

#[tokio::test]
async fn two_processes_never_send_the_same_mail() {
    let stage = Stage::new().await;
    let mails = stage.confirmations(90).await;
    let other = stage.t.another_process().await;
    let (ours, theirs) = (Recorder::default(), Recorder::default());
    let work = async |app: &App, sender: &Recorder, name: &str| {
        while deliver(app, sender, name, &CancellationToken::new()).await.unwrap() > 0 {}
    };
    tokio::join!(work(&stage.t.app, &ours, "one"), work(&other.app, &theirs, "two"));
    let sent = [ours.sent(), theirs.sent()].concat();
    assert_eq!(sent.len(), mails.len());
    assert_eq!(
        message_ids(&sent).into_iter().collect::<BTreeSet<_>>().len(),
        mails.len()
    );
}

#[tokio::test]
async fn failures_rest_longer_and_longer_and_the_sixth_is_the_last() {
    let stage = Stage::new().await;
    let mail = stage.confirmations(1).await[0];
    stage.recorder.refuses(false, 6);
    for minutes in [1, 5, 30, 120, 360] {
        assert_eq!(stage.deliver().await, 1);
        let row = stage.row(mail).await;
        assert_eq!(row.claimed_until, Some(stage.now() + minutes * 60_000));
        assert_eq!(row.last_error.as_deref(), Some("the mail server answered 451"));
        stage
            .t
            .app
            .clock
            .advance(Duration::from_millis(u64::try_from(minutes).unwrap() * 60_000 - 1));
        assert_eq!(stage.deliver().await, 0, "it rests");
        stage.t.app.clock.advance(Duration::from_millis(1));
    }
    assert_eq!(stage.deliver().await, 1);
    let row = stage.row(mail).await;
    assert_eq!((row.given_up_at, row.attempts), (Some(stage.now()), 6));
    stage.t.app.clock.advance(Duration::from_hours(100));
    assert_eq!(stage.deliver().await, 0);
}

#[tokio::test]
async fn a_final_refusal_is_not_tried_again_and_keeps_no_other_mail() {
    let stage = Stage::new().await;
    let mails = stage.confirmations(2).await;
    stage.recorder.refuses(true, 1);
    stage.deliver().await;
    assert!(stage.row(mails[0]).await.given_up_at.is_some());
    assert!(stage.row(mails[1]).await.sent_at.is_some());
    assert_eq!(stage.recorder.sent().len(), 1);
}

#[tokio::test]
async fn members_without_an_address_get_none_but_in_the_demonstration() {
    for is_demo in [true, false] {
        let stage = Stage::with(is_demo).await;
        let event = stage.event(100, START).await;
        let member = stage.stranger(1, "Asha Rao").await;
        stage
            .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
            .await;
        let mail = stage.mail(1_000, MailKind::Confirmed, member, event).await;
        stage.deliver().await;
        let (row, sent) = (stage.row(mail).await, stage.recorder.sent());
        if is_demo {
            assert!(
                sent[0].contains(&format!("<member-{}@demo.invalid>", id(1))),
                "{}",
                sent[0]
            );
        } else {
            assert!(sent.is_empty());
            assert_eq!((row.sent_at, row.last_error.as_deref()), (None, Some("no address")));
            assert!(row.given_up_at.is_some());
        }
    }
}

#[tokio::test]
async fn a_mail_whose_reader_left_the_club_goes_with_them() {
    let stage = Stage::new().await;
    let mail = stage.confirmations(1).await[0];
    let db = &stage.t.app.db.write;
    backend::entity::member::Entity::delete_by_id(id(1))
        .exec(db)
        .await
        .unwrap();
    assert!(outbox::Entity::find_by_id(mail.0).one(db).await.unwrap().is_none());
    assert_eq!(stage.deliver().await, 0);
}

#[tokio::test]
async fn old_mails_are_forgotten_but_confirmations_of_what_is_to_come() {
    let stage = Stage::new().await;
    let asha = stage.member(1, "Asha Rao").await;
    let day = 24 * 3_600_000;
    let events = [
        stage.event(100, stage.now() + 200 * day).await,
        stage.event(101, stage.now() + 50 * day).await,
    ];
    for (place, event) in (0..).zip(events) {
        stage
            .answer(event, asha, Answer::InPerson, OwnStanding::Confirmed)
            .await;
        stage.mail(1_000 + place, MailKind::Confirmed, asha, event).await;
        stage.mail(2_000 + place, MailKind::Message, asha, event).await;
    }
    stage.deliver().await;
    let kept = async || {
        forget(&stage.t.app).await.unwrap();
        let rows = outbox::Entity::find().all(&stage.t.app.db.read).await.unwrap();
        rows.iter()
            .map(|row| row.id.as_u128() & 0xffff)
            .collect::<BTreeSet<_>>()
    };
    stage.t.app.clock.advance(Duration::from_hours(89 * 24));
    assert_eq!(kept().await.len(), 4, "it is not long enough ago");
    stage.t.app.clock.advance(Duration::from_hours(2 * 24));
    assert_eq!(kept().await, BTreeSet::from([1_000]));
    stage.t.app.clock.advance(Duration::from_hours(120 * 24));
    assert!(kept().await.is_empty());
}
