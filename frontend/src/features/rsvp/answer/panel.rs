//! The reader's answer: what has come of it, the buttons, and whatever they have opened.

use std::rc::Rc;

use shared::events::EventDetail;
use shared::instant::Instant;
use shared::rsvp::{RsvpDetails, RsvpState};
use yew::{Html, Properties, component, hook, html, use_effect_with};

use super::case::Case;
use super::choice::why_nothing;
use super::draft::Step;
use super::form::FORM;
use super::rule;
use super::sure::SURE;
use super::use_answering::{OWN, use_answering};
use crate::browser::dom;
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub event: Rc<EventDetail>,
    /// The reader's answer and the counts.
    pub state: Rc<RsvpState>,
    /// What belongs to the answer besides seats; absent until it is known.
    pub details: Option<Rc<RsvpDetails>>,
    /// Whether somebody is signed in; absent until it is known.
    pub is_signed_in: Option<bool>,
    /// Now.
    pub now: Instant,
}

/// The panel.
#[component]
pub fn AnswerPanel(props: &Props) -> Html {
    let words = use_words();
    let answering = use_answering(props.event.summary.id);
    use_keyboard(&answering.step);
    let case = Case {
        words: &words,
        props,
        answering: &answering,
    };
    let is_out = props.is_signed_in == Some(false);
    html! {
        <section class="answer-panel" aria-labelledby="answer-title">
            <h2 id="answer-title">{ words.t("rsvp.question") }</h2>
            if is_out {
                { case.sign_in() }
            } else {
                <div id={OWN} tabindex="-1">{ case.standing() }</div>
                { case.bar() }
                { case.opened() }
                { case.afterwards() }
            }
            if why_nothing(&props.event, props.state.own.as_ref()).is_none() {
                { rule(&words, &props.event, &props.state.seats) }
            }
        </section>
    }
}

/// What opens gets the keyboard.
#[hook]
fn use_keyboard(step: &Step) {
    let opened = match step {
        Step::Rest => None,
        Step::Form(_) => Some(FORM),
        Step::Sure(_) => Some(SURE),
    };
    use_effect_with(opened, |opened| {
        if let Some(id) = opened {
            dom::focus(id);
        }
    });
}
