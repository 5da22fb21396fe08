//! The message of the internet: its headers cannot be written by others, and sent again it is the same.

use std::time::Duration;

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use shared::events::EventLife;
use shared::mail::MailKind;
use shared::rsvp::{Answer, OwnStanding};

use super::stage::{HOUR, START, Stage, id};

/// The headers of a message, one line each.
fn headers(mail: &str) -> Vec<String> {
    let (head, _) = mail.split_once("\r\n\r\n").unwrap();
    head.replace("\r\n ", " ").split("\r\n").map(str::to_owned).collect()
}

#[tokio::test]
async fn a_message_carries_what_mail_programs_ask_for() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, stage.now() + HOUR).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    stage.mail(1_000, MailKind::Confirmed, member, event).await;
    stage.mail(1_001, MailKind::ReminderHour, member, event).await;
    while stage.deliver().await > 0 {}
    let sent = stage.recorder.sent();
    let [confirmed, reminder] = [&sent[0], &sent[1]].map(|mail| headers(mail));
    for header in [
        "From: \"Sakura Science Club\" <club@club.example>",
        "To: \"Asha Rao\" <member1@example.org>",
        "Date: Fri, 20 Nov 2026 03:00:00 +0000",
        "Auto-Submitted: auto-generated",
        "Content-Language: en",
        "MIME-Version: 1.0",
        &format!("Message-ID: <{}@club.example>", id(1_000).simple()),
    ] {
        assert!(
            confirmed.iter().any(|line| line == header),
            "{header} is not in {confirmed:#?}"
        );
    }
    let stop = "<https://club.example/api/mails/unsubscribe?kind=reminder_hour&language=en&token=secret-1>";
    assert!(reminder.contains(&format!("List-Unsubscribe: {stop}")), "{reminder:#?}");
    assert!(reminder.contains(&"List-Unsubscribe-Post: List-Unsubscribe=One-Click".into()));
    assert!(confirmed.iter().all(|line| !line.starts_with("List-Unsubscribe")));
}

#[tokio::test]
async fn titles_and_names_cannot_write_headers_or_markup() {
    let evil = "A\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>\u{1b}\u{85}Z";
    let stage = Stage::new().await;
    let member = stage.member(1, "Eve\r\nX-Evil: yes \"<eve@example.org>,").await;
    let event = stage.event_called(100, START, evil).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    stage.mail(1_000, MailKind::Confirmed, member, event).await;
    stage.deliver().await;
    let mail = stage.recorder.sent().concat();
    let names: Vec<_> = headers(&mail)
        .iter()
        .map(|line| line.split(':').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        names,
        [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type"
        ]
    );
    let whole = mail.replace("=\r\n", "");
    let html = whole.split("text/html").nth(1).unwrap();
    let html = html.split("</html>").next().unwrap();
    assert!(html.contains("alert(1)") && !html.contains("<script"), "{html}");
    let to = headers(&mail).into_iter().find(|line| line.starts_with("To:")).unwrap();
    assert!(to.ends_with("<member1@example.org>"), "{to}");
}

#[tokio::test]
async fn a_mail_that_is_sent_again_is_the_same_message() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    let mail = stage.mail(1_000, MailKind::Confirmed, member, event).await;
    stage.deliver().await;
    // As if the process had died before it was written down that the mail was sent.
    let mut row = stage.row(mail).await.into_active_model();
    row.sent_at = Set(None);
    row.update(&stage.t.app.db.write).await.unwrap();
    stage.t.app.clock.advance(Duration::from_mins(5));
    stage.deliver().await;
    let sent = stage.recorder.sent();
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0], sent[1]);
}

#[tokio::test]
async fn calendars_are_told_of_seats_of_changes_to_them_and_of_cancellations() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    let method = async |number, kind| {
        stage.mail(number, kind, member, event).await;
        stage.deliver().await;
        let mail = stage.recorder.sent().pop().unwrap();
        let part = mail.split("text/calendar;").nth(1)?;
        part.lines()
            .next()
            .map(|line| line.rsplit('=').next().unwrap().to_owned())
    };
    for (number, standing, kind, expected) in [
        (1_000, OwnStanding::Confirmed, MailKind::Confirmed, Some("PUBLISH")),
        (1_001, OwnStanding::Confirmed, MailKind::Changed, Some("PUBLISH")),
        (1_002, OwnStanding::Waiting, MailKind::Changed, None),
        // Whoever had a seat and waits has none: the entry goes.
        (1_003, OwnStanding::Waiting, MailKind::Waiting, Some("CANCEL")),
    ] {
        stage.answer(event, member, Answer::InPerson, standing).await;
        assert_eq!(method(number, kind).await.as_deref(), expected, "{kind:?} {standing:?}");
    }
    stage
        .answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
        .await;
    let cancelled = EventLife::Cancelled.code();
    stage.change(event, |row| row.life = Set(cancelled.into())).await;
    assert_eq!(method(1_004, MailKind::Cancelled).await.as_deref(), Some("CANCEL"));
    assert_eq!(stage.recorder.sent().len(), 5);
}
