//! The desk in use: drafts are saved by themselves after a pause, and what is not saved is kept.

use std::rc::Rc;

use shared::api::{Empty, Feature, ProblemCode};
use shared::events::{EventChange, EventDraft, EventInput, GetEventDraft, UpdateEvent};
use shared::ids::{EventId, MemberId};
use shared::validate::FieldErrors;
use yew::{Callback, UseReducerDispatcher, hook, use_effect_with, use_mut_ref, use_reducer};

use super::super::sheet::Edit;
use super::state::{Action, Desk, Phase, plain};
use super::typed;
use crate::api::client::send;
use crate::api::{Failure, Revisions, use_revisions};
use crate::browser::{leaving, spawn, timing};

/// The pause after which what was typed is saved.
const PAUSE_MS: u32 = 1_500;
/// After which the server is tried again.
const AGAIN_MS: u32 = 5_000;

/// The desk and what can be done with it.
#[derive(Clone)]
pub(crate) struct DeskHandle {
    /// As it is.
    pub desk: Rc<Desk>,
    dispatcher: UseReducerDispatcher<Desk>,
    saver: Saver,
}

impl DeskHandle {
    /// A callback that changes what was typed.
    pub(crate) fn on_edit(&self) -> Callback<Edit> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |edit| dispatcher.dispatch(Action::Edit(edit)))
    }

    /// Shows what is wrong.
    pub(crate) fn refuse(&self, errors: FieldErrors) {
        self.dispatcher.dispatch(Action::Refuse(errors));
    }

    /// Shows what the server found wrong with it when it was to be published.
    pub(crate) fn fail(&self, failure: &Failure) {
        let fields = failure.fields().into_iter();
        self.refuse(fields.map(|(field, texts)| (plain(&field), texts)).collect());
    }

    /// Takes over what the server has now.
    pub(crate) fn arrive(&self, draft: Rc<EventDraft>) {
        self.dispatcher.dispatch(Action::Arrive(draft));
    }

    /// Drops what was typed for what somebody else saved.
    pub(crate) fn take_theirs(&self) {
        self.dispatcher.dispatch(Action::TakeTheirs);
    }

    /// Replaces what somebody else saved.
    pub(crate) fn keep_mine(&self) {
        self.dispatcher.dispatch(Action::KeepMine);
    }

    /// Saves nothing any more: the event is deleted.
    pub(crate) fn drop_typed(&self) {
        self.dispatcher.dispatch(Action::Drop);
    }

    /// Saves now, without waiting for a pause.
    pub(crate) fn save(&self) {
        if self.desk.is_changed() && !matches!(self.desk.phase, Phase::Saving | Phase::Conflict(_)) {
            self.saver.save(&self.desk);
        }
    }
}

/// The desk of an event.
#[hook]
pub fn use_desk(draft: Rc<EventDraft>, author: Option<MemberId>) -> DeskHandle {
    let id = draft.id;
    let desk = use_reducer({
        let draft = Rc::clone(&draft);
        move || Desk::begin(draft, typed::kept(id, author))
    });
    let (now, dispatcher) = (Rc::new(Desk::clone(&desk)), desk.dispatcher());
    let saver = Saver {
        dispatcher: dispatcher.clone(),
        revisions: use_revisions(),
    };
    let arrive = dispatcher.clone();
    use_effect_with(draft, move |draft| arrive.dispatch(Action::Arrive(Rc::clone(draft))));
    use_kept(id, author, &now);
    use_saving(&now, &saver);
    use_last_save(&now, &saver);
    use_effect_with(now.is_changed(), |is_changed| {
        let guard = is_changed.then(leaving::guard);
        move || drop(guard)
    });
    DeskHandle {
        desk: now,
        dispatcher,
        saver,
    }
}

#[hook]
fn use_kept(id: EventId, author: Option<MemberId>, desk: &Rc<Desk>) {
    let typed = desk
        .is_changed()
        .then(|| (Rc::clone(&desk.saved), Rc::clone(&desk.input)));
    use_effect_with((id, author, typed), |(id, author, typed)| {
        typed::keep(*id, *author, typed.clone());
    });
}

/// Saves after a pause; tries again while the server is not reached.
#[hook]
fn use_saving(desk: &Rc<Desk>, saver: &Saver) {
    let pause = match desk.phase {
        _ if !desk.is_changed() || !desk.saves_itself() => None,
        Phase::Idle => Some(PAUSE_MS),
        Phase::Offline => Some(AGAIN_MS),
        Phase::Saving | Phase::Refused(_) | Phase::Conflict(_) => None,
    };
    let (desk, saver) = (Rc::clone(desk), saver.clone());
    use_effect_with((desk.edits, desk.saved.version, pause), move |(.., pause)| {
        let timer = pause.map(|pause| timing::after(pause, move || saver.save(&desk)));
        move || drop(timer)
    });
}

/// Whoever leaves before the pause is over finds it saved.
#[hook]
fn use_last_save(desk: &Rc<Desk>, saver: &Saver) {
    let last = use_mut_ref(|| None::<Rc<Desk>>);
    last.replace(Some(Rc::clone(desk)));
    let saver = saver.clone();
    use_effect_with((), move |()| {
        move || {
            if let Some(desk) = last.take() {
                saver.leave(&desk);
            }
        }
    });
}

#[derive(Clone)]
struct Saver {
    dispatcher: UseReducerDispatcher<Desk>,
    revisions: Revisions,
}

impl Saver {
    fn save(&self, desk: &Desk) {
        let wrong = desk.input.check_bounds().err();
        if let Some(errors) = wrong {
            // The server would say the same.
            return self.dispatcher.dispatch(Action::Unfit(errors));
        }
        self.dispatcher.dispatch(Action::Send);
        let (id, version, input) = (desk.saved.id, desk.saved.version, Rc::clone(&desk.input));
        let this = self.clone();
        spawn(async move {
            let action = exchange(id, version, &input).await;
            if let Action::Fail(failure) = &action
                && failure.code() == Some(ProblemCode::Unauthenticated)
            {
                this.revisions.bump(Feature::Auth);
            }
            this.dispatcher.dispatch(action);
        });
    }

    /// The desk is left: what of it saves itself is saved, and lists learn of it.
    fn leave(&self, desk: &Desk) {
        let is_waiting = desk.is_changed() && desk.saves_itself() && desk.input.check_bounds().is_ok();
        let (id, version, input) = (desk.saved.id, desk.saved.version, Rc::clone(&desk.input));
        let is_waiting = is_waiting && matches!(desk.phase, Phase::Idle | Phase::Offline);
        let revisions = self.revisions.clone();
        spawn(async move {
            if is_waiting && let Action::Saved(..) = exchange(id, version, &input).await {
                typed::forget(id);
            }
            revisions.bump(Feature::Events);
        });
    }
}

/// Sends what was typed; what came of it.
async fn exchange(id: EventId, version: u32, input: &Rc<EventInput>) -> Action {
    let change = EventChange {
        version,
        input: EventInput::clone(input),
    };
    let failure = match send::<UpdateEvent>(&id, &change).await {
        Ok(draft) => return Action::Saved(Rc::new(draft), Rc::clone(input)),
        Err(failure) => failure,
    };
    if failure.code() != Some(ProblemCode::Conflict) {
        return Action::Fail(failure);
    }
    match send::<GetEventDraft>(&id, &Empty {}).await {
        // Our own words, whose answer was lost on its way.
        Ok(theirs) if theirs.input == **input => Action::Saved(Rc::new(theirs), Rc::clone(input)),
        Ok(theirs) if theirs.version != version => Action::Theirs(Rc::new(theirs)),
        Ok(_) | Err(_) => Action::Fail(failure),
    }
}
