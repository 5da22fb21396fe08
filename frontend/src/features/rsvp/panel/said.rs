//! How an answer stands, and how seats are given, in words.

use shared::events::EventDetail;
use shared::rsvp::{Answer, OwnRsvp, OwnStanding};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use crate::browser::intl::zones;
use crate::words::Words;

/// How the reader's answer stands, in one sentence.
pub(super) fn standing(words: &Words, own: &OwnRsvp) -> AttrValue {
    let people = own.companions + 1;
    match (own.standing, own.position) {
        (OwnStanding::Confirmed, _) if people > 1 => words.count("rsvp.confirmed_party", people),
        (OwnStanding::Confirmed, _) => words.t(match own.answer {
            Answer::Online => "rsvp.confirmed_online",
            Answer::InPerson | Answer::Maybe | Answer::Cannot => "rsvp.confirmed",
        }),
        (OwnStanding::Waiting, Some(1)) => words.t("rsvp.waiting_first"),
        (OwnStanding::Waiting, position) => {
            let position = words.number(position.unwrap_or(1));
            words.say(&Text::new("rsvp.waiting_at").with("position", position))
        }
        (OwnStanding::Offered, _) => words.count("rsvp.offered", people),
        (OwnStanding::Passed, _) => words.t("rsvp.passed"),
        (OwnStanding::Noted, _) => words.t(match own.answer {
            Answer::Maybe => "rsvp.maybe",
            Answer::Cannot | Answer::InPerson | Answer::Online => "rsvp.cannot",
        }),
        (OwnStanding::Removed, _) => words.t("rsvp.removed"),
    }
}

/// Until when seats are held, on both clocks.
pub(super) fn offer_end(words: &Words, own: &OwnRsvp, zone: &str) -> Html {
    let Some(until) = own.offered_until else {
        return Html::default();
    };
    let (language, own_zone) = (words.language(), zones::own());
    let at_venue = zones::moment(language, until, zone);
    let here = zones::moment(language, until, &own_zone);
    let said = |at: AttrValue, zone: &str| {
        let text = Text::new("rsvp.offer_end").with("moment", at);
        html! { <li>{ words.say(&text.with("zone", zones::name(language, zone))) }</li> }
    };
    html! {
        <ul class="rsvp-until">
            { said(here.clone(), &own_zone) }
            if here != at_venue {
                { said(at_venue, zone) }
            }
        </ul>
    }
}

/// How seats are given: the organiser's choice, in words, for everybody.
pub(super) fn rule(words: &Words, event: &EventDetail) -> Html {
    let order = if event.fill_seats {
        "rsvp.rule_fill"
    } else {
        "rsvp.rule_strict"
    };
    html! {
        <details class="rsvp-rule">
            <summary>{ words.t("rsvp.rule") }</summary>
            <p>{ words.t("rsvp.rule_first") }</p>
            <p>{ words.t(order) }</p>
            <p>{ words.count("rsvp.rule_hold", event.hold_hours) }</p>
            <p>{ words.t("rsvp.rule_change") }</p>
        </details>
    }
}
