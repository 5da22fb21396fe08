//! What is asked of those who come.

use shared::events::check::MAX_QUESTIONS;
use shared::events::{EventInput, Question, QuestionKind};
use shared::words::Text;
use yew::{Callback, Html, html};

use super::super::sheet::{Sheet, remove_at};
use super::section;
use crate::forms::{Field, SelectField, SelectOption, check_field, text_area, text_field};
use crate::ui::{IconName, icon_button, press_button};

/// The section.
pub fn questions(sheet: &Sheet) -> Html {
    let questions = &sheet.input.questions;
    let add = sheet.change(|input, ()| {
        let question = Question {
            id: free_id(&input.questions),
            kind: QuestionKind::Text,
            label: String::new(),
            choices: Vec::new(),
            is_required: false,
        };
        input.questions.push(question);
    });
    let count = questions.len();
    let content = html! {
        <>
            if count > 0 {
                <ol class="editor-questions">
                    { for questions.iter().enumerate().map(|(place, question)| one(sheet, place, count, question)) }
                </ol>
            }
            if count < MAX_QUESTIONS {
                <p>{ press_button(sheet.t("editor.add_question"), Some(IconName::Plus), &add) }</p>
            }
        </>
    };
    section(
        "questions",
        sheet.t("editor.questions"),
        Some(sheet.t("editor.questions_hint")),
        content,
    )
}

/// An id that no question has: answers refer to it, so that none is ever given twice.
fn free_id(questions: &[Question]) -> String {
    let number = |question: &Question| {
        question
            .id
            .strip_prefix('q')
            .and_then(|number| number.parse::<u32>().ok())
    };
    let last = questions.iter().filter_map(number).max().unwrap_or_default();
    ["q", (last + 1).to_string().as_str()].concat()
}

fn one(sheet: &Sheet, place: usize, count: usize, question: &Question) -> Html {
    let words = &sheet.words;
    let id = |name: &str| format!("questions.{place}.{name}");
    let number = Text::new("editor.question").with("number", place + 1);
    let kinds: Vec<SelectOption> = QuestionKind::ALL
        .iter()
        .map(|kind| (kind.code().into(), sheet.t(kind.key())))
        .collect();
    let on_kind = change(sheet, place, |question, code: String| {
        if let Ok(kind) = code.parse() {
            question.kind = kind;
        }
    });
    let on_label = change(sheet, place, |question, label| question.label = label);
    let on_required = change(sheet, place, |question, is_required| question.is_required = is_required);
    let on_choices = change(sheet, place, |question, typed: String| {
        question.choices = typed.lines().map(String::from).collect();
        // A line that was just begun is kept, or nobody could begin one.
        if typed.ends_with('\n') {
            question.choices.push(String::new());
        }
    });
    let label = match question.kind {
        QuestionKind::Diet => sheet.hinted(id("label"), "editor.question_label", "editor.diet_hint"),
        QuestionKind::Text | QuestionKind::Choice | QuestionKind::YesNo => {
            sheet.field(id("label"), "editor.question_label")
        }
    };
    html! {
        <li key={question.id.clone()} class="editor-question">
            <fieldset>
                <legend>{ words.say(&number) }</legend>
                <SelectField
                    field={Field::new(id("kind"), sheet.t("editor.question_kind"))} options={kinds}
                    value={question.kind.code()} on_change={on_kind}
                />
                { text_field(words, &label, question.label.clone(), &on_label) }
                if question.kind == QuestionKind::Choice {
                    { text_area(
                        words,
                        &sheet.hinted(id("choices"), "editor.choices", "editor.choices_hint"),
                        question.choices.join("\n"),
                        3,
                        &on_choices,
                    ) }
                }
                { check_field(words, &Field::new(id("is_required"), sheet.t("editor.required")), question.is_required, &on_required) }
            </fieldset>
            { tools(sheet, place, count) }
        </li>
    }
}

/// Moves a question up and down, and takes it away.
fn tools(sheet: &Sheet, place: usize, count: usize) -> Html {
    let swap = |other: usize| {
        sheet.change(move |input: &mut EventInput, ()| {
            if place.max(other) < input.questions.len() {
                input.questions.swap(place, other);
            }
        })
    };
    let remove = sheet.change(move |input: &mut EventInput, ()| remove_at(&mut input.questions, place));
    let label = |key: &'static str| sheet.words.say(&Text::new(key).with("number", place + 1));
    html! {
        <div class="editor-tools">
            if place > 0 {
                { icon_button(label("editor.question_up"), IconName::Up, &swap(place - 1)) }
            }
            if place + 1 < count {
                { icon_button(label("editor.question_down"), IconName::Down, &swap(place + 1)) }
            }
            { icon_button(label("editor.question_remove"), IconName::Close, &remove) }
        </div>
    }
}

fn change<T: Clone + 'static>(sheet: &Sheet, place: usize, change: fn(&mut Question, T)) -> Callback<T> {
    sheet.change(move |input: &mut EventInput, value: T| {
        if let Some(question) = input.questions.get_mut(place) {
            change(question, value);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_never_given_twice() {
        let question = |id: &str| Question {
            id: id.into(),
            kind: QuestionKind::Text,
            label: String::new(),
            choices: Vec::new(),
            is_required: false,
        };
        assert_eq!(free_id(&[]), "q1");
        assert_eq!(free_id(&[question("q3"), question("diet"), question("q1")]), "q4");
    }
}
