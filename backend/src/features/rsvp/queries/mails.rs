//! The mails that go with one event's part of a batch.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use shared::ids::{EventId, MemberId};
use shared::mail::MailKind;
use shared::rsvp::Notice;

use super::super::sheet::Details;
use super::write::PIECE;
use crate::entity::rsvp;
use crate::mail::NewMail;

/// The language and zone of somebody's mails about an event.
type Contact = (String, String);

/// What there is to tell.
pub(super) struct News<'a> {
    pub(super) event: EventId,
    /// The state of the event's answers after the batch.
    pub(super) revision: i64,
    pub(super) notices: &'a [Notice],
    pub(super) details: &'a HashMap<MemberId, Details>,
    /// Members who had seats and want none any more.
    pub(super) gave_up: &'a [MemberId],
    /// Their contacts, as they were before the batch.
    pub(super) leaving: HashMap<MemberId, Contact>,
}

impl News<'_> {
    /// The mails; of several notices to one person about one event only the last, which is the truth.
    pub(super) async fn mails(&self, db: &impl ConnectionTrait, now: i64) -> Result<Vec<NewMail>, DbErr> {
        let mut told: HashSet<_> = self.gave_up.iter().copied().collect();
        let last = self.notices.iter().rev().filter(|notice| told.insert(notice.to));
        let last: Vec<_> = last.collect();
        let unknown = last.iter().map(|notice| notice.to);
        let unknown: Vec<_> = unknown.filter(|to| !self.details.contains_key(to)).collect();
        let known = contacts(db, self.event, &unknown).await?;
        let mail = |to: MemberId, (kind, payload): (MailKind, String)| {
            let of_details = self.details.get(&to);
            let of_details = of_details.map(|each| (each.language.clone(), each.zone.clone()));
            let contact = of_details.or_else(|| known.get(&to).or_else(|| self.leaving.get(&to)).cloned());
            let (language, zone) = contact.unwrap_or_default();
            NewMail {
                kind,
                to,
                event: Some(self.event),
                payload,
                language,
                zone,
                once: None,
                due_at: now,
            }
        };
        let noticed = last.iter().rev().map(|notice| {
            let (kind, payload) = kind(notice.news);
            mail(notice.to, (kind, payload.into()))
        });
        let gave_up = json!({ "why": "withdrawn", "revision": self.revision }).to_string();
        let gave_up = self
            .gave_up
            .iter()
            .map(|to| mail(*to, (MailKind::Ended, gave_up.clone())));
        Ok(noticed.chain(gave_up).collect())
    }
}

/// Languages and zones of members who answered before.
pub(super) async fn contacts(
    db: &impl ConnectionTrait,
    event: EventId,
    members: &[MemberId],
) -> Result<HashMap<MemberId, Contact>, DbErr> {
    let mut known = HashMap::new();
    for piece in members.chunks(PIECE) {
        let rows: Vec<(uuid::Uuid, String, String)> = rsvp::Entity::find()
            .select_only()
            .columns([rsvp::Column::MemberId, rsvp::Column::Language, rsvp::Column::Zone])
            .filter(rsvp::Column::EventId.eq(event.0))
            .filter(rsvp::Column::MemberId.is_in(piece.iter().map(|member| member.0)))
            .into_tuple()
            .all(db)
            .await?;
        known.extend(
            rows.into_iter()
                .map(|(id, language, zone)| (MemberId(id), (language, zone))),
        );
    }
    Ok(known)
}

/// The kind of mail of a piece of news, and what its words need.
const fn kind(news: shared::rsvp::News) -> (MailKind, &'static str) {
    use shared::rsvp::News;
    match news {
        News::Confirmed => (MailKind::Confirmed, "{}"),
        News::Waiting { .. } => (MailKind::Waiting, "{}"),
        News::Offered { .. } => (MailKind::Offer, "{}"),
        News::OfferPassed => (MailKind::Ended, r#"{"why":"offer_passed"}"#),
        News::OfferTakenBack => (MailKind::Ended, r#"{"why":"offer_taken_back"}"#),
        News::Removed => (MailKind::Ended, r#"{"why":"removed"}"#),
    }
}
