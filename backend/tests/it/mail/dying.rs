//! Workers that die, dawdle or are told to stop with mails in their hands.

use std::sync::Mutex;
use std::time::Duration;

use backend::app::App;
use backend::mail::{Parcel, Refusal, Sender, deliver};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use tokio_util::sync::CancellationToken;

use super::stage::Stage;

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
    let mails = stage.confirmations(3).await;
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
        stage.confirmations(4).await;
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
    let mails = stage.confirmations(3).await;
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
    let mail = stage.confirmations(1).await[0];
    let mut row = stage.row(mail).await.into_active_model();
    row.attempts = Set(6);
    row.update(&stage.t.app.db.write).await.unwrap();
    stage.deliver().await;
    assert_eq!(stage.row(mail).await.last_error.as_deref(), Some("too many attempts"));
    assert!(stage.recorder.sent().is_empty());
}
