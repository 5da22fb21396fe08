//! The organiser's questions as fields.

use shared::events::{Diet, Question, QuestionKind};
use yew::{AttrValue, Callback, Html, html};

use super::draft::{Draft, field_of};
use crate::forms::{Field, SelectField, SelectOption, radio_group, text_field};
use crate::words::Words;

/// A question's id and what is said to it.
pub type Said = (String, String);

/// One field for each question.
pub(super) fn questions(words: &Words, asked: &[Question], draft: &Draft, on_say: &Callback<Said>) -> Html {
    asked
        .iter()
        .map(|question| field(words, question, draft, on_say))
        .collect()
}

fn field(words: &Words, question: &Question, draft: &Draft, on_say: &Callback<Said>) -> Html {
    let id = field_of(&question.id);
    let errors = draft.errors.get(&id).cloned().unwrap_or_default();
    let label: AttrValue = match question.kind {
        QuestionKind::Diet if question.label.trim().is_empty() => words.t("rsvp.diet"),
        _ => question.label.clone().into(),
    };
    let field = Field::new(id, label).errors(errors);
    let field = if question.is_required {
        field
    } else {
        field.hint(words.t("rsvp.optional"))
    };
    let value = draft.said(&question.id);
    let of = question.id.clone();
    let on_change = on_say.reform(move |value: String| (of.clone(), value));
    match question.kind {
        QuestionKind::Text => text_field(words, &field, value.to_owned(), &on_change),
        QuestionKind::Choice => {
            let choices = question.choices.iter();
            select(
                words,
                field,
                choices.map(|choice| (choice.clone().into(), choice.clone().into())),
                value,
                on_change,
            )
        }
        QuestionKind::Diet => {
            let diets = Diet::ALL.iter();
            select(
                words,
                field,
                diets.map(|diet| (diet.code().into(), words.t(diet.key()))),
                value,
                on_change,
            )
        }
        QuestionKind::YesNo => {
            let choices = [("yes", "rsvp.yes"), ("no", "rsvp.no")].map(|(code, key)| (code, words.t(key), None));
            let on_choose = on_change.reform(String::from);
            radio_group(words, &field, choices.into(), Some(value), &on_choose)
        }
    }
}

/// A list with nothing chosen at first.
fn select(
    words: &Words,
    field: Field,
    choices: impl Iterator<Item = SelectOption>,
    value: &str,
    on_change: Callback<String>,
) -> Html {
    let nothing = (AttrValue::default(), words.t("rsvp.choose"));
    let options: Vec<SelectOption> = std::iter::once(nothing).chain(choices).collect();
    html! { <SelectField {field} {options} value={AttrValue::from(value.to_owned())} {on_change} /> }
}
