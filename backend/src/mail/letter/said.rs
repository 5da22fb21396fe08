//! What a mail says besides the event itself: what happened before it, what can be done after it.

use shared::events::EventLife;
use shared::mail::{ChangedPart, MailKind};
use shared::words::Text;

use super::super::clocks::Clock;
use super::super::facts::Facts;
use super::super::payload::{Before, EndedWhy};
use super::super::speech::Speech;
use super::Quote;

/// The sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// What happened.
    pub(super) lead: Vec<String>,
    /// What has changed.
    pub(super) changes: Vec<String>,
    /// What the organiser wrote.
    pub(super) quote: Option<Quote>,
    /// What can be done.
    pub(super) advice: Vec<String>,
}

/// All of it.
pub(super) fn said(facts: &Facts) -> Said {
    let speech = facts.reader.speech;
    let sentences = |keys: &[&'static str]| keys.iter().map(|key| speech.t(key)).collect();
    let of = |lead: &[&'static str], advice: &[&'static str]| Said {
        lead: sentences(lead),
        advice: sentences(advice),
        ..Said::default()
    };
    match facts.kind {
        MailKind::Confirmed => confirmed(facts),
        MailKind::Waiting => waiting(facts),
        MailKind::Offer => of(&["mail.offer"], &["mail.offer_silence"]),
        MailKind::Ended => ended(facts),
        MailKind::Changed => Said {
            changes: changes(facts),
            ..of(&["mail.changed"], &["mail.changed_advice"])
        },
        MailKind::Cancelled => Said {
            quote: facts
                .event
                .cancel_reason
                .as_deref()
                .and_then(|reason| quote(speech, "mail.reason", reason)),
            ..of(&["mail.cancelled"], &[])
        },
        MailKind::ReminderWeek => of(&["mail.week"], &["mail.cannot_come"]),
        MailKind::ReminderDay => of(&["mail.day_before"], &["mail.cannot_come"]),
        MailKind::ReminderHour => of(&["mail.hour"], &[]),
        MailKind::ThankYou if facts.has_report => of(&["mail.thanks"], &["mail.thanks_report"]),
        MailKind::ThankYou => of(&["mail.thanks"], &[]),
        MailKind::Message => Said {
            quote: quote(speech, "mail.message", &facts.payload.text),
            ..Said::default()
        },
    }
}

fn confirmed(facts: &Facts) -> Said {
    let speech = facts.reader.speech;
    let is_placed = facts.own.is_some_and(|own| own.is_placed);
    let lead = if is_placed { "mail.placed" } else { "mail.confirmed" };
    Said {
        lead: vec![speech.t(lead)],
        advice: vec![speech.t("mail.cannot_come")],
        ..Said::default()
    }
}

fn waiting(facts: &Facts) -> Said {
    let speech = facts.reader.speech;
    let rule = if facts.event.fill_seats {
        "mail.rule_fill"
    } else {
        "mail.rule_strict"
    };
    Said {
        lead: vec![speech.t("mail.waiting")]
            .into_iter()
            .chain(position(facts))
            .collect(),
        advice: vec![speech.t(rule), speech.t("mail.waiting_advice")],
        ..Said::default()
    }
}

fn ended(facts: &Facts) -> Said {
    let speech = facts.reader.speech;
    let (lead, advice) = match facts.payload.why {
        Some(EndedWhy::OfferTakenBack) => ("mail.taken_back", None),
        Some(EndedWhy::Removed) => ("mail.removed", None),
        Some(EndedWhy::Withdrawn) => ("mail.withdrawn", Some("mail.withdrawn_advice")),
        Some(EndedWhy::OfferPassed) | None => ("mail.passed", Some("mail.passed_advice")),
    };
    let place = position(facts).filter(|_| facts.payload.why == Some(EndedWhy::OfferTakenBack));
    Said {
        lead: vec![speech.t(lead)].into_iter().chain(place).collect(),
        advice: advice.map(|key| speech.t(key)).into_iter().collect(),
        ..Said::default()
    }
}

/// The place in line, in words.
fn position(facts: &Facts) -> Option<String> {
    let position = facts.own?.position?;
    Some(facts.reader.speech.ordinal("mail.position", position))
}

fn changes(facts: &Facts) -> Vec<String> {
    let speech = facts.reader.speech;
    let each = |part: &ChangedPart| match (part, &facts.payload.before) {
        (ChangedPart::Time, Some(before)) => vec![speech.t(part.key()), before_words(speech, before)],
        _ => vec![speech.t(part.key())],
    };
    facts.payload.changes.iter().flat_map(each).collect()
}

/// When it was to be before, on the venue's clock.
fn before_words(speech: Speech, before: &Before) -> String {
    let when = Clock::of(&before.zone).map(|clock| clock.span(speech, before.starts_at, before.ends_at));
    speech.say(&Text::new("mail.before").with("when", when.unwrap_or_default()))
}

/// Words of a person; nothing where there are none.
fn quote(speech: Speech, label: &'static str, words: &str) -> Option<Quote> {
    let is_shown = |sign: char| !sign.is_control() || sign == '\t';
    let lines = words.trim().lines();
    let lines: Vec<String> = lines
        .map(|line| line.chars().filter(|sign| is_shown(*sign)).collect())
        .collect();
    (!lines.is_empty()).then(|| Quote {
        label: speech.t(label),
        lines,
    })
}

/// Whether the mail shows how to get in: the event is still to come.
pub(super) fn is_to_come(facts: &Facts) -> bool {
    facts.life == EventLife::Published
}
