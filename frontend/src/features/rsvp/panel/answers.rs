//! The reader's answer: how it stands, an offer, the answers that can be given, and what goes with them.

use std::rc::Rc;

use shared::events::{EventDetail, EventLife};
use shared::rsvp::{Answer, AttendanceAudience, IfFull, OwnStanding, RsvpInput, RsvpState};
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_state};

use super::form::answer_form;
use super::said::{offer_end, rule, standing};
use super::use_answer::{Doing, use_answer};
use crate::browser::intl::zones;
use crate::routes::Route;
use crate::ui::{main_button, quiet_button};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub event: Rc<EventDetail>,
    /// The reader's answer and the counts as they are now.
    pub state: Rc<RsvpState>,
    /// Called after each change.
    pub on_change: Callback<()>,
}

/// The panel.
#[component]
pub fn RsvpPanel(props: &Props) -> Html {
    let words = use_words();
    let event = &props.event;
    let doing = use_answer(event.summary.id, props.on_change.clone());
    let draft = use_state(|| None::<RsvpInput>);
    let own = props.state.own;
    // What was decided is no draft any more.
    use_effect_with(own, {
        let draft = draft.setter();
        move |_| draft.set(None)
    });
    let open = {
        let (words, event, own) = (words.clone(), Rc::clone(event), own);
        let (draft, answer) = (draft.clone(), doing.answer.clone());
        Callback::from(move |chosen: Answer| {
            let input = beginning(&words, draft.as_ref(), own.map(|own| own.companions), chosen);
            if needs_form(&event, chosen) {
                draft.set(Some(input));
            } else {
                draft.set(None);
                answer.emit(input);
            }
        })
    };
    let on_draft = {
        let draft = draft.setter();
        Callback::from(move |input: Option<RsvpInput>| draft.set(input))
    };
    let chosen = draft.as_ref().map(|input| input.answer).or(own.map(|own| own.answer));
    html! {
        <section class="rsvp" aria-labelledby="rsvp-title">
            <h2 id="rsvp-title">{ words.t("rsvp.title") }</h2>
            { how_it_stands(&words, props, &doing) }
            if event.summary.life == EventLife::Published && !is_removed(props) {
                { answer_buttons(&words, event, chosen, doing.is_pending, &open) }
                { for draft.as_ref().map(|input| answer_form(&words, event, input, &doing, &on_draft)) }
                { trouble(&words, &doing) }
            }
            { rule(&words, event) }
        </section>
    }
}

fn is_removed(props: &Props) -> bool {
    props.state.own.is_some_and(|own| own.standing == OwnStanding::Removed)
}

/// Whether more is asked than which answer: companions, questions, who sees it.
fn needs_form(event: &EventDetail, answer: Answer) -> bool {
    answer.pool().is_some() && (event.companions_max > 0 || !event.questions.is_empty())
}

/// An answer to begin with: what was typed before stays.
fn beginning(words: &Words, draft: Option<&RsvpInput>, companions: Option<u32>, answer: Answer) -> RsvpInput {
    let before = draft.cloned().unwrap_or_else(|| RsvpInput {
        companions: companions.unwrap_or(0),
        shown_to: AttendanceAudience::Exchange,
        ..RsvpInput::of(answer)
    });
    RsvpInput {
        answer,
        companions: if answer.pool().is_some() { before.companions } else { 0 },
        if_full: IfFull::Refuse,
        language: words.language().into(),
        zone: zones::own(),
        ..before
    }
}

/// The answer that was given, an offer with its buttons, the way to the ticket.
fn how_it_stands(words: &Words, props: &Props, doing: &Doing) -> Html {
    let Some(own) = props.state.own else {
        return html! { <p class="rsvp-standing" role="status">{ words.t("rsvp.none") }</p> };
    };
    let is_open = props.event.summary.life == EventLife::Published;
    let ticket = Route::Ticket(props.event.summary.id).path();
    html! {
        <div class="rsvp-standing">
            <p role="status"><strong>{ standing(words, &own) }</strong></p>
            if own.is_placed {
                <p>{ words.t("rsvp.placed") }</p>
            }
            if own.standing == OwnStanding::Offered && is_open {
                { offer_end(words, &own, &props.event.summary.zone) }
                <p class="rsvp-buttons">
                    { main_button(words.t("rsvp.accept"), &doing.accept) }
                    { quiet_button(words.t("rsvp.decline"), &doing.decline) }
                </p>
            }
            if own.standing == OwnStanding::Confirmed {
                <p><a class="button" href={ticket}>{ words.t("rsvp.ticket") }</a></p>
            }
            if is_open && own.standing != OwnStanding::Removed {
                <p>{ quiet_button(words.t("rsvp.withdraw"), &doing.withdraw) }</p>
            }
        </div>
    }
}

/// The answers, those first that take seats of a pool that is on offer.
fn answer_buttons(
    words: &Words,
    event: &EventDetail,
    chosen: Option<Answer>,
    is_pending: bool,
    open: &Callback<Answer>,
) -> Html {
    let is_there = |answer: &&Answer| match answer {
        Answer::InPerson => event.summary.venue.is_some(),
        Answer::Online => event.summary.is_online,
        Answer::Maybe | Answer::Cannot => true,
    };
    let button = |answer: &Answer| {
        let answer = *answer;
        let onclick = open.reform(move |_: MouseEvent| answer);
        let is_chosen = chosen == Some(answer);
        html! {
            <button
                type="button"
                class={if is_chosen { "rsvp-answer rsvp-answer--chosen" } else { "rsvp-answer" }}
                aria-pressed={AttrValue::from(if is_chosen { "true" } else { "false" })}
                aria-disabled={is_pending.then_some("true")}
                {onclick}
            >
                { words.t(answer.key()) }
            </button>
        }
    };
    html! {
        <div class="rsvp-answers" role="group" aria-labelledby="rsvp-title">
            { for Answer::ALL.iter().filter(is_there).map(button) }
        </div>
    }
}

/// Why it did not work, and the way to the waiting list where there were not enough seats.
fn trouble(words: &Words, doing: &Doing) -> Html {
    html! {
        <div role="alert">
            if doing.is_full {
                <div class="notice">
                    <p>{ words.t("rsvp_refused.not_enough_seats") }</p>
                    <p>{ main_button(words.t("rsvp.wait"), &doing.wait) }</p>
                </div>
            }
            { for doing.why.iter().map(|why| html! { <p class="notice notice--wrong">{ words.say(why) }</p> }) }
        </div>
    }
}
