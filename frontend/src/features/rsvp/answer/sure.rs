//! Asked before something is given up that somebody else may then have.

use shared::rsvp::{OwnRsvp, OwnStanding};
use yew::{Callback, Html, html};

use super::draft::Sure;
use super::standing::seats;
use crate::ui::{main_button, press_button};
use crate::words::Words;

/// The id of the question, for the keyboard to be moved there.
pub(super) const SURE: &str = "answer-sure";

/// The question with its two answers.
pub fn sure(words: &Words, own: Option<&OwnRsvp>, sure: &Sure, on_yes: &Callback<()>, on_no: &Callback<()>) -> Html {
    let people = own.map_or(1, |own| own.companions.saturating_add(1));
    let (question, yes) = match (sure, own.map(|own| own.standing)) {
        (Sure::Decline, _) => (words.t("rsvp.sure_decline"), words.t("rsvp.decline")),
        (_, Some(OwnStanding::Waiting)) => (words.t("rsvp.sure_line"), words.t("rsvp.leave_line")),
        (Sure::Withdraw, Some(OwnStanding::Noted | OwnStanding::Passed | OwnStanding::Removed) | None) => {
            (words.t("rsvp.sure_withdraw"), words.t("rsvp.withdraw"))
        }
        _ => (
            seats(words, people, "rsvp.sure_seat", "rsvp.sure_seats"),
            seats(words, people, "rsvp.give_up_one", "rsvp.give_up"),
        ),
    };
    html! {
        <section class="answer-sure" aria-labelledby={SURE}>
            <p class="standing-main" id={SURE} tabindex="-1">{ question }</p>
            <p class="standing-buttons">
                { main_button(yes, on_yes) }
                { press_button(words.t("rsvp.keep"), None, on_no) }
            </p>
        </section>
    }
}
