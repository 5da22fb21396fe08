//! The outbox of the demonstration.

use shared::admin::{GetMail, ListOutbox, MailState, OutboxFilter};
use shared::api::{Empty, ProblemCode};
use shared::ids::MailId;
use shared::mail::MailKind;
use shared::rsvp::{Answer, OwnStanding};

use crate::mail::stage::{START, Stage, id};

#[tokio::test]
async fn the_outbox_lists_the_latest_first_with_what_became_of_each() {
    let stage = Stage::new().await;
    let reader = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    stage
        .answer(event, reader, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    stage.mail(1_001, MailKind::Confirmed, reader, event).await;
    stage.mail(1_002, MailKind::Waiting, reader, event).await;
    stage.deliver().await;
    stage.t.app.clock.advance(std::time::Duration::from_secs(1));
    stage.mail(1_003, MailKind::Changed, reader, event).await;
    let listed = stage
        .t
        .anonymous()
        .call::<ListOutbox>((), OutboxFilter::default())
        .await
        .good();
    let states: Vec<_> = listed.mails.iter().map(|mail| (mail.kind, mail.state)).collect();
    assert_eq!(
        states,
        [
            (MailKind::Changed, MailState::Waiting),
            (MailKind::Waiting, MailState::Dropped),
            (MailKind::Confirmed, MailState::Sent),
        ]
    );
    assert_eq!((listed.total, listed.mails[0].to.as_str()), (3, "Asha Rao"));
    assert_eq!(
        listed.mails[2].subject,
        format!("You are in: {}", listed.mails[2].event_title)
    );
    let second = stage
        .t
        .anonymous()
        .call::<ListOutbox>((), OutboxFilter { page: 2 })
        .await
        .good();
    assert!(second.mails.is_empty() && second.total == 3);
    let zeroth = stage
        .t
        .anonymous()
        .call::<ListOutbox>((), OutboxFilter { page: 0 })
        .await;
    zeroth.problem(ProblemCode::Invalid);
    stage
        .t
        .anonymous()
        .call::<GetMail>(MailId(id(9)), Empty {})
        .await
        .problem(ProblemCode::NotFound);
}

#[tokio::test]
async fn the_html_of_a_mail_is_shut_off_and_exists_in_the_demonstration_only() {
    for is_demo in [true, false] {
        let stage = Stage::with(is_demo).await;
        let reader = stage.member(1, "Asha Rao").await;
        let event = stage.event(100, START).await;
        let mail = stage.mail(1_001, MailKind::Confirmed, reader, event).await;
        let answer = stage.t.anonymous().get(&format!("/api/demo/outbox/{mail}/html")).await;
        if !is_demo {
            answer.problem(ProblemCode::NotFound);
            continue;
        }
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline';") && policy.ends_with("sandbox"));
        assert!(String::from_utf8(answer.body).unwrap().contains("Asha Rao"));
    }
}
