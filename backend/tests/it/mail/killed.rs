//! The server itself and a real mail server: what is sent is read there by another parser, and a server that is killed
//! with mails in its hands loses none and repeats at most the one that was on its way.

use std::collections::BTreeMap;

use backend::entity::{mail_address, outbox};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::ids::{EventId, MemberId};
use shared::mail::MailKind;
use shared::rsvp::{Answer, OwnStanding};
use tempfile::TempDir;

use super::sink::{Sink, mailing, until};
use super::stage::{DAY, Stage};

const MAILS: u128 = 5;

/// An event and somebody who comes, in the time of the machine's clock.
async fn coming(stage: &Stage) -> (EventId, MemberId) {
    let member = stage.member(1, "Asha Rao").await;
    // Far away, because the server's clock is the machine's own.
    let event = stage.event(100, 10_000 * DAY + stage.now()).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    (event, member)
}

/// Mails that are due whatever the clock says.
pub(super) async fn due_mails(stage: &Stage, count: u128) {
    let (event, member) = coming(stage).await;
    for number in 1..=count {
        stage.mail(1_000 + number, MailKind::Confirmed, member, event).await;
    }
    outbox::Entity::update_many()
        .col_expr(
            outbox::Column::DueAt,
            Expr::col(outbox::Column::CreatedAt).sub(10_000 * DAY),
        )
        .exec(&stage.t.app.db.write)
        .await
        .unwrap();
}

async fn unsent(stage: &Stage) -> u64 {
    let open = outbox::Entity::find()
        .filter(outbox::Column::SentAt.is_null())
        .filter(outbox::Column::GivenUpAt.is_null());
    open.count(&stage.t.app.db.read).await.unwrap()
}

/// Lets all claims run out.
async fn a_minute_later(stage: &Stage) {
    let claimed = outbox::Column::ClaimedUntil;
    outbox::Entity::update_many()
        .col_expr(claimed, Expr::val(0))
        .filter(claimed.is_not_null())
        .exec(&stage.t.app.db.write)
        .await
        .unwrap();
}

/// How often each message has arrived.
fn arrivals(sink: &Sink) -> BTreeMap<String, usize> {
    let mut arrived = BTreeMap::new();
    for mail in sink.mails() {
        let id = mail["headers"]["Message-ID"].as_str().unwrap().to_owned();
        *arrived.entry(id).or_insert(0) += 1;
    }
    arrived
}

#[tokio::test]
async fn a_server_that_is_killed_between_claim_and_send_loses_nothing_and_repeats_nothing() {
    let mut sink = Sink::start();
    let (stage, folder) = (Stage::new().await, TempDir::new().unwrap());
    due_mails(&stage, MAILS).await;
    sink.hold("mail");
    let server = mailing(folder.path(), &stage, sink.port);
    sink.wait_until_held();
    assert_eq!(unsent(&stage).await, MAILS as u64);
    server.kill();
    assert!(sink.mails().is_empty());
    a_minute_later(&stage).await;
    sink.go();
    let _server = mailing(folder.path(), &stage, sink.port);
    until(async || unsent(&stage).await == 0).await;
    let arrived = arrivals(&sink);
    assert_eq!(arrived.len(), MAILS as usize, "nothing is lost");
    assert!(
        arrived.values().all(|times| *times == 1),
        "nothing comes twice: {arrived:?}"
    );
}

#[tokio::test]
async fn a_server_that_is_killed_while_a_mail_is_on_its_way_repeats_that_one_at_most() {
    let mut sink = Sink::start();
    let (stage, folder) = (Stage::new().await, TempDir::new().unwrap());
    due_mails(&stage, MAILS).await;
    sink.hold("data");
    let server = mailing(folder.path(), &stage, sink.port);
    sink.wait_until_held();
    server.kill();
    let on_its_way = arrivals(&sink);
    assert_eq!(on_its_way.len(), 1);
    a_minute_later(&stage).await;
    sink.go();
    let _server = mailing(folder.path(), &stage, sink.port);
    until(async || unsent(&stage).await == 0).await;
    for (id, times) in &arrivals(&sink) {
        let expected = if on_its_way.contains_key(id) { 2 } else { 1 };
        assert_eq!(*times, expected, "{id}");
    }
    assert_eq!(arrivals(&sink).len(), MAILS as usize);
}

#[tokio::test]
async fn a_real_mail_server_reads_what_was_written_and_its_refusals_are_kept_without_addresses() {
    let sink = Sink::start();
    let (stage, folder) = (Stage::new().await, TempDir::new().unwrap());
    due_mails(&stage, 1).await;
    let event = EventId(super::stage::id(100));
    for (number, address) in [(2, "refused@example.org"), (3, "later@example.org")] {
        let member = stage.member(number, "Somebody").await;
        stage
            .answer(event, member, Answer::Online, OwnStanding::Confirmed)
            .await;
        stage.mail(2_000 + number, MailKind::Confirmed, member, event).await;
        mail_address::Entity::update_many()
            .col_expr(mail_address::Column::Address, Expr::val(address))
            .filter(mail_address::Column::MemberId.eq(member.0))
            .exec(&stage.t.app.db.write)
            .await
            .unwrap();
    }
    outbox::Entity::update_many()
        .col_expr(outbox::Column::DueAt, Expr::val(0))
        .exec(&stage.t.app.db.write)
        .await
        .unwrap();
    let server = mailing(folder.path(), &stage, sink.port);
    let [refused, later] = [2_002, 2_003].map(|number| shared::ids::MailId(super::stage::id(number)));
    until(async || stage.row(later).await.last_error.is_some() && stage.row(refused).await.given_up_at.is_some()).await;
    until(async || sink.mails().len() == 1).await;
    server.kill();
    let mails = sink.mails();
    let mail = &mails[0];
    assert_eq!(mail["defects"], serde_json::json!([]));
    assert_eq!(mail["to"], serde_json::json!(["member1@example.org"]));
    assert_eq!(mail["headers"]["Subject"], "You are in: Reunion <at> Miraikan & beyond");
    assert!(mail["text"].as_str().unwrap().contains("2-3-6 Aomi"));
    assert!(mail["html"].as_str().unwrap().contains("Reunion &#60;at&#62; Miraikan"));
    let calendar = mail["calendar"].as_str().unwrap();
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR") && calendar.contains("METHOD:PUBLISH"),
        "{calendar}"
    );
    let errors = [stage.row(refused).await, stage.row(later).await].map(|row| row.last_error.unwrap());
    assert_eq!(errors, ["the mail server answered 550", "the mail server answered 451"]);
    assert!(stage.row(later).await.given_up_at.is_none());
}
