//! Each mail is sent once: by several workers, through failures, and when a worker dies with mails in its hands.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::Duration;

use backend::app::App;
use backend::entity::outbox;
use backend::mail::{Parcel, Refusal, Sender, deliver};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use shared::ids::{EventId, MailId, MemberId};
use shared::mail::MailKind;
use shared::rsvp::{Answer, OwnStanding};
use tokio_util::sync::CancellationToken;

use super::stage::{Recorder, START, Stage, id};

/// Somebody who comes to an event.
async fn coming(stage: &Stage) -> (EventId, MemberId) {
    let event = stage.event(100, START).await;
    let member = stage.member(1, "Asha Rao").await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    (event, member)
}

async fn confirmations(stage: &Stage, count: u128) -> Vec<MailId> {
    let (event, member) = coming(stage).await;
    let mut mails = Vec::new();
    for number in 1_000..1_000 + count {
        mails.push(stage.mail(number, MailKind::Confirmed, member, event).await);
    }
    mails
}

/// The ids of messages, as their headers say them.
fn message_ids(sent: &[String]) -> Vec<&str> {
    sent.iter()
        .filter_map(|mail| mail.lines().find_map(|line| line.strip_prefix("Message-ID: ")))
        .collect()
}

#[tokio::test]
async fn a_mail_is_sent_once_and_that_is_written_down() {
    let stage = Stage::new().await;
    let mail = confirmations(&stage, 1).await[0];
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
    let mail = confirmations(&stage, 1).await[0];
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
    let mails = confirmations(&stage, 90).await;
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

/// A sender that never ends: its process is killed with a mail in its hands.
struct Hanging;

impl Sender for Hanging {
    async fn send(&self, _: &Parcel) -> Result<(), Refusal> {
        std::future::pending().await
    }
}

#[tokio::test]
async fn what_a_dead_worker_had_claimed_is_sent_when_its_claim_has_run_out() {
    let stage = Stage::new().await;
    let mails = confirmations(&stage, 3).await;
    let stop = CancellationToken::new();
    let mut dying = Box::pin(deliver(&stage.t.app, &Hanging, "dying", &stop));
    // Polled until the mails are claimed, and then never again.
    loop {
        tokio::select! {
            biased;
            _ = &mut dying => panic!("it hangs"),
            row = stage.row(mails[0]) => if row.claimed_by.is_some() { break },
        }
    }
    drop(dying);
    assert_eq!(stage.deliver().await, 0, "they are claimed");
    stage.t.app.clock.advance(Duration::from_secs(59));
    assert_eq!(stage.deliver().await, 0, "they still are");
    stage.t.app.clock.advance(Duration::from_secs(1));
    assert_eq!(stage.deliver().await, 3);
    assert_eq!(stage.recorder.sent().len(), 3);
    assert_eq!(stage.row(mails[0]).await.attempts, 2);
}

/// A sender that needs some time for each mail.
struct Slow<'a> {
    app: &'a App,
    takes: Duration,
    sent: Mutex<usize>,
}

impl Sender for Slow<'_> {
    async fn send(&self, _: &Parcel) -> Result<(), Refusal> {
        self.app.clock.advance(self.takes);
        *self.sent.lock().unwrap() += 1;
        Ok(())
    }
}

#[tokio::test]
async fn claims_are_renewed_while_a_slow_server_takes_mails_and_those_that_ran_out_are_left() {
    for (seconds, expected) in [(35, 4), (61, 1)] {
        let stage = Stage::new().await;
        confirmations(&stage, 4).await;
        let slow = Slow {
            app: &stage.t.app,
            takes: Duration::from_secs(seconds),
            sent: Mutex::new(0),
        };
        let stop = CancellationToken::new();
        assert_eq!(deliver(&stage.t.app, &slow, "slow", &stop).await.unwrap(), 4);
        assert_eq!(*slow.sent.lock().unwrap(), expected, "{seconds} seconds each");
        stage.deliver().await;
        assert_eq!(stage.recorder.sent().len(), 4 - expected, "others send the rest");
    }
}

#[tokio::test]
async fn failures_rest_longer_and_longer_and_the_sixth_is_the_last() {
    let stage = Stage::new().await;
    let mail = confirmations(&stage, 1).await[0];
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
    let mails = confirmations(&stage, 2).await;
    stage.recorder.refuses(true, 1);
    stage.deliver().await;
    assert!(stage.row(mails[0]).await.given_up_at.is_some());
    assert!(stage.row(mails[1]).await.sent_at.is_some());
    assert_eq!(stage.recorder.sent().len(), 1);
}

/// Stops the worker while it sends.
struct Stopping<'a>(&'a CancellationToken);

impl Sender for Stopping<'_> {
    async fn send(&self, _: &Parcel) -> Result<(), Refusal> {
        self.0.cancel();
        Ok(())
    }
}

#[tokio::test]
async fn a_worker_that_is_told_to_stop_ends_its_mail_and_gives_the_others_back() {
    let stage = Stage::new().await;
    let mails = confirmations(&stage, 3).await;
    let stop = CancellationToken::new();
    deliver(&stage.t.app, &Stopping(&stop), "stopping", &stop)
        .await
        .unwrap();
    assert!(stage.row(mails[0]).await.sent_at.is_some());
    for mail in &mails[1..] {
        let row = stage.row(*mail).await;
        assert_eq!((row.attempts, row.claimed_by, row.claimed_until), (0, None, None));
    }
    assert_eq!(stage.deliver().await, 2, "at once, by whoever comes");
}

#[tokio::test]
async fn a_mail_whose_workers_died_too_often_is_given_up() {
    let stage = Stage::new().await;
    let mail = confirmations(&stage, 1).await[0];
    let mut row = stage.row(mail).await.into_active_model();
    row.attempts = Set(6);
    row.update(&stage.t.app.db.write).await.unwrap();
    stage.deliver().await;
    assert_eq!(stage.row(mail).await.last_error.as_deref(), Some("too many attempts"));
    assert!(stage.recorder.sent().is_empty());
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
    let mail = confirmations(&stage, 1).await[0];
    let db = &stage.t.app.db.write;
    backend::entity::member::Entity::delete_by_id(id(1))
        .exec(db)
        .await
        .unwrap();
    assert!(outbox::Entity::find_by_id(mail.0).one(db).await.unwrap().is_none());
    assert_eq!(stage.deliver().await, 0);
}
