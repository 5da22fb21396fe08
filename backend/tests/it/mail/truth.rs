//! A mail that waited says what is true when it is sent, or nothing.

use backend::entity::event_text;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::events::EventLife;
use shared::ids::MailId;
use shared::mail::{MailChoice, MailKind, SetMailChoice};
use shared::rsvp::{Answer, OwnStanding};

use super::stage::{HOUR, START, Stage};

async fn fate(stage: &Stage, mail: MailId) -> (bool, Option<String>) {
    stage.deliver().await;
    let row = stage.row(mail).await;
    (row.sent_at.is_some(), row.last_error)
}

fn dropped(reason: &str) -> (bool, Option<String>) {
    (false, Some(reason.into()))
}

#[tokio::test]
async fn what_changed_before_a_mail_was_sent_is_what_it_says() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    let mail = stage.mail(1_000, MailKind::Confirmed, member, event).await;
    event_text::Entity::update_many()
        .col_expr(event_text::Column::Title, Expr::val("Moved to the garden"))
        .filter(event_text::Column::EventId.eq(event.0))
        .exec(&stage.t.app.db.write)
        .await
        .unwrap();
    stage.change(event, |row| row.starts_at = Set(Some(START + HOUR))).await;
    assert_eq!(fate(&stage, mail).await, (true, None));
    let sent = stage.recorder.sent().concat();
    assert!(sent.contains("Subject: You are in: Moved to the garden"), "{sent}");
    assert!(sent.contains("19:00") && !sent.contains("18:00"), "{sent}");
}

#[tokio::test]
async fn mails_about_an_answer_that_changed_are_dropped() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    for (number, kind, then, now) in [
        (1_001, MailKind::Confirmed, OwnStanding::Confirmed, OwnStanding::Noted),
        (1_002, MailKind::Waiting, OwnStanding::Waiting, OwnStanding::Offered),
        (1_003, MailKind::Offer, OwnStanding::Offered, OwnStanding::Confirmed),
        (1_004, MailKind::Message, OwnStanding::Confirmed, OwnStanding::Noted),
    ] {
        stage.answer(event, member, Answer::InPerson, then).await;
        let mail = stage.mail(number, kind, member, event).await;
        stage.answer(event, member, Answer::InPerson, now).await;
        assert_eq!(fate(&stage, mail).await, dropped("not true any more"), "{kind:?}");
    }
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    let mail = stage.mail(1_005, MailKind::Changed, member, event).await;
    stage.withdraw(event, member).await;
    assert_eq!(fate(&stage, mail).await, dropped("not true any more"));
    assert!(stage.recorder.sent().is_empty());
}

#[tokio::test]
async fn an_offer_that_has_ended_is_not_made() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Offered)
        .await;
    let mail = stage.mail(1_000, MailKind::Offer, member, event).await;
    stage.t.app.clock.advance(std::time::Duration::from_hours(24));
    assert_eq!(fate(&stage, mail).await, dropped("not true any more"));
}

#[tokio::test]
async fn nobody_is_told_of_a_seat_at_an_event_that_was_called_off() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    let confirmed = stage.mail(1_000, MailKind::Confirmed, member, event).await;
    let cancelled = stage.mail(1_001, MailKind::Cancelled, member, event).await;
    stage
        .change(event, |row| row.life = Set(EventLife::Cancelled.code().into()))
        .await;
    assert_eq!(fate(&stage, confirmed).await, dropped("not true any more"));
    assert_eq!(fate(&stage, cancelled).await, (true, None));
}

#[tokio::test]
async fn what_somebody_does_without_is_not_sent_and_what_one_asked_for_is() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, stage.now() + 24 * HOUR).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    let actor = stage.t.signed_in(member).await;
    let without = MailChoice {
        kind: MailKind::ReminderDay,
        is_wanted: false,
    };
    actor.call::<SetMailChoice>((), without).await.good();
    let reminder = stage.mail(1_000, MailKind::ReminderDay, member, event).await;
    let confirmed = stage.mail(1_001, MailKind::Confirmed, member, event).await;
    assert_eq!(fate(&stage, reminder).await, dropped("not wanted"));
    assert_eq!(fate(&stage, confirmed).await, (true, None));
}
