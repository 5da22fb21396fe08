//! Everything that the words of a mail are made from, read when it is sent: so a mail that waited says what is true now.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use shared::events::{EventInput, EventLife};
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::mail::MailKind;
use shared::rsvp::OwnRsvp;
use uuid::Uuid;

use super::clocks::Clock;
use super::payload::Payload;
use super::speech::{Speech, primary};
use crate::app::App;
use crate::entity::{event, event_report, event_text, member, outbox, rsvp};
use crate::error::Result;
use crate::features::rsvp::service as rsvps;

/// What a mail is about, as it is now.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) kind: MailKind,
    pub(super) payload: Payload,
    pub(super) reader: Reader,
    pub(super) event: event::Model,
    pub(super) input: EventInput,
    pub(super) life: EventLife,
    /// In the reader's language where there is one, the original otherwise; one line.
    pub(super) title: String,
    /// The language of the title.
    pub(super) title_language: String,
    /// The reader's answer, where there still is one.
    pub(super) own: Option<OwnRsvp>,
    pub(super) has_report: bool,
    /// Whether an entry for the reader's calendar has gone out; asked for mails that may take it back.
    pub(super) has_entry: bool,
    /// When the mail was caused.
    pub(super) queued_at: i64,
    pub(super) now: i64,
}

/// Who reads the mail.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    pub(super) id: MemberId,
    /// One line.
    pub(super) name: String,
    pub(super) speech: Speech,
    pub(super) clock: Option<Clock>,
}

/// Reads them; nothing for a mail that this program has no words for, or whose event is gone.
pub(super) async fn read(app: &App, mail: &outbox::Model) -> Result<Option<Facts>> {
    let db = &app.db.read;
    let (Ok(kind), Some(id)) = (mail.kind.parse::<MailKind>(), mail.event_id) else {
        return Ok(None);
    };
    let found = event::Entity::find_by_id(id).one(db).await?;
    let member = member::Entity::find_by_id(mail.member_id).one(db).await?;
    let (Some(event), Some(member)) = (found, member) else {
        return Ok(None);
    };
    let (Ok(input), Ok(life)) = (serde_json::from_str(&event.input), event.life.parse::<EventLife>()) else {
        return Ok(None);
    };
    let texts = event_text::Entity::find()
        .filter(event_text::Column::EventId.eq(id))
        .order_by_asc(event_text::Column::Position)
        .all(db)
        .await?;
    let answer = rsvp::Entity::find_by_id((id, mail.member_id)).one(db).await?;
    let states = rsvps::states(app, Some(MemberId(mail.member_id)), &[EventId(id)]).await?;
    let reports = event_report::Entity::find_by_id(id).count(db).await?;
    let now = app.clock.now().as_millisecond();
    let [publish_at, ends_at] = [event.publish_at, event.ends_at].map(|at| at.map(Instant::from_millis));
    let (language, zone) = reader_of(mail, answer.as_ref(), &member);
    let text = text_for(&texts, &language);
    Ok(Some(Facts {
        kind,
        payload: Payload::read(&mail.payload),
        reader: Reader {
            id: MemberId(member.id),
            name: line(&member.name),
            speech: Speech::of(&language),
            clock: Clock::of(&zone),
        },
        life: life.at(publish_at, ends_at, Instant::from_millis(now)),
        event,
        input,
        title: text.map(|text| line(&text.title)).unwrap_or_default(),
        title_language: text.map(|text| text.language.clone()).unwrap_or_default(),
        own: states.into_iter().next().and_then(|state| state.own),
        has_report: reports > 0,
        has_entry: matches!(kind, MailKind::Ended | MailKind::Waiting) && has_entry(db, id, mail.member_id).await?,
        queued_at: mail.created_at,
        now,
    }))
}

/// Whether a confirmation, which carries an entry for the calendar, was sent to a member.
async fn has_entry(db: &impl ConnectionTrait, event: Uuid, member: Uuid) -> Result<bool> {
    let sent = outbox::Entity::find()
        .filter(outbox::Column::EventId.eq(event))
        .filter(outbox::Column::MemberId.eq(member))
        .filter(outbox::Column::Kind.eq(MailKind::Confirmed.code()))
        .filter(outbox::Column::SentAt.is_not_null());
    Ok(sent.count(db).await? > 0)
}

/// The language and zone that the mail was queued with, else those of the answer, else the profile's first language.
fn reader_of(mail: &outbox::Model, answer: Option<&rsvp::Model>, member: &member::Model) -> (String, String) {
    let chosen = |queued: &str, answered: Option<&String>| {
        let answered = answered.map(String::as_str).unwrap_or_default();
        String::from(if queued.is_empty() { answered } else { queued })
    };
    let mut language = chosen(&mail.language, answer.map(|answer| &answer.language));
    if language.is_empty() {
        language = member.languages.split(' ').next().unwrap_or_default().into();
    }
    (language, chosen(&mail.zone, answer.map(|answer| &answer.zone)))
}

/// The text in a language, or in another form of it, or the original.
fn text_for<'a>(texts: &'a [event_text::Model], language: &str) -> Option<&'a event_text::Model> {
    let exact = texts.iter().find(|text| text.language == language);
    let near = || texts.iter().find(|text| primary(&text.language) == primary(language));
    exact.or_else(near).or_else(|| texts.first())
}

/// One line without control characters: what stands in a header can end no header.
pub(super) fn line(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}
