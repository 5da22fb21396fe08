//! The answers side by side, as large buttons. On phones the bar stays within reach of the thumb.

use shared::events::EventDetail;
use shared::instant::Instant;
use shared::rsvp::{Answer, OwnStanding, RsvpState};
use yew::{Callback, Html, MouseEvent, html};

use super::choice::{answers, why_not, why_nothing};
use crate::ui::{IconName, icon, seats_in_short};
use crate::words::Words;

/// The id of the line that says why buttons are off.
const WHY: &str = "answer-why";

/// The bar; `pending` is the answer that is being sent. Nothing where nothing can be answered any more.
pub fn answer_bar(
    words: &Words,
    event: &EventDetail,
    state: &RsvpState,
    now: Instant,
    pending: Option<Answer>,
    on_press: &Callback<Answer>,
) -> Html {
    let own = state.own.as_ref();
    if let Some(why) = why_nothing(event, own) {
        return html! { <p class="answer-why">{ words.t(why) }</p> };
    }
    let off = answers(&state.seats).find_map(|answer| why_not(event, own, answer, now));
    let button = |answer: Answer| {
        let is_off = why_not(event, own, answer, now).is_some();
        let is_chosen = own.is_some_and(|own| own.answer == answer && own.standing != OwnStanding::Passed);
        let pool = answer.pool().map(|pool| state.seats.pools.get(pool));
        let onclick = on_press.reform(move |_: MouseEvent| answer);
        let is_pending = pending == Some(answer);
        html! {
            <button
                type="button"
                class={if is_pending { "answer answer--pending" } else { "answer" }}
                aria-pressed={if is_chosen { "true" } else { "false" }}
                aria-disabled={(is_off || pending.is_some()).then_some("true")}
                aria-describedby={is_off.then_some(WHY)}
                {onclick}
            >
                <span class="answer-name">
                    if is_chosen { { icon(IconName::Check) } }
                    { words.t(answer.key()) }
                </span>
                <span class="answer-seats">
                    if is_pending {
                        { words.t("rsvp.sending") }
                    } else {
                        { for pool.map(|pool| seats_in_short(words, pool)) }
                    }
                </span>
            </button>
        }
    };
    html! {
        <div class="answer-bar">
            <div class="answers" role="group" aria-label={words.t("rsvp.question")}>
                { for answers(&state.seats).map(button) }
            </div>
            { for off.map(|why| html! { <p class="answer-why" id={WHY}>{ words.t(why) }</p> }) }
        </div>
    }
}
