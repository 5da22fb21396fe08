//! The event in a mail: when on both clocks, where, with how many, until when.

use shared::mail::MailKind;
use shared::rsvp::{OwnStanding, Pool};

use super::super::clocks::Clock;
use super::super::facts::{Facts, line};
use super::Row;
use super::said::is_to_come;

/// The rows, in the order in which they are asked for.
pub(super) fn event_rows(facts: &Facts) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |label: &'static str, value: String| {
        if !value.is_empty() {
            let label = facts.reader.speech.t(label);
            rows.push(Row { label, value });
        }
    };
    if facts.kind == MailKind::Offer {
        let [venue, own] = on_both_clocks(facts, held_until(facts));
        add("mail.label_until", venue);
        add("mail.label_own_clock", own);
    }
    let times = facts.event.starts_at.zip(facts.event.ends_at);
    let [venue, own] = on_both_clocks(facts, times.map(|(starts, ends)| (starts, Some(ends))));
    add("mail.label_when", venue);
    add("mail.label_own_clock", own);
    if facts.kind == MailKind::ThankYou {
        return rows;
    }
    place(facts, &mut add);
    if let Some(own) = facts.own.filter(|own| has_seats_or_waits(own.standing)) {
        add(
            "mail.label_party",
            facts.reader.speech.count("mail.party", own.companions + 1),
        );
    }
    rows
}

/// Where it is. The exact address and the link are for those only who have seats there.
fn place(facts: &Facts, add: &mut impl FnMut(&'static str, String)) {
    let own = facts.own.filter(|own| has_seats_or_waits(own.standing));
    let pool = own.and_then(|own| own.answer.pool());
    let seated_in = pool.filter(|_| own.is_some_and(|own| own.standing == OwnStanding::Confirmed) && is_to_come(facts));
    if let Some(room) = facts.input.room.as_ref().filter(|_| pool != Some(Pool::Online)) {
        add("mail.label_place", line(&room.venue));
        if seated_in == Some(Pool::Room) {
            add("mail.label_address", line(&room.address));
        }
    }
    if let Some(online) = facts.input.online.as_ref().filter(|_| pool != Some(Pool::Room)) {
        let speech = facts.reader.speech;
        let link = line(&online.link);
        match seated_in {
            Some(Pool::Online) if link.is_empty() => add("mail.label_online", speech.t("mail.link_later")),
            Some(Pool::Online) => add("mail.label_online", link),
            _ => add("mail.label_place", speech.t("mail.online")),
        }
    }
}

const fn has_seats_or_waits(standing: OwnStanding) -> bool {
    matches!(
        standing,
        OwnStanding::Confirmed | OwnStanding::Waiting | OwnStanding::Offered
    )
}

fn held_until(facts: &Facts) -> Option<(i64, Option<i64>)> {
    let until = facts.own?.offered_until?;
    Some((until.millis(), None))
}

/// A moment, or a span, on the venue's clock and on the reader's, where that is another one.
fn on_both_clocks(facts: &Facts, times: Option<(i64, Option<i64>)>) -> [String; 2] {
    let (Some((starts, ends)), Some(venue)) = (times, Clock::of(&facts.event.zone)) else {
        return Default::default();
    };
    let speech = facts.reader.speech;
    let said = |clock: &Clock| match ends {
        Some(ends) => clock.span(speech, starts, ends),
        None => clock.moment(speech, starts),
    };
    let own = facts.reader.clock.as_ref().filter(|clock| !clock.is_same(&venue));
    [said(&venue), own.map(said).unwrap_or_default()]
}
