//! A letter as a message of the internet: headers, both parts, the calendar's file. Sent again it is the same message.

use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use shared::mail::MailKind;

use super::calendar::CalendarFile;
use super::facts::Reader;
use super::letter::Letter;
use super::sender::Parcel;
use crate::entity::outbox;

/// What a message is made of.
pub(super) struct Parts<'a> {
    pub(super) mail: &'a outbox::Model,
    pub(super) reader: &'a Reader,
    pub(super) letter: Letter,
    pub(super) from: &'a Mailbox,
    pub(super) to: &'a str,
    /// The link that ends mails of this kind, where there is one.
    pub(super) stop: Option<&'a str>,
    pub(super) calendar: Option<CalendarFile>,
}

/// Packs it.
///
/// # Errors
/// When the address is none.
pub(super) fn pack(parts: Parts<'_>) -> anyhow::Result<Parcel> {
    let id = parts.mail.id.simple();
    let to = Mailbox::new(Some(parts.reader.name.clone()), parts.to.parse()?);
    let written = Duration::from_millis(u64::try_from(parts.mail.due_at).unwrap_or_default());
    let mut message = Message::builder()
        .from(parts.from.clone())
        .to(to)
        .subject(parts.letter.subject)
        .date(SystemTime::UNIX_EPOCH + written)
        .message_id(Some(format!("<{id}@{}>", parts.from.email.domain())))
        // Nobody's absence is answered to a machine.
        .raw_header(header("Auto-Submitted", "auto-generated".into()))
        .raw_header(header("Content-Language", parts.reader.speech.language.into()));
    if let Some(stop) = parts.stop {
        message = message
            .raw_header(header("List-Unsubscribe", format!("<{stop}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()));
    }
    let both = MultiPart::alternative()
        .boundary(format!("parts-{id}"))
        .singlepart(SinglePart::plain(parts.letter.text))
        .singlepart(SinglePart::html(parts.letter.html));
    let message = match parts.calendar {
        Some(file) => {
            let file = Attachment::new("event.ics".into()).body(file.text, ContentType::parse(file.media_type)?);
            let whole = MultiPart::mixed().boundary(format!("whole-{id}"));
            message.multipart(whole.multipart(both).singlepart(file))?
        }
        None => message.multipart(both)?,
    };
    Ok(Parcel {
        envelope: message.envelope().clone(),
        bytes: message.formatted(),
    })
}

const fn named(name: &'static str) -> HeaderName {
    HeaderName::new_from_ascii_str(name)
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(named(name), value)
}

/// The address under which mails of a kind can be ended; it acts on POST only.
pub(super) fn stop_url(links: &str, kind: MailKind, language: &str, token: &str) -> Option<String> {
    let kind = kind.is_switchable().then(|| kind.code())?;
    Some(format!(
        "{links}/api/mails/unsubscribe?kind={kind}&language={language}&token={token}"
    ))
}
