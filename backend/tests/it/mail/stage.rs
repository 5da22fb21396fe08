//! Events, answers and mails with ids that stay the same.

use backend::app::Settings;
use backend::entity::{event, event_text, mail_address, member, outbox, rsvp};
use backend::mail::{Payload, deliver};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use shared::ids::{EventId, MailId, MemberId};
use shared::mail::MailKind;
use shared::rsvp::{Answer, OwnStanding};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::recorder::Recorder;
use super::rows::{event_row, member_row};
use crate::support::TestApp;

pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;
/// 18:00 on 5 December 2026 in Tokyo.
pub(crate) const START: i64 = 1_796_461_200_000;

/// The same id for the same number.
pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

/// An app with a mail sender.
pub(crate) struct Stage {
    pub(crate) t: TestApp,
    pub(crate) recorder: Recorder,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::with(true).await
    }

    pub(crate) async fn with(is_demo: bool) -> Self {
        let settings = Settings {
            is_demo,
            mail_from: "Sakura Science Club <club@club.example>".into(),
            links: "https://club.example".into(),
            ..Settings::default()
        };
        Self {
            t: TestApp::with(settings).await,
            recorder: Recorder::default(),
        }
    }

    pub(crate) fn now(&self) -> i64 {
        self.t.app.clock.now().as_millisecond()
    }

    /// A member with a number, with an address and a secret.
    pub(crate) async fn member(&self, number: u128, name: &str) -> MemberId {
        let stranger = self.stranger(number, name).await;
        let row = mail_address::ActiveModel {
            member_id: Set(stranger.0),
            address: Set(format!("member{number}@example.org")),
            unsubscribe_token: Set(format!("secret-{number}")),
        };
        mail_address::Entity::insert(row)
            .exec_without_returning(&self.t.app.db.write)
            .await
            .unwrap();
        stranger
    }

    /// A member without an address.
    pub(crate) async fn stranger(&self, number: u128, name: &str) -> MemberId {
        member::Entity::insert(member_row(number, name))
            .exec_without_returning(&self.t.app.db.write)
            .await
            .unwrap();
        MemberId(id(number))
    }

    /// A published event of three hours in Tokyo and over the internet, with texts in English and Japanese.
    pub(crate) async fn event(&self, number: u128, starts_at: i64) -> EventId {
        self.event_called(number, starts_at, "Reunion <at> Miraikan & beyond")
            .await
    }

    pub(crate) async fn event_called(&self, number: u128, starts_at: i64, title: &str) -> EventId {
        let db = &self.t.app.db.write;
        event::Entity::insert(event_row(number, starts_at))
            .exec_without_returning(db)
            .await
            .unwrap();
        for (position, language, title) in [(0, "en", title), (1, "ja", "未来館での同窓会")] {
            let row = event_text::ActiveModel {
                event_id: Set(id(number)),
                position: Set(position),
                language: Set(language.into()),
                title: Set(title.into()),
                summary: Set(String::new()),
                description_html: Set(String::new()),
            };
            event_text::Entity::insert(row)
                .exec_without_returning(db)
                .await
                .unwrap();
        }
        EventId(id(number))
    }

    /// Changes an event's row.
    pub(crate) async fn change(&self, event: EventId, change: impl FnOnce(&mut event::ActiveModel)) {
        let db = &self.t.app.db.write;
        let row = event::Entity::find_by_id(event.0).one(db).await.unwrap().unwrap();
        let mut row = row.into_active_model();
        row.version = Set(row.version.unwrap() + 1);
        change(&mut row);
        row.update(db).await.unwrap();
    }

    /// What somebody's answer has come to.
    pub(crate) async fn answer(&self, event: EventId, member: MemberId, answer: Answer, standing: OwnStanding) {
        let db = &self.t.app.db.write;
        let found = event::Entity::find_by_id(event.0).one(db).await.unwrap().unwrap();
        let revision = found.rsvp_revision + 1;
        let is_offered = standing == OwnStanding::Offered;
        let row = rsvp::ActiveModel {
            event_id: Set(event.0),
            member_id: Set(member.0),
            answer: Set(answer.code().into()),
            companions: Set(1),
            standing: Set(standing.code().into()),
            offered_until: Set(is_offered.then(|| self.now() + DAY)),
            since: Set(revision),
            is_placed: Set(false),
            revision: Set(revision),
            shown_to: Set("organisers".into()),
            answers: Set("[]".into()),
            language: Set("en".into()),
            zone: Set("Asia/Kathmandu".into()),
            answered_at: Set(self.now() - 30 * DAY),
            ticket_code: Set(None),
            checked_in_at: Set(None),
            checked_in_by: Set(None),
        };
        rsvp::Entity::delete_by_id((event.0, member.0)).exec(db).await.unwrap();
        rsvp::Entity::insert(row).exec_without_returning(db).await.unwrap();
        self.change(event, |row| {
            row.rsvp_revision = Set(revision);
            row.rsvp_reload_revision = Set(revision);
        })
        .await;
    }

    /// Takes somebody's answer back.
    pub(crate) async fn withdraw(&self, event: EventId, member: MemberId) {
        let db = &self.t.app.db.write;
        rsvp::Entity::delete_by_id((event.0, member.0)).exec(db).await.unwrap();
        let found = event::Entity::find_by_id(event.0).one(db).await.unwrap().unwrap();
        let revision = found.rsvp_revision + 1;
        self.change(event, |row| {
            row.rsvp_revision = Set(revision);
            row.rsvp_reload_revision = Set(revision);
        })
        .await;
    }

    /// A mail in the outbox, due now, in a language.
    pub(crate) async fn mail(&self, number: u128, kind: MailKind, to: MemberId, about: EventId) -> MailId {
        self.mail_with(number, kind, to, about, &Payload::default(), "en").await
    }

    pub(crate) async fn mail_with(
        &self,
        number: u128,
        kind: MailKind,
        to: MemberId,
        about: EventId,
        payload: &Payload,
        language: &str,
    ) -> MailId {
        let row = outbox::ActiveModel {
            id: Set(id(number)),
            kind: Set(kind.code().into()),
            member_id: Set(to.0),
            event_id: Set(Some(about.0)),
            payload: Set(payload.json()),
            language: Set(language.into()),
            zone: Set("Asia/Kathmandu".into()),
            once: Set(None),
            created_at: Set(self.now()),
            due_at: Set(self.now()),
            attempts: Set(0),
            claimed_until: Set(None),
            claimed_by: Set(None),
            sent_at: Set(None),
            given_up_at: Set(None),
            last_error: Set(None),
        };
        let db = &self.t.app.db.write;
        outbox::Entity::insert(row).exec_without_returning(db).await.unwrap();
        MailId(id(number))
    }

    /// A mail's row.
    pub(crate) async fn row(&self, mail: MailId) -> outbox::Model {
        let found = outbox::Entity::find_by_id(mail.0).one(&self.t.app.db.read).await;
        found.unwrap().unwrap()
    }

    /// Sends what is due.
    pub(crate) async fn deliver(&self) -> usize {
        let stop = CancellationToken::new();
        deliver(&self.t.app, &self.recorder, "worker", &stop).await.unwrap()
    }

    /// So many confirmations of one seat.
    pub(crate) async fn confirmations(&self, count: u128) -> Vec<MailId> {
        let event = self.event(100, START).await;
        let member = self.member(1, "Asha Rao").await;
        self.answer(event, member, Answer::InPerson, OwnStanding::Confirmed)
            .await;
        let mut mails = Vec::new();
        for number in 1_000..1_000 + count {
            mails.push(self.mail(number, MailKind::Confirmed, member, event).await);
        }
        mails
    }
}
