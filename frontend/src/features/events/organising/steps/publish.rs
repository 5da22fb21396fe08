//! Publishing, now or later.

use std::rc::Rc;

use shared::events::{EventDraft, EventReach, LocalTime, PublishEvent, PublishInput};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_effect_with, use_state_eq};

use super::super::desk::{Desk, Phase};
use crate::api::{Failure, use_mutation};
use crate::browser::intl::zones;
use crate::forms::{Choice, Field, InputKind, field_errors, input_field, radio_group};
use crate::ui::{Dialog, main_button};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The event.
    pub desk: Rc<Desk>,
    /// Whether the dialog is open.
    pub is_open: bool,
    /// Called when it is closed.
    pub on_close: Callback<()>,
    /// Called with what the server has then.
    pub on_done: Callback<Rc<EventDraft>>,
    /// Called when the event itself is not ready.
    pub on_failure: Callback<Failure>,
}

/// The dialog.
#[component]
pub(crate) fn PublishDialog(props: &Props) -> Html {
    let words = use_words();
    let publish = use_mutation::<PublishEvent>();
    let later = use_state_eq(|| None::<String>);
    let wrong_time = publish.failure().map(wrong_time).unwrap_or_default();
    let when = when(&words, &props.desk, later.as_deref(), &wrong_time, {
        let setter = later.setter();
        Callback::from(move |at| setter.set(at))
    });
    let is_ready = !props.desk.is_changed() && props.desk.phase == Phase::Idle;
    let confirm = {
        let (publish, on_done, id) = (publish.clone(), props.on_done.clone(), props.desk.saved.id);
        let at = later.as_ref().map(|at| LocalTime {
            at: at.clone(),
            which: None,
        });
        Callback::from(move |()| {
            let on_done = on_done.clone();
            if is_ready {
                publish.run(&id, &PublishInput { at: at.clone() }, move |draft| on_done.emit(draft));
            }
        })
    };
    let failure = publish.failure().filter(|_| wrong_time.is_empty());
    let said = match (failure, &props.desk.phase) {
        (Some(failure), _) if failure.fields().is_empty() => Some(words.say(&failure.text())),
        (_, Phase::Offline) => Some(words.t("editor.offline")),
        _ => None,
    };
    // What is wrong with the event itself is shown at its fields.
    let elsewhere = failure.filter(|failure| !failure.fields().is_empty()).cloned();
    let on_failure = props.on_failure.clone();
    use_effect_with(elsewhere, move |elsewhere| {
        if let Some(failure) = elsewhere {
            on_failure.emit(failure.clone());
        }
    });
    let label = match (is_ready || publish.pending(), later.is_some()) {
        (false, _) => "editor.saving",
        (true, true) => "editor.publish_later",
        (true, false) => "editor.publish_now",
    };
    let footer = html! {
        <div class="editor-actions">
            { main_button(words.t(label), &confirm) }
        </div>
    };
    html! {
        <Dialog
            id="publish" title={words.t("editor.publish_title")} is_open={props.is_open} on_close={props.on_close.clone()}
            {footer}
        >
            <p>{ consequence(&words, &props.desk) }</p>
            { when }
            { for said.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
        </Dialog>
    }
}

/// Errors of the moment of publishing, which is asked for here.
fn wrong_time(failure: &Failure) -> Vec<Text> {
    let fields = failure.fields().into_iter();
    let own = fields.filter(|(field, _)| field == "at" || field.starts_with("at."));
    own.flat_map(|(_, texts)| texts).collect()
}

/// Who will see it, in words.
fn consequence(words: &Words, desk: &Desk) -> AttrValue {
    let title = desk
        .input
        .texts
        .first()
        .map(|text| text.title.clone())
        .unwrap_or_default();
    let key = match desk.input.audience.reach {
        EventReach::Public => "editor.publish_public",
        EventReach::Members => "editor.publish_members",
        EventReach::Chosen => "editor.publish_chosen",
    };
    words.say(&Text::new(key).with("title", title))
}

/// Now, or at a moment on the venue's clock.
fn when(words: &Words, desk: &Desk, later: Option<&str>, errors: &[Text], on_change: Callback<Option<String>>) -> Html {
    let choices: Vec<Choice> = vec![
        ("now", words.t("editor.now"), None),
        ("later", words.t("editor.later_at"), None),
    ];
    let begin = [zones::day_from_now(1).as_str(), "09:00"].join("T");
    let on_choose = on_change.reform(move |code: &'static str| (code == "later").then(|| begin.clone()));
    let field = Field::new("publish-when", words.t("editor.publish_when"));
    let chosen = if later.is_some() { "later" } else { "now" };
    let moment = later.map(|at| {
        let hint = Text::new("editor.publish_at_hint").with("zone", &desk.input.zone);
        let field = Field::new("publish-at", words.t("editor.publish_at"))
            .hint(words.say(&hint))
            .errors(errors.to_vec());
        input_field(words, &field, InputKind::Moment, at.to_owned(), &on_change.reform(Some))
    });
    html! {
        <>
            { radio_group(words, &field, choices, Some(chosen), &on_choose) }
            { moment.unwrap_or_else(|| field_errors(words, "publish-when", errors)) }
        </>
    }
}
