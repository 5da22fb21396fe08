//! Mails to those who answered.

use serde_json::json;
use shared::api::ProblemCode;
use shared::events::{EventLife, MessageInput, MessageOutcome};
use shared::ids::EventId;
use shared::instant::Instant;
use shared::mail::MailKind;
use shared::words::Text;

use super::super::queries::{self, Recipient};
use super::super::service::{admit_organiser, no_event, now, organiser};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::http::SignedIn;
use crate::mail::NewMail;

/// The same mail to several people, to be sent now.
pub(super) fn mails(
    kind: MailKind,
    event: EventId,
    people: Vec<Recipient>,
    payload: &str,
    now: Instant,
) -> Vec<NewMail> {
    let mail = |person: Recipient| NewMail {
        kind,
        to: person.member,
        event: Some(event),
        payload: payload.into(),
        language: person.language,
        zone: person.zone,
        once: None,
        due_at: now.millis(),
    };
    people.into_iter().map(mail).collect()
}

/// Writes to those who have seats or are offered some.
pub(in super::super) async fn message_attendees(
    app: &App,
    signed_in: &SignedIn,
    id: EventId,
    input: &MessageInput,
) -> Result<MessageOutcome> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &stored.head)?;
    // Who was put into a draft does not know of it yet.
    if matches!(stored.head.life(now), EventLife::Draft | EventLife::Scheduled) {
        return Err(AppError::told(ProblemCode::Conflict, Text::new("problem.event_step")));
    }
    let people = queries::attendees(&tx, id).await?;
    let recipients = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let payload = json!({ "text": input.text.trim() }).to_string();
    crate::mail::queue(&tx, mails(MailKind::Message, id, people, &payload, now), now.millis()).await?;
    let detail = json!({ "recipients": recipients }).to_string();
    queries::log(&tx, id, organiser.id, "message", detail, now).await?;
    tx.commit().await?;
    Ok(MessageOutcome { recipients })
}
