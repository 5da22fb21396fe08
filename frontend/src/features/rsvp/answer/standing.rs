//! What has come of the reader's answer, in words, and what can be done about an offer.

use shared::events::EventDetail;
use shared::rsvp::{Answer, OwnRsvp, OwnStanding};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use crate::ui::{main_button, moment_on_clocks, press_button};
use crate::words::Words;

/// The sentences; `on_accept` and `on_decline` are what an offer waits for.
pub fn standing(
    words: &Words,
    event: &EventDetail,
    own: Option<&OwnRsvp>,
    on_accept: &Callback<()>,
    on_decline: &Callback<()>,
) -> Html {
    let Some(own) = own else {
        return html! { <p class="standing" role="status">{ words.t("rsvp.none") }</p> };
    };
    let people = own.companions.saturating_add(1);
    let offer = (own.standing == OwnStanding::Offered).then(|| {
        html! {
            <p class="standing-buttons">
                { main_button(seats(words, people, "rsvp.accept_one", "rsvp.accept"), on_accept) }
                { press_button(words.t("rsvp.decline"), None, on_decline) }
            </p>
        }
    });
    html! {
        <div class={class(own.standing)}>
            <div role="status">
                <p class="standing-main">{ sentence(words, own, people) }</p>
                { for more(words, event, own, people).into_iter().map(|said| html! { <p>{ said }</p> }) }
            </div>
            { for offer }
        </div>
    }
}

const fn class(standing: OwnStanding) -> &'static str {
    match standing {
        OwnStanding::Confirmed => "standing standing--confirmed",
        OwnStanding::Offered => "standing standing--offered",
        OwnStanding::Waiting => "standing standing--waiting",
        OwnStanding::Passed | OwnStanding::Noted | OwnStanding::Removed => "standing",
    }
}

fn sentence(words: &Words, own: &OwnRsvp, people: u32) -> AttrValue {
    let is_online = own.answer == Answer::Online;
    match own.standing {
        OwnStanding::Confirmed if own.companions > 0 && is_online => {
            words.count("rsvp.confirmed_online_with", own.companions)
        }
        OwnStanding::Confirmed if is_online => words.t("rsvp.confirmed_online"),
        OwnStanding::Confirmed if own.companions > 0 => words.count("rsvp.confirmed_with", own.companions),
        OwnStanding::Confirmed => words.t("rsvp.confirmed"),
        OwnStanding::Offered => seats(words, people, "rsvp.offered_one", "rsvp.offered"),
        OwnStanding::Waiting => match own.position {
            Some(position) => words.ordinal("rsvp.position", position),
            None => words.t("rsvp.waiting"),
        },
        OwnStanding::Passed => words.t("rsvp.passed"),
        OwnStanding::Noted if own.answer == Answer::Maybe => words.t("rsvp.maybe"),
        OwnStanding::Noted => words.t("rsvp.cannot"),
        OwnStanding::Removed => words.t("rsvp_refused.removed"),
    }
}

/// A sentence about one seat, or about several: “a seat” and “your seat” name no number.
pub(super) fn seats(words: &Words, people: u32, one: &'static str, several: &'static str) -> AttrValue {
    if people == 1 {
        words.t(one)
    } else {
        words.count(several, people)
    }
}

/// What else is to be known about it.
fn more(words: &Words, event: &EventDetail, own: &OwnRsvp, people: u32) -> Vec<AttrValue> {
    let zone = &event.summary.zone;
    let mut said = Vec::new();
    match own.standing {
        OwnStanding::Offered => {
            if let Some(until) = own.offered_until {
                let until = moment_on_clocks(words, until, zone);
                said.push(words.say(&Text::new("rsvp.offered_until").with("moment", until)));
            }
        }
        OwnStanding::Waiting => {
            if people > 1 {
                said.push(words.count("rsvp.waiting_together", people));
            }
            said.push(words.t("rsvp.waiting_means"));
        }
        OwnStanding::Passed => said.push(words.t("rsvp.passed_means")),
        OwnStanding::Noted if own.answer == Answer::Maybe => said.push(words.t("rsvp.maybe_means")),
        OwnStanding::Confirmed | OwnStanding::Noted | OwnStanding::Removed => {}
    }
    if own.is_placed {
        said.push(words.t("rsvp.placed"));
    }
    said
}
