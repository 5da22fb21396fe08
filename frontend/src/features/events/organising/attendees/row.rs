//! One answer.

use shared::events::{Question, QuestionKind};
use shared::rsvp::{Attendee, OwnStanding};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::Answers;
use crate::browser::intl::zones;
use crate::routes::Route;
use crate::ui::{chip, strong_chip};
use crate::words::Words;

/// The row of the table; on phones its cells stand below each other with their names.
pub(super) fn row(answers: &Answers<'_>, attendee: &Attendee) -> Html {
    let words = answers.words;
    let rsvp = &attendee.rsvp;
    let people = words.number(rsvp.companions + 1);
    let onclick = {
        let (on_remove, chosen) = (answers.on_remove.clone(), attendee.clone());
        Callback::from(move |_: MouseEvent| on_remove.emit(chosen.clone()))
    };
    let label = words.say(&Text::new("attendees.remove_name").with("name", &attendee.name));
    let can_be_removed = answers.is_open && rsvp.standing != OwnStanding::Removed;
    let answered = zones::brief(words.language(), attendee.answered_at, &zones::own());
    html! {
        <tr>
            <th scope="row"><a href={Route::Profile(attendee.member_id).path()}>{ &attendee.name }</a></th>
            <td data-label={words.t("attendees.answer")}>{ words.t(rsvp.answer.key()) }</td>
            <td data-label={words.t("attendees.standing")}>{ standing(words, attendee) }</td>
            <td data-label={words.t("attendees.people")} class="table-number">{ people }</td>
            <td data-label={words.t("attendees.answers")}>{ answers_to_questions(words, answers.questions, attendee) }</td>
            <td data-label={words.t("attendees.answered_at")}>{ answered }</td>
            <td>
                if can_be_removed {
                    <button type="button" class="button button--quiet" aria-label={label} {onclick}>
                        { words.t("attendees.remove") }
                    </button>
                }
            </td>
        </tr>
    }
}

/// What has come of the answer: in words, with the place in the line, and how it came about.
fn standing(words: &Words, attendee: &Attendee) -> Html {
    let rsvp = &attendee.rsvp;
    let said = match (rsvp.standing, rsvp.position) {
        (OwnStanding::Waiting, Some(position)) => {
            words.say(&Text::new("attendees.in_line").with("position", words.number(position)))
        }
        (standing, _) => words.t(standing.key()),
    };
    let said = if rsvp.standing == OwnStanding::Confirmed {
        strong_chip(said)
    } else {
        chip(said)
    };
    html! {
        <span class="chips">
            { said }
            if rsvp.is_placed {
                { chip(words.t("attendees.placed")) }
            }
            if attendee.checked_in_at.is_some() {
                { chip(words.t("attendees.checked_in")) }
            }
        </span>
    }
}

/// Answers with their questions; what was answered to a question that is gone is left out.
fn answers_to_questions(words: &Words, questions: &[Question], attendee: &Attendee) -> Html {
    let line = |answer: &shared::events::QuestionAnswer| {
        let question = questions.iter().find(|question| question.id == answer.id)?;
        Some(
            html! { <li><span class="attendee-question">{ label(words, question) }</span>{ ": " }{ value(words, question, &answer.value) }</li> },
        )
    };
    html! { <ul class="attendee-answers">{ for attendee.answers.iter().filter_map(line) }</ul> }
}

/// What is asked; the product's own words for a diet without any.
pub(super) fn label(words: &Words, question: &Question) -> AttrValue {
    if question.label.trim().is_empty() {
        words.t("question_kind.diet")
    } else {
        question.label.clone().into()
    }
}

/// The answer in words.
fn value(words: &Words, question: &Question, value: &str) -> AttrValue {
    match (question.kind, value) {
        (QuestionKind::YesNo, "yes") => words.t("attendees.yes"),
        (QuestionKind::YesNo, _) => words.t("attendees.no"),
        (QuestionKind::Diet, code) => match code.parse::<shared::events::Diet>() {
            Ok(diet) => words.t(diet.key()),
            Err(_) => code.to_owned().into(),
        },
        (QuestionKind::Text | QuestionKind::Choice, text) => text.to_owned().into(),
    }
}
