//! The open form and what was refused, with what their buttons do.

use std::rc::Rc;

use shared::events::EventDetail;
use shared::rsvp::{IfFull, RsvpInput};
use yew::{Callback, Html};

use super::case::Case;
use super::choice::holds;
use super::draft::{Draft, Step, gives_up};
use super::form::FormDone;
use super::refused::{Ways, is_full};
use super::use_answering::Answering;
use super::{answer_form, refused};
use crate::api::Failure;
use crate::browser::dom;
use crate::forms::SubmitState;

impl Case<'_> {
    /// The form of a draft.
    pub(super) fn form(&self, draft: &Draft) -> Html {
        let (event, typed) = (Rc::clone(&self.props.event), draft.clone());
        let done = FormDone {
            on_companions: self.change(draft, |draft, companions| {
                draft.input.companions = companions;
                draft.errors.remove("companions");
            }),
            on_say: self.change(draft, |draft, (question, value): (String, String)| {
                draft.say(&question, value);
            }),
            on_shown_to: self.change(draft, |draft, shown_to| draft.input.shown_to = shown_to),
            on_submit: self.on(move |answering, ()| submit(answering, &event, typed.clone())),
            on_close: self.on(|answering, ()| answering.rest()),
        };
        let draft = self.with_refused_fields(draft);
        let state = if self.answering.is_busy() {
            SubmitState::Pending(self.words.t("rsvp.sending"))
        } else if draft.errors.is_empty() {
            SubmitState::Clean(None)
        } else {
            SubmitState::Failed(self.words.t("rsvp.wrong"))
        };
        let own = self.props.state.own.as_ref();
        let costs = gives_up(own, &draft.input);
        answer_form(self.words, &self.props.event, own, &draft, costs, state, &done)
    }

    /// Something that changes the draft.
    fn change<T: 'static>(&self, draft: &Draft, change: impl Fn(&mut Draft, T) + 'static) -> Callback<T> {
        let before = draft.clone();
        self.on(move |answering, value| {
            let mut draft = before.clone();
            change(&mut draft, value);
            answering.step.set(Step::Form(draft));
        })
    }

    /// The draft with what the server found wrong with it.
    fn with_refused_fields(&self, draft: &Draft) -> Draft {
        let is_it = self.answering.sent_answer() == Some(&draft.input);
        let failure = self.answering.failure().filter(|_| is_it);
        let mut draft = draft.clone();
        draft.errors.extend(failure.map(Failure::fields).unwrap_or_default());
        draft
    }

    /// Why the last thing that was sent was not done, and what can be done instead.
    pub(super) fn refused(&self) -> Html {
        let Some(failure) = self.answering.failure().filter(|_| !self.answering.is_busy()) else {
            return Html::default();
        };
        // What is wrong with a field is said there.
        if matches!(*self.answering.step, Step::Form(_)) && !failure.fields().is_empty() {
            return Html::default();
        }
        let sent = self.answering.sent_answer();
        let pool = sent.and_then(|input| input.answer.pool());
        let wished = pool.map(|pool| (pool, self.props.state.seats.pools.get(pool)));
        let costs = is_full(failure) && holds(self.props.state.own.as_ref());
        let waiting = sent.map(|input| RsvpInput {
            if_full: IfFull::Wait,
            ..input.clone()
        });
        let ways = Ways {
            on_wait: self.on(move |answering, ()| {
                if let Some(input) = waiting.clone() {
                    answering.send(input);
                }
            }),
            on_retry: self.on(|answering, ()| answering.again()),
            on_leave: self.on(|answering, ()| answering.rest()),
        };
        refused(self.words, failure, wished, costs, &ways)
    }
}

/// Sends the form, unless something is missing.
fn submit(answering: &Answering, event: &EventDetail, mut draft: Draft) {
    match draft.check(event) {
        None => answering.send(draft.input),
        Some(field) => {
            answering.step.set(Step::Form(draft));
            dom::focus(&field);
        }
    }
}
