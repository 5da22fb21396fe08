//! The words of a mail: what happened, the event with both clocks, and what can be done. The same for both parts, text
//! and HTML, and for the outbox of the demonstration.

mod event_rows;
mod said;

use askama::Template;
use shared::mail::MailKind;
use shared::words::Text;

use self::event_rows::event_rows;
use self::said::{Said, said};
use super::facts::{Facts, line};
use crate::error::Result;

/// A mail as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// One line.
    pub(crate) subject: String,
    /// The part in plain text.
    pub(crate) text: String,
    /// The part in HTML: a whole document that loads nothing.
    pub(crate) html: String,
}

/// Something about the event, with its name.
#[derive(Clone, Debug)]
struct Row {
    label: String,
    value: String,
}

/// What somebody wrote, with its line breaks.
#[derive(Clone, Debug)]
struct Quote {
    label: String,
    lines: Vec<String>,
}

/// A link with its words.
#[derive(Clone, Debug)]
struct Link {
    label: String,
    url: String,
}

/// What both templates are filled with.
#[derive(Clone, Debug)]
struct Content {
    language: &'static str,
    club: String,
    subject: String,
    hello: String,
    said: Said,
    title: String,
    title_language: String,
    rows: Vec<Row>,
    action: Link,
    footer: Vec<String>,
    stop: Option<Link>,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct PlainPart<'a> {
    content: &'a Content,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct HtmlPart<'a> {
    content: &'a Content,
}

/// Writes the mail. `links` is the address of the club, `stop` the link that ends mails of this kind where there is one.
pub(super) fn write(facts: &Facts, links: &str, stop: Option<String>) -> Result<Letter> {
    let speech = facts.reader.speech;
    let mut footer = Vec::new();
    if facts.event.is_demo {
        footer.push(speech.t("mail.demo"));
    }
    footer.push(speech.t("mail.footer"));
    let content = Content {
        language: speech.language,
        club: speech.t("club.name"),
        subject: subject(facts),
        hello: speech.say(&Text::new("mail.hello").with("name", &facts.reader.name)),
        said: said(facts),
        title: facts.title.clone(),
        title_language: facts.title_language.clone(),
        rows: event_rows(facts),
        action: Link {
            label: speech.t(action(facts)),
            url: format!("{links}/events/{}", facts.event.id),
        },
        footer,
        stop: stop.map(|url| Link {
            label: speech.t("mail.stop"),
            url,
        }),
    };
    let plain = PlainPart { content: &content }.render().map_err(anyhow::Error::from)?;
    let html = HtmlPart { content: &content }.render().map_err(anyhow::Error::from)?;
    Ok(Letter {
        subject: content.subject.clone(),
        // The template's lines without those of its own blocks.
        text: plain.trim().to_owned() + "\n",
        html,
    })
}

/// The subject: what the mail is about, and the event's title.
pub(super) fn subject(facts: &Facts) -> String {
    use super::payload::EndedWhy;
    let key = match (facts.kind, facts.payload.why) {
        (MailKind::Confirmed, _) => "mail.subject_confirmed",
        (MailKind::Waiting, _) => "mail.subject_waiting",
        (MailKind::Offer, _) => "mail.subject_offer",
        (MailKind::Ended, Some(EndedWhy::OfferTakenBack)) => "mail.subject_taken_back",
        (MailKind::Ended, Some(EndedWhy::Removed)) => "mail.subject_removed",
        (MailKind::Ended, Some(EndedWhy::Withdrawn)) => "mail.subject_withdrawn",
        (MailKind::Ended, _) => "mail.subject_passed",
        (MailKind::Changed, _) => "mail.subject_changed",
        (MailKind::Cancelled, _) => "mail.subject_cancelled",
        (MailKind::ReminderWeek, _) => "mail.subject_week",
        (MailKind::ReminderDay, _) => "mail.subject_day",
        (MailKind::ReminderHour, _) => "mail.subject_hour",
        (MailKind::ThankYou, _) => "mail.subject_thanks",
        (MailKind::Message, _) => "mail.subject_message",
    };
    line(&facts.reader.speech.say(&Text::new(key).with("title", &facts.title)))
}

/// What the button says. It leads to the event's page and does nothing by itself: a program that follows all links of a
/// mail takes no seat.
const fn action(facts: &Facts) -> &'static str {
    match facts.kind {
        MailKind::Offer => "mail.action_offer",
        MailKind::ThankYou if facts.has_report => "mail.action_report",
        MailKind::Confirmed
        | MailKind::Waiting
        | MailKind::Ended
        | MailKind::Changed
        | MailKind::Cancelled
        | MailKind::ReminderWeek
        | MailKind::ReminderDay
        | MailKind::ReminderHour
        | MailKind::ThankYou
        | MailKind::Message => "mail.action_event",
    }
}
