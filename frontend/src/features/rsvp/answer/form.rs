//! Everything that belongs to an answer: who comes along, the organiser's questions, and who sees it.

use shared::events::EventDetail;
use shared::rsvp::{Answer, AttendanceAudience, OwnRsvp};
use yew::{AttrValue, Callback, Html, SubmitEvent, html};

use super::draft::Draft;
use super::questions::{Said, questions};
use crate::forms::{Field, SubmitState, radio_group, stepper, submit_bar};
use crate::ui::quiet_button;
use crate::words::Words;

/// The id of the form's heading, for the keyboard to be moved there.
pub(super) const FORM: &str = "answer-form";

/// What is done with the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormDone {
    /// So many companions.
    pub on_companions: Callback<u32>,
    /// A question is answered.
    pub on_say: Callback<Said>,
    /// Who sees it.
    pub on_shown_to: Callback<AttendanceAudience>,
    /// The answer is sent.
    pub on_submit: Callback<()>,
    /// The form is closed.
    pub on_close: Callback<()>,
}

/// The form; `costs` is whether the answer gives up what one has. What was typed stays whatever the server says.
pub fn answer_form(
    words: &Words,
    event: &EventDetail,
    own: Option<&OwnRsvp>,
    draft: &Draft,
    costs: bool,
    state: SubmitState,
    done: &FormDone,
) -> Html {
    let answer = draft.input.answer;
    let onsubmit = done.on_submit.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="answer-form" {onsubmit} novalidate=true aria-labelledby={FORM}>
            <h3 id={FORM} tabindex="-1">{ words.t(title(answer)) }</h3>
            if costs {
                <p class="notice">{ words.t("rsvp.form_gives_up") }</p>
            }
            if answer.pool().is_some() {
                { companions(words, event, draft, &done.on_companions) }
                { questions(words, &event.questions, draft, &done.on_say) }
                { shown_to(words, draft.input.shown_to, &done.on_shown_to) }
            }
            { submit_bar(label(words, own, answer), state) }
            { quiet_button(words.t("rsvp.close_form"), &done.on_close) }
        </form>
    }
}

const fn title(answer: Answer) -> &'static str {
    match answer {
        Answer::InPerson => "rsvp.form_in_person",
        Answer::Online => "rsvp.form_online",
        Answer::Maybe | Answer::Cannot => "rsvp.question",
    }
}

/// What the button says: what will be answered, or that it is saved.
fn label(words: &Words, own: Option<&OwnRsvp>, answer: Answer) -> AttrValue {
    if own.is_some_and(|own| own.answer == answer) {
        return words.t("rsvp.save");
    }
    words.t(match answer {
        Answer::InPerson => "rsvp.send_in_person",
        Answer::Online => "rsvp.send_online",
        Answer::Maybe | Answer::Cannot => "rsvp.save",
    })
}

fn companions(words: &Words, event: &EventDetail, draft: &Draft, on_change: &Callback<u32>) -> Html {
    if event.companions_max == 0 {
        return Html::default();
    }
    let errors = draft.errors.get("companions").cloned().unwrap_or_default();
    let field = Field::new("companions", words.t("rsvp.companions"))
        .hint(words.count("rsvp.companions_hint", event.companions_max))
        .errors(errors);
    let value = draft.input.companions;
    let said = words.count("rsvp.companions_said", value);
    stepper(words, &field, value, event.companions_max, said, on_change)
}

fn shown_to(words: &Words, value: AttendanceAudience, on_change: &Callback<AttendanceAudience>) -> Html {
    let field = Field::new("shown_to", words.t("rsvp.shown_to")).hint(words.t("rsvp.shown_until"));
    let choices = AttendanceAudience::ALL.iter();
    let choices = choices.map(|audience| {
        (
            audience.code(),
            words.t(audience.key()),
            Some(words.t(means(*audience))),
        )
    });
    let on_choose = on_change.reform(|code: &'static str| {
        // A code that is offered is a code that is known.
        code.parse().unwrap_or(AttendanceAudience::Organisers)
    });
    radio_group(words, &field, choices.collect(), Some(value.code()), &on_choose)
}

/// What it means that somebody sees it.
const fn means(audience: AttendanceAudience) -> &'static str {
    match audience {
        AttendanceAudience::Organisers => "rsvp.shown_organisers",
        AttendanceAudience::Exchange => "rsvp.shown_exchange",
        AttendanceAudience::Attendees => "rsvp.shown_attendees",
        AttendanceAudience::Members => "rsvp.shown_members",
    }
}
