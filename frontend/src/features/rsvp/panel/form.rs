//! What goes with an answer: companions, the organiser's questions, who sees it.

use shared::events::{Diet, EventDetail, Question, QuestionAnswer, QuestionKind};
use shared::rsvp::{AttendanceAudience, RsvpInput};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, SubmitEvent, html};

use super::use_answer::Doing;
use crate::forms::{Choice, Field, SelectField, SelectOption, radio_group, text_field};
use crate::ui::quiet_button;
use crate::words::Words;

type OnDraft = Callback<Option<RsvpInput>>;

/// The form of a draft.
pub(super) fn answer_form(
    words: &Words,
    event: &EventDetail,
    input: &RsvpInput,
    doing: &Doing,
    on_draft: &OnDraft,
) -> Html {
    let onsubmit = {
        let (input, answer) = (input.clone(), doing.answer.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            answer.emit(input.clone());
        })
    };
    let cancel = on_draft.reform(|()| None);
    html! {
        <form class="rsvp-form" {onsubmit} novalidate=true>
            if event.companions_max > 0 {
                { companions(words, event.companions_max, input, doing, on_draft) }
            }
            { for event.questions.iter().map(|question| question_field(words, question, input, doing, on_draft)) }
            { audience(words, input, on_draft) }
            <div class="rsvp-buttons">
                <button type="submit" class="button button--primary" aria-disabled={doing.is_pending.then_some("true")}>
                    { words.t(if doing.is_pending { "rsvp.sending" } else { "rsvp.send" }) }
                </button>
                { quiet_button(words.t("rsvp.close"), &cancel) }
            </div>
        </form>
    }
}

/// Changes the draft.
fn change<T: 'static>(
    input: &RsvpInput,
    on_draft: &OnDraft,
    change: impl Fn(&mut RsvpInput, T) + 'static,
) -> Callback<T> {
    let input = input.clone();
    on_draft.reform(move |value| {
        let mut input = input.clone();
        change(&mut input, value);
        Some(input)
    })
}

fn companions(words: &Words, most: u32, input: &RsvpInput, doing: &Doing, on_draft: &OnDraft) -> Html {
    let field = Field::new("companions", words.t("rsvp.companions")).errors(errors(doing, "companions"));
    let options = (0..=most).map(|count| (AttrValue::from(count.to_string()), words.number(count)));
    let on_change = change(input, on_draft, |input, count: String| {
        input.companions = count.parse().unwrap_or_default();
    });
    let value = AttrValue::from(input.companions.to_string());
    html! { <SelectField {field} options={options.collect::<Vec<SelectOption>>()} {value} {on_change} /> }
}

fn question_field(words: &Words, question: &Question, input: &RsvpInput, doing: &Doing, on_draft: &OnDraft) -> Html {
    let name = ["answers", question.id.as_str()].join(".");
    let label = match (question.kind, question.label.is_empty()) {
        (QuestionKind::Diet, true) => words.t("rsvp.diet"),
        _ => AttrValue::from(question.label.clone()),
    };
    let label = if question.is_required {
        label
    } else {
        words.say(&Text::new("rsvp.optional").with("label", label))
    };
    let field = Field::new(name.clone(), label).errors(errors(doing, &name));
    let value = input.answers.iter().find(|answer| answer.id == question.id);
    let value = AttrValue::from(value.map(|answer| answer.value.clone()).unwrap_or_default());
    let id = question.id.clone();
    let on_change = change(input, on_draft, move |input, value: String| answer(input, &id, value));
    match question.kind {
        QuestionKind::Text => text_field(words, &field, value, &on_change),
        QuestionKind::Choice | QuestionKind::Diet | QuestionKind::YesNo => {
            let options = options(words, question);
            html! { <SelectField {field} {options} {value} {on_change} /> }
        }
    }
}

/// Nothing, then the choices.
fn options(words: &Words, question: &Question) -> Vec<SelectOption> {
    let nothing = (AttrValue::default(), words.t("rsvp.choose"));
    let choices: Vec<SelectOption> = match question.kind {
        QuestionKind::Choice => {
            let choices = question.choices.iter();
            choices
                .map(|choice| (choice.clone().into(), choice.clone().into()))
                .collect()
        }
        QuestionKind::Diet => {
            let diets = Diet::ALL.iter();
            diets.map(|diet| (diet.code().into(), words.t(diet.key()))).collect()
        }
        QuestionKind::YesNo => vec![
            ("yes".into(), words.t("answer_to.yes")),
            ("no".into(), words.t("answer_to.no")),
        ],
        QuestionKind::Text => Vec::new(),
    };
    [nothing].into_iter().chain(choices).collect()
}

/// An empty answer is none.
fn answer(input: &mut RsvpInput, id: &str, value: String) {
    input.answers.retain(|answer| answer.id != id);
    if !value.trim().is_empty() {
        input.answers.push(QuestionAnswer { id: id.into(), value });
    }
}

fn audience(words: &Words, input: &RsvpInput, on_draft: &OnDraft) -> Html {
    let field = Field::new("shown_to", words.t("rsvp.shown_to")).hint(words.t("rsvp.shown_to_hint"));
    let choices = AttendanceAudience::ALL
        .iter()
        .map(|audience| (audience.code(), words.t(audience.key()), None));
    let on_choose = change(input, on_draft, |input, code: &'static str| {
        input.shown_to = code.parse().unwrap_or(AttendanceAudience::Organisers);
    });
    let choices: Vec<Choice> = choices.collect();
    radio_group(words, &field, choices, Some(input.shown_to.code()), &on_choose)
}

fn errors(doing: &Doing, name: &str) -> Vec<Text> {
    doing.fields.get(name).cloned().unwrap_or_default()
}
