//! The calendar's file that goes with a mail.

use shared::ids::EventId;
use shared::mail::MailKind;
use shared::rsvp::OwnStanding;

use super::facts::Facts;
use crate::app::App;
use crate::calendar::file_for;
use crate::error::Result;
use crate::features::events::calendar::entry_for;

/// A file with what a calendar is to do with it: some mail programs look for that in the media type only.
#[derive(Clone, Debug)]
pub(super) struct CalendarFile {
    pub(super) media_type: &'static str,
    pub(super) text: String,
}

/// The file of a mail; nothing for mails that change nobody's calendar.
pub(super) async fn calendar_file(app: &App, facts: &Facts) -> Result<Option<CalendarFile>> {
    let is_coming = facts.own.is_some_and(|own| own.standing == OwnStanding::Confirmed);
    match facts.kind {
        MailKind::Confirmed | MailKind::Cancelled => written(app, facts).await,
        MailKind::Changed if is_coming => written(app, facts).await,
        _ => Ok(None),
    }
}

async fn written(app: &App, facts: &Facts) -> Result<Option<CalendarFile>> {
    let (event, reader) = (EventId(facts.event.id), &facts.reader);
    let entry = entry_for(app, event, reader.id, reader.speech.language).await?;
    Ok(entry.map(|entry| CalendarFile {
        media_type: entry.method().media_type(),
        text: file_for(&entry),
    }))
}
