//! The calendar's file that goes with a mail.

use shared::ids::EventId;
use shared::instant::Instant;
use shared::mail::MailKind;
use shared::rsvp::OwnStanding;

use super::facts::Facts;
use super::payload::EndedWhy;
use crate::app::App;
use crate::calendar::file_for;
use crate::error::Result;
use crate::features::events::calendar::{GivenUp, entry_for, given_up_entry_for};

/// A file with what a calendar is to do with it: some mail programs look for that in the media type only.
#[derive(Clone, Debug)]
pub(super) struct CalendarFile {
    pub(super) media_type: &'static str,
    pub(super) text: String,
}

/// The file of a mail; nothing for mails that change nobody's calendar.
pub(super) async fn calendar_file(app: &App, facts: &Facts) -> Result<Option<CalendarFile>> {
    let is_coming = facts.own.is_some_and(|own| own.standing == OwnStanding::Confirmed);
    let (event, reader) = (EventId(facts.event.id), &facts.reader);
    let language = reader.speech.language;
    let entry = match facts.kind {
        MailKind::Confirmed | MailKind::Cancelled => entry_for(app, event, reader.id, language).await?,
        MailKind::Changed if is_coming => entry_for(app, event, reader.id, language).await?,
        MailKind::Ended | MailKind::Waiting if takes_back(facts) => {
            let given_up = GivenUp {
                revision: facts.payload.revision,
                at: Instant::from_millis(facts.queued_at),
            };
            given_up_entry_for(app, event, reader.id, language, given_up).await?
        }
        _ => None,
    };
    Ok(entry.map(|entry| CalendarFile {
        media_type: entry.method().media_type(),
        text: file_for(&entry),
    }))
}

/// Whether the reader has no seat any more at an event to come that stands in their calendar.
fn takes_back(facts: &Facts) -> bool {
    // Whoever waits once more has grown, or wants another way to take part, and it did not fit.
    let is_gone =
        facts.kind == MailKind::Waiting || matches!(facts.payload.why, Some(EndedWhy::Removed | EndedWhy::Withdrawn));
    let is_to_come = facts.event.starts_at.is_some_and(|starts_at| facts.now < starts_at);
    is_gone && facts.has_entry && is_to_come
}
