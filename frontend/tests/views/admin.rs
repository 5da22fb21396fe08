//! The outbox of the demonstration: empty, with mails in every state, and one mail.

use frontend::features::admin::{outbox_list, outbox_mail};
use shared::admin::{MailPreview, MailState, OutboxPage, OutboxRow};
use shared::ids::MailId;
use shared::instant::Instant;
use shared::mail::MailKind;

use super::{drawn, english};

fn row(kind: MailKind, state: MailState) -> OutboxRow {
    OutboxRow {
        id: "01890000-0000-7000-8000-000000000001".parse().unwrap(),
        kind,
        to: "Asha Rao".into(),
        event_title: "Reunion".into(),
        subject: "You are in: Reunion".into(),
        due_at: Instant::from_millis(1_796_461_200_000),
        state,
    }
}

#[tokio::test]
async fn the_outbox_says_what_became_of_each_mail() {
    let states = MailState::ALL
        .iter()
        .zip([MailKind::Confirmed, MailKind::Offer, MailKind::ReminderDay]);
    let page = OutboxPage {
        mails: states.map(|(state, kind)| row(kind, *state)).collect(),
        total: 3,
    };
    let address = |id: MailId| format!("/outbox?mail={id}");
    insta::assert_snapshot!("outbox", drawn(outbox_list(&english(), &page, address)).await);
    let empty = OutboxPage {
        mails: Vec::new(),
        total: 0,
    };
    insta::assert_snapshot!("outbox_empty", drawn(outbox_list(&english(), &empty, address)).await);
}

#[tokio::test]
async fn links_in_the_text_of_a_mail_can_be_followed_and_nothing_else_is_markup() {
    let mail = MailPreview {
        subject: "You are in: <b>Reunion</b>".into(),
        text: "Hello <i>Asha</i>,\n\nhttps://club.example/events/1\njavascript:alert(1)\n".into(),
        html: String::new(),
    };
    let html = outbox_mail(&english(), &mail, "/api/demo/outbox/1/html".into(), "/outbox".into());
    insta::assert_snapshot!("outbox_mail", drawn(html).await);
}
