//! The calendar's file that goes with a mail.

use shared::mail::MailKind;

use super::facts::Facts;

/// What a calendar is to do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// Put the event in, or change it.
    Publish,
    /// Take it out.
    Cancel,
}

impl Method {
    /// The media type says the method too: some mail programs look only there.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Publish => "text/calendar; method=PUBLISH; charset=utf-8",
            Self::Cancel => "text/calendar; method=CANCEL; charset=utf-8",
        }
    }
}

/// A file.
#[derive(Clone, Debug)]
pub(super) struct CalendarFile {
    pub(super) method: Method,
    pub(super) text: String,
}

/// The file of a mail; nothing for kinds that change no calendar.
pub(super) fn calendar_file(facts: &Facts) -> Option<CalendarFile> {
    let method = match facts.kind {
        MailKind::Confirmed | MailKind::Changed => Method::Publish,
        MailKind::Cancelled => Method::Cancel,
        _ => return None,
    };
    let text = text_of(facts, method)?;
    Some(CalendarFile { method, text })
}

/// The one place where the calendar is asked.
const fn text_of(_facts: &Facts, _method: Method) -> Option<String> {
    None
}
