//! What is being answered: the whole answer as it will be sent, and what is wrong with it.

use shared::events::{EventDetail, QuestionAnswer};
use shared::rsvp::Answer;
use shared::rsvp::{IfFull, OwnRsvp, RsvpDetails, RsvpInput};
use shared::validate::{Checker, FieldErrors};
use shared::words::Text;

use super::choice::holds;

/// An answer with everything that belongs to it, as it is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What will be sent.
    pub input: RsvpInput,
    /// What is wrong with it.
    pub errors: FieldErrors,
}

/// What is asked about before it is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Sure {
    /// An answer that gives up what one has.
    Answer(RsvpInput),
    /// Taking the answer back.
    Withdraw,
    /// Letting an offer pass.
    Decline,
}

/// How far answering has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Step {
    /// Nothing is being answered.
    #[default]
    Rest,
    /// The form is open.
    Form(Draft),
    /// Something is asked about before it is done.
    Sure(Sure),
}

/// The whole answer, with what was said before wherever it still fits.
pub(super) fn input_of(event: &EventDetail, own: Option<&OwnRsvp>, details: &RsvpDetails, answer: Answer) -> RsvpInput {
    let comes = answer.pool().is_some();
    let companions = own.map_or(0, |own| own.companions).min(event.companions_max);
    let is_asked = |said: &&QuestionAnswer| {
        let question = event.questions.iter().find(|question| question.id == said.id);
        question.is_some_and(|question| question.accepts(&said.value))
    };
    RsvpInput {
        companions: if comes { companions } else { 0 },
        if_full: IfFull::Refuse,
        shown_to: details.shown_to,
        answers: details.answers.iter().filter(is_asked).cloned().collect(),
        ..RsvpInput::of(answer)
    }
}

/// Whether an answer gives up seats, an offer or a place in the line.
pub(super) fn gives_up(own: Option<&OwnRsvp>, input: &RsvpInput) -> bool {
    holds(own) && own.is_some_and(|own| own.answer.pool() != input.answer.pool())
}

impl Draft {
    /// A draft with nothing wrong.
    pub fn of(input: RsvpInput) -> Self {
        Self {
            input,
            errors: FieldErrors::new(),
        }
    }

    /// What is said to a question; nothing where nothing is.
    pub fn said(&self, question: &str) -> &str {
        let said = self.input.answers.iter().find(|said| said.id == question);
        said.map_or("", |said| &said.value)
    }

    /// Says something to a question; an empty text says nothing.
    pub(super) fn say(&mut self, question: &str, value: String) {
        self.input.answers.retain(|said| said.id != question);
        self.errors.remove(&field_of(question));
        if !value.trim().is_empty() {
            self.input.answers.push(QuestionAnswer {
                id: question.into(),
                value,
            });
        }
    }

    /// Finds what is missing; the first such field.
    pub(super) fn check(&mut self, event: &EventDetail) -> Option<String> {
        let mut checker = Checker::default();
        for question in event.questions.iter().filter(|question| question.is_required) {
            let is_said = question.accepts(self.said(&question.id));
            checker.check(is_said, &field_of(&question.id), || Text::new("invalid.required"));
        }
        self.errors = checker.finish().err().unwrap_or_default();
        let is_wrong = |field: &&String| self.errors.contains_key(*field);
        let fields: Vec<String> = event.questions.iter().map(|question| field_of(&question.id)).collect();
        fields.iter().find(is_wrong).cloned()
    }
}

/// The field of a question, as the server calls it.
pub(super) fn field_of(question: &str) -> String {
    ["answers", question].join(".")
}
