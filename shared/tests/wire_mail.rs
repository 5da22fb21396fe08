//! Mails on the wire as snapshots.

use shared::admin::{MailPreview, MailState, OutboxFilter, OutboxPage, OutboxRow};
use shared::api::to_query;
use shared::ids::MailId;
use shared::instant::Instant;
use shared::mail::{ChangedPart, MailChoice, MailChoices, MailKind};
use uuid::Uuid;

#[test]
fn every_type_of_mails_on_the_wire() {
    let choice = |kind| MailChoice { kind, is_wanted: true };
    insta::assert_json_snapshot!(
        "mail_choices",
        MailChoices {
            choices: MailKind::SWITCHABLE.map(choice).into()
        }
    );
    let row = OutboxRow {
        id: MailId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001)),
        kind: MailKind::Confirmed,
        to: "Asha Rao".into(),
        event_title: "Reunion".into(),
        subject: "You are in: Reunion".into(),
        due_at: Instant::from_millis(1_796_461_200_000),
        state: MailState::Waiting,
    };
    insta::assert_json_snapshot!(
        "outbox_page",
        OutboxPage {
            mails: vec![row],
            total: 21
        }
    );
    insta::assert_json_snapshot!(
        "mail_preview",
        MailPreview {
            subject: "You are in: Reunion".into(),
            text: "Hello\n".into(),
            html: "<!doctype html>".into(),
        }
    );
    insta::assert_snapshot!("outbox_query", to_query(&OutboxFilter { page: 2 }).unwrap());
}

#[test]
fn codes_of_mails() {
    let kinds: Vec<_> = MailKind::ALL.iter().map(|kind| kind.code()).collect();
    let parts: Vec<_> = ChangedPart::ALL.iter().map(|part| part.code()).collect();
    let states: Vec<_> = MailState::ALL.iter().map(|state| state.code()).collect();
    insta::assert_snapshot!(
        "mail_codes",
        [kinds, parts, states].map(|codes| codes.join(" ")).join("\n")
    );
}
