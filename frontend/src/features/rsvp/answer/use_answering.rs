//! Answering as it goes on: what is open, what was sent last, and what is done when it has worked.

use shared::api::{Empty, Feature};
use shared::ids::EventId;
use shared::rsvp::{AcceptOffer, Answer, DeclineOffer, RsvpInput, SetRsvp, WithdrawRsvp};
use yew::{UseStateHandle, hook, use_state};

use super::draft::{Draft, Step};
use crate::api::{Failure, Mutation, Revisions, use_mutation, use_revisions};
use crate::browser::dom;

/// The id of the part that says what has come of the answer.
pub(super) const OWN: &str = "own-answer";

/// What was sent last.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sent {
    /// An answer.
    Answer(RsvpInput),
    /// That an offer is taken.
    Accept,
    /// That an offer passes.
    Decline,
    /// That the answer is taken back.
    Withdraw,
}

/// Everything that can be done with an answer.
#[derive(Clone)]
pub(super) struct Answering {
    event: EventId,
    pub(super) step: UseStateHandle<Step>,
    pub(super) sent: UseStateHandle<Option<Sent>>,
    set: Mutation<SetRsvp>,
    accept: Mutation<AcceptOffer>,
    decline: Mutation<DeclineOffer>,
    withdraw: Mutation<WithdrawRsvp>,
    revisions: Revisions,
}

/// Answering one event.
#[hook]
pub(super) fn use_answering(event: EventId) -> Answering {
    Answering {
        event,
        step: use_state(Step::default),
        sent: use_state(|| None),
        set: use_mutation(),
        accept: use_mutation(),
        decline: use_mutation(),
        withdraw: use_mutation(),
        revisions: use_revisions(),
    }
}

impl Answering {
    /// The answer that was sent last.
    pub(super) fn sent_answer(&self) -> Option<&RsvpInput> {
        match &*self.sent {
            Some(Sent::Answer(input)) => Some(input),
            _ => None,
        }
    }

    /// The answer that is being sent.
    pub(super) fn pending(&self) -> Option<Answer> {
        let sent = self.sent_answer().filter(|_| self.set.pending());
        sent.map(|input| input.answer)
    }

    /// Whether anything is being sent.
    pub(super) fn is_busy(&self) -> bool {
        self.set.pending() || self.accept.pending() || self.decline.pending() || self.withdraw.pending()
    }

    /// Why the last thing that was sent was not done.
    pub(super) fn failure(&self) -> Option<&Failure> {
        match self.sent.as_ref()? {
            Sent::Answer(_) => self.set.failure(),
            Sent::Accept => self.accept.failure(),
            Sent::Decline => self.decline.failure(),
            Sent::Withdraw => self.withdraw.failure(),
        }
    }

    /// Opens the form.
    pub(super) fn open(&self, input: RsvpInput) {
        self.sent.set(None);
        self.step.set(Step::Form(Draft::of(input)));
    }

    /// Closes whatever is open and forgets what was refused.
    pub(super) fn rest(&self) {
        self.sent.set(None);
        self.step.set(Step::Rest);
        dom::focus_in_place(OWN);
    }

    /// Sends an answer. The same one sent again, because it is not known what became of it, has the same key.
    pub(super) fn send(&self, input: RsvpInput) {
        if self.is_busy() {
            return;
        }
        self.sent.set(Some(Sent::Answer(input.clone())));
        let done = self.clone();
        self.set.run_once(&self.event, &input, move |_| done.settled());
    }

    /// Does something else with the answer.
    pub(super) fn act(&self, act: Sent) {
        if self.is_busy() {
            return;
        }
        self.sent.set(Some(act.clone()));
        let done = self.clone();
        match act {
            Sent::Answer(input) => self.send(input),
            Sent::Accept => self
                .accept
                .run(&self.event, &Empty {}, move |_| done.settled_elsewhere()),
            Sent::Decline => self
                .decline
                .run(&self.event, &Empty {}, move |_| done.settled_elsewhere()),
            Sent::Withdraw => self
                .withdraw
                .run(&self.event, &Empty {}, move |_| done.settled_elsewhere()),
        }
    }

    /// Sends once more what was sent last.
    pub(super) fn again(&self) {
        match (*self.sent).clone() {
            Some(Sent::Answer(input)) => self.send(input),
            Some(act) => self.act(act),
            None => {}
        }
    }

    /// The answer is taken: what was open is closed. The keyboard stays on a button that stays.
    fn settled(&self) {
        if *self.step == Step::Rest {
            self.sent.set(None);
            self.step.set(Step::Rest);
            self.follow();
        } else {
            self.settled_elsewhere();
        }
    }

    /// The same where what was pressed is gone.
    fn settled_elsewhere(&self) {
        self.rest();
        self.follow();
    }

    /// What the event tells depends on who has seats.
    fn follow(&self) {
        self.revisions.bump(Feature::Events);
    }
}
