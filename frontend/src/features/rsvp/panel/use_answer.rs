//! What the reader does to the own answer: one write at a time, what was typed stays until it is taken.

use std::rc::Rc;

use shared::api::Empty;
use shared::ids::EventId;
use shared::rsvp::{AcceptOffer, DeclineOffer, IfFull, RsvpInput, SetRsvp, WithdrawRsvp};
use shared::validate::FieldErrors;
use shared::words::Text;
use yew::{Callback, hook, use_state};

use crate::api::{Failure, use_mutation};

/// The key of the refusal after which one can wait.
const FULL: &str = "rsvp_refused.not_enough_seats";

/// What can be done, and how the last of it went.
#[derive(Clone)]
pub(super) struct Doing {
    /// Answers.
    pub(super) answer: Callback<RsvpInput>,
    /// Sends the refused answer again, for a place in the waiting list.
    pub(super) wait: Callback<()>,
    /// Takes the offered seats.
    pub(super) accept: Callback<()>,
    /// Lets them pass.
    pub(super) decline: Callback<()>,
    /// Takes the answer back.
    pub(super) withdraw: Callback<()>,
    /// Whether something is under way.
    pub(super) is_pending: bool,
    /// Whether the last answer was refused because there were not enough seats.
    pub(super) is_full: bool,
    /// Why the last of it failed, otherwise.
    pub(super) why: Option<Text>,
    /// What is wrong with which field.
    pub(super) fields: FieldErrors,
}

/// The reader's answer to an event; `done` is called after each change.
#[hook]
pub(super) fn use_answer(event: EventId, done: Callback<()>) -> Doing {
    let set = use_mutation::<SetRsvp>();
    let accept = use_mutation::<AcceptOffer>();
    let decline = use_mutation::<DeclineOffer>();
    let withdraw = use_mutation::<WithdrawRsvp>();
    let last = use_state(|| None::<RsvpInput>);
    let failure = [set.failure(), accept.failure(), decline.failure(), withdraw.failure()];
    let failure = failure.into_iter().flatten().next().cloned();
    let text = failure.as_ref().map(Failure::text);
    let is_full = text.as_ref().is_some_and(|text| text.key == FULL);
    let is_pending = set.pending() || accept.pending() || decline.pending() || withdraw.pending();
    let fields = failure.as_ref().map(Failure::fields).unwrap_or_default();
    let send = {
        let (set, done, last) = (set.clone(), done.clone(), last.setter());
        Rc::new(move |input: RsvpInput| {
            let done = done.clone();
            last.set(Some(input.clone()));
            set.run_once(&event, &input, move |_| done.emit(()));
        })
    };
    let wait = {
        let send = Rc::clone(&send);
        let last = (*last).clone();
        Callback::from(move |()| {
            if let Some(input) = last.clone() {
                let if_full = IfFull::Wait;
                send(RsvpInput { if_full, ..input });
            }
        })
    };
    let simple = |run: Rc<dyn Fn(Callback<()>)>| {
        let done = done.clone();
        Callback::from(move |()| run(done.clone()))
    };
    Doing {
        answer: Callback::from(move |input| send(input)),
        wait,
        accept: simple(Rc::new(move |done| {
            accept.run(&event, &Empty {}, move |_| done.emit(()));
        })),
        decline: simple(Rc::new(move |done| {
            decline.run(&event, &Empty {}, move |_| done.emit(()));
        })),
        withdraw: simple(Rc::new(move |done| {
            withdraw.run(&event, &Empty {}, move |_| done.emit(()));
        })),
        is_pending,
        is_full,
        why: text.filter(|_| !is_full),
        fields,
    }
}
