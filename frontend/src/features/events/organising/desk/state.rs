//! The desk as a state that actions lead from one to the next. Nothing typed is ever thrown away but by choice.

use std::rc::Rc;

use shared::events::{EventDraft, EventInput, EventLife};
use shared::validate::FieldErrors;
use shared::words::Text;
use yew::Reducible;

use super::super::sheet::Edit;
use crate::api::Failure;

/// How saving goes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Phase {
    /// Nothing is under way.
    Idle,
    /// What was typed is on its way to the server.
    Saving,
    /// The server was not reached; it is tried again.
    Offline,
    /// The server called something wrong, or said no.
    Refused(Text),
    /// Somebody else has saved meanwhile: what they saved.
    Conflict(Rc<EventDraft>),
}

/// The desk.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Desk {
    /// What the server has.
    pub saved: Rc<EventDraft>,
    /// What was typed.
    pub input: Rc<EventInput>,
    /// What is wrong with it.
    pub errors: Rc<FieldErrors>,
    /// How saving goes.
    pub phase: Phase,
    /// Grows with every change, so that saving waits for a pause.
    pub edits: u32,
}

/// What can happen.
pub(crate) enum Action {
    /// Something is typed.
    Edit(Edit),
    /// The page itself finds something wrong.
    Refuse(FieldErrors),
    /// It cannot be saved for what is wrong with it.
    Unfit(FieldErrors),
    /// Saving begins.
    Send,
    /// What was sent is saved.
    Saved(Rc<EventDraft>, Rc<EventInput>),
    /// It is not, and why.
    Fail(Failure),
    /// Somebody else has saved meanwhile.
    Theirs(Rc<EventDraft>),
    /// What somebody else saved is taken, what was typed here is dropped.
    TakeTheirs,
    /// What was typed here replaces it.
    KeepMine,
    /// The event is deleted: nothing of it is to be saved any more.
    Drop,
    /// The server's answer to a question, perhaps an old one.
    Arrive(Rc<EventDraft>),
}

impl Desk {
    /// The desk with what was typed before over what the server had then, or else with what is saved.
    pub(crate) fn begin(saved: Rc<EventDraft>, typed: Option<(Rc<EventDraft>, Rc<EventInput>)>) -> Self {
        let input = Rc::new(saved.input.clone());
        let fresh = Self {
            input,
            errors: Rc::default(),
            phase: Phase::Idle,
            edits: 0,
            saved,
        };
        match typed.filter(|(_, input)| *input != fresh.input) {
            None => fresh,
            Some((before, input)) if before.version >= fresh.saved.version => Self { input, ..fresh },
            Some((_, input)) => Self {
                input,
                phase: Phase::Conflict(Rc::clone(&fresh.saved)),
                ..fresh
            },
        }
    }

    /// Whether something is not saved yet.
    pub(crate) fn is_changed(&self) -> bool {
        *self.input != self.saved.input
    }

    /// Whether it is saved by itself. What is published is not: every change of it is told to people.
    pub(crate) fn saves_itself(&self) -> bool {
        matches!(self.saved.life, EventLife::Draft | EventLife::Scheduled)
    }

    fn edited(&self, edit: &Edit) -> Self {
        let mut input = EventInput::clone(&self.input);
        edit.apply(&mut input);
        let errors = still_wrong(&self.errors, &self.input, &input);
        let phase = match &self.phase {
            Phase::Refused(_) => Phase::Idle,
            phase => phase.clone(),
        };
        Self {
            input: Rc::new(input),
            errors: Rc::new(errors),
            phase,
            edits: self.edits + 1,
            saved: Rc::clone(&self.saved),
        }
    }

    fn saved(&self, draft: Rc<EventDraft>, sent: &EventInput) -> Self {
        let is_newest = *self.input == *sent;
        let input = if is_newest {
            Rc::new(draft.input.clone())
        } else {
            Rc::clone(&self.input)
        };
        let wrong = input.check_complete().err().unwrap_or_default();
        let mut errors = FieldErrors::clone(&self.errors);
        errors.retain(|field, _| wrong.contains_key(field));
        Self {
            saved: draft,
            input,
            errors: Rc::new(errors),
            phase: Phase::Idle,
            edits: self.edits,
        }
    }

    fn failed(&self, failure: &Failure) -> Self {
        let fields = failure.fields();
        let mut errors = FieldErrors::clone(&self.errors);
        errors.extend(fields.into_iter().map(|(field, texts)| (plain(&field), texts)));
        Self {
            phase: match failure {
                Failure::Offline => Phase::Offline,
                _ if !failure.fields().is_empty() => Phase::Refused(Text::new("editor.not_saved")),
                Failure::Decode | Failure::Problem(_) => Phase::Refused(failure.text()),
            },
            errors: Rc::new(errors),
            ..self.clone()
        }
    }

    fn arrived(&self, draft: Rc<EventDraft>) -> Self {
        let is_old = draft.version < self.saved.version;
        if is_old || matches!(self.phase, Phase::Saving | Phase::Conflict(_)) {
            return self.clone();
        }
        if self.is_changed() && draft.input != self.saved.input && draft.input != *self.input {
            return Self {
                phase: Phase::Conflict(draft),
                ..self.clone()
            };
        }
        let input = if self.is_changed() {
            Rc::clone(&self.input)
        } else {
            Rc::new(draft.input.clone())
        };
        Self {
            input,
            saved: draft,
            ..self.clone()
        }
    }
}

impl Reducible for Desk {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let now = Self::clone(&self);
        Rc::new(match (action, &self.phase) {
            (Action::Edit(edit), _) => self.edited(&edit),
            (Action::Refuse(errors), _) => Self {
                errors: Rc::new(errors),
                ..now
            },
            (Action::Unfit(errors), _) => Self {
                errors: Rc::new(errors),
                phase: Phase::Refused(Text::new("editor.not_saved")),
                ..now
            },
            (Action::Send, _) => Self {
                phase: Phase::Saving,
                ..now
            },
            (Action::Saved(draft, sent), _) => self.saved(draft, &sent),
            (Action::Fail(failure), _) => self.failed(&failure),
            (Action::Theirs(draft), _) => Self {
                phase: Phase::Conflict(draft),
                ..now
            },
            (Action::TakeTheirs, Phase::Conflict(theirs)) => Self::begin(Rc::clone(theirs), None),
            (Action::KeepMine, Phase::Conflict(theirs)) => Self {
                saved: Rc::clone(theirs),
                phase: Phase::Idle,
                ..now
            },
            (Action::TakeTheirs | Action::KeepMine, _) => now,
            (Action::Drop, _) => Self {
                input: Rc::new(self.saved.input.clone()),
                ..now
            },
            (Action::Arrive(draft), _) => self.arrived(draft),
        })
    }
}

/// A field's name as the editor has it: the server's names begin with the input that a change holds.
pub(super) fn plain(field: &str) -> String {
    field.strip_prefix("input.").unwrap_or(field).into()
}

/// Once something was called wrong, it is called right as soon as it is. What only the server can judge, which is
/// times and zones, is wrong until it is changed.
fn still_wrong(errors: &FieldErrors, before: &EventInput, after: &EventInput) -> FieldErrors {
    let mut wrong = after.check_bounds().err().unwrap_or_default();
    wrong.extend(after.check_complete().err().unwrap_or_default());
    let is_same = |field: &str| match field {
        "zone" => before.zone == after.zone,
        "starts.at" => before.zone == after.zone && before.starts == after.starts,
        "ends.at" => before.zone == after.zone && before.ends == after.ends && before.starts == after.starts,
        "deadline.at" => before.zone == after.zone && before.deadline == after.deadline,
        "hosts" => before.hosts == after.hosts,
        _ => false,
    };
    let mut errors = errors.clone();
    errors.retain(|field, _| wrong.contains_key(field) || is_same(field));
    errors
}
