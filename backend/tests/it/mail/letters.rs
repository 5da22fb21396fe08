//! Every kind of mail in every language, as it is read.

use backend::entity::event_report;
use backend::mail::{Before, EndedWhy, Payload};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use shared::admin::GetMail;
use shared::api::Empty;
use shared::events::EventLife;
use shared::ids::{EventId, MailId, MemberId};
use shared::mail::{ChangedPart, MailKind};
use shared::rsvp::{Answer, OwnStanding};

use super::stage::{DAY, HOUR, START, Stage, id};

/// One mail of the set.
struct Case {
    name: &'static str,
    kind: MailKind,
    event: EventId,
    payload: Payload,
}

/// The set: events in every state that a mail is about, the same reader, who has answered all of them.
#[expect(clippy::too_many_lines, reason = "a table of cases")]
async fn cases(stage: &Stage, reader: MemberId) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name, kind, event, payload| {
        cases.push(Case {
            name,
            kind,
            event,
            payload,
        });
    };
    let coming = event(stage, 101, START, reader, OwnStanding::Confirmed).await;
    let online = stage.event(102, START).await;
    stage
        .answer(online, reader, Answer::Online, OwnStanding::Confirmed)
        .await;
    let line = stage.event(103, START).await;
    let other = stage.member(2, "Tenzin").await;
    stage.answer(line, other, Answer::InPerson, OwnStanding::Waiting).await;
    stage.answer(line, reader, Answer::InPerson, OwnStanding::Waiting).await;
    let offered = event(stage, 104, START, reader, OwnStanding::Offered).await;
    let passed = event(stage, 105, START, reader, OwnStanding::Passed).await;
    let removed = event(stage, 106, START, reader, OwnStanding::Removed).await;
    let cancelled = event(stage, 107, START, reader, OwnStanding::Confirmed).await;
    stage
        .change(cancelled, |row| {
            row.life = Set(EventLife::Cancelled.code().into());
            row.cancel_reason = Set(Some("A typhoon is coming.\nWe meet in spring.".into()));
        })
        .await;
    let week = event(stage, 108, stage.now() + 7 * DAY, reader, OwnStanding::Confirmed).await;
    let day = event(stage, 109, stage.now() + DAY, reader, OwnStanding::Confirmed).await;
    let hour = event(stage, 110, stage.now() + HOUR, reader, OwnStanding::Confirmed).await;
    let over = event(stage, 111, stage.now() - DAY, reader, OwnStanding::Confirmed).await;
    report(stage, over).await;
    let noted = event(stage, 112, START, reader, OwnStanding::Noted).await;
    confirmed_before(stage, noted, reader).await;
    let why = |why| Payload {
        why: Some(why),
        ..Payload::default()
    };
    let moved = Payload {
        changes: vec![ChangedPart::Time, ChangedPart::Place],
        before: Some(Before {
            starts_at: START - 2 * HOUR,
            ends_at: START + HOUR,
            zone: "Asia/Tokyo".into(),
        }),
        ..Payload::default()
    };
    let message = Payload {
        text: "Bring <b>slippers</b>.\r\n\r\nSee you & yours".into(),
        ..Payload::default()
    };
    add("confirmed", MailKind::Confirmed, coming, Payload::default());
    add("confirmed online", MailKind::Confirmed, online, Payload::default());
    add("waiting", MailKind::Waiting, line, Payload::default());
    add("offer", MailKind::Offer, offered, Payload::default());
    add("ended: passed", MailKind::Ended, passed, why(EndedWhy::OfferPassed));
    add(
        "ended: taken back",
        MailKind::Ended,
        line,
        why(EndedWhy::OfferTakenBack),
    );
    add("ended: removed", MailKind::Ended, removed, why(EndedWhy::Removed));
    add("ended: withdrawn", MailKind::Ended, noted, why(EndedWhy::Withdrawn));
    add("changed", MailKind::Changed, coming, moved);
    add("cancelled", MailKind::Cancelled, cancelled, Payload::default());
    add("reminder_week", MailKind::ReminderWeek, week, Payload::default());
    add("reminder_day", MailKind::ReminderDay, day, Payload::default());
    add("reminder_hour", MailKind::ReminderHour, hour, Payload::default());
    add("thank_you", MailKind::ThankYou, over, Payload::default());
    add("message", MailKind::Message, coming, message);
    cases
}

async fn event(stage: &Stage, number: u128, starts_at: i64, reader: MemberId, standing: OwnStanding) -> EventId {
    let event = stage.event(number, starts_at).await;
    stage.answer(event, reader, Answer::InPerson, standing).await;
    event
}

/// As if a confirmation had been sent.
async fn confirmed_before(stage: &Stage, event: EventId, reader: MemberId) {
    let mail = stage.mail(112, MailKind::Confirmed, reader, event).await;
    let mut row = stage.row(mail).await.into_active_model();
    row.sent_at = Set(Some(0));
    row.update(&stage.t.app.db.write).await.unwrap();
}

async fn report(stage: &Stage, event: EventId) {
    let row = event_report::ActiveModel {
        event_id: Set(event.0),
        came_count: Set(40),
        countries: Set("NP".into()),
        text: Set(String::new()),
        text_html: Set(String::new()),
        published_at: Set(0),
    };
    event_report::Entity::insert(row)
        .exec_without_returning(&stage.t.app.db.write)
        .await
        .unwrap();
}

#[tokio::test]
async fn every_kind_says_in_both_languages_what_happened_and_what_to_do() {
    let stage = Stage::new().await;
    let reader = stage.member(1, "Asha Rao").await;
    let cases = cases(&stage, reader).await;
    let kinds: std::collections::BTreeSet<_> = cases.iter().map(|case| case.kind).collect();
    assert_eq!(kinds.len(), MailKind::ALL.len(), "every kind has a case");
    let mut number = 1_000;
    for language in ["en", "ja"] {
        let mut texts = String::new();
        for case in &cases {
            number += 1;
            stage
                .mail_with(number, case.kind, reader, case.event, &case.payload, language)
                .await;
            let mail = stage
                .t
                .anonymous()
                .call::<GetMail>(MailId(id(number)), Empty {})
                .await
                .good();
            texts += &format!("===== {}\nSubject: {}\n\n{}\n", case.name, mail.subject, mail.text);
            assert!(mail.html.contains(&format!("<html lang=\"{language}\">")));
            for remote in ["<img", "url(", "@import", "<script", "<link", "src="] {
                assert!(!mail.html.contains(remote), "{} loads something: {remote}", case.name);
            }
            if case.name == "message" || case.name == "changed" {
                insta::assert_snapshot!(format!("html_{}_{language}", case.name), mail.html);
            }
        }
        insta::assert_snapshot!(format!("texts_{language}"), texts);
    }
    while stage.deliver().await > 0 {}
    assert_eq!(
        stage.recorder.sent().len(),
        2 * cases.len(),
        "all of them are true and sent"
    );
}

/// One kind for each way in which places are written.
const KINDS: [MailKind; 4] = [
    MailKind::Confirmed,
    MailKind::Offer,
    MailKind::Message,
    MailKind::ThankYou,
];

#[tokio::test]
async fn address_and_link_are_for_those_only_who_have_a_seat_there() {
    let stage = Stage::new().await;
    let reader = stage.member(1, "Asha Rao").await;
    let event = stage.event(100, START).await;
    let mut number = 1_000;
    for answer in Answer::ALL {
        for standing in OwnStanding::ALL {
            stage.answer(event, reader, *answer, *standing).await;
            for kind in KINDS {
                number += 1;
                let mail = stage.mail(number, kind, reader, event).await;
                let mail = stage.t.anonymous().call::<GetMail>(mail, Empty {}).await.good();
                let is_seated = *standing == OwnStanding::Confirmed && kind != MailKind::ThankYou;
                let expected = [Answer::InPerson, Answer::Online].map(|way| is_seated && *answer == way);
                for part in [&mail.text, &mail.html] {
                    let shown = ["hall 2", "meet.example/secret"].map(|secret| part.contains(secret));
                    assert_eq!(shown, expected, "{answer:?} {standing:?} {kind:?}");
                }
            }
        }
    }
}
