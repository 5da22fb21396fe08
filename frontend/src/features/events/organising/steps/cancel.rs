//! Calling an event off, with the reason that everybody is told.

use std::rc::Rc;

use shared::events::{CancelEvent, CancelInput, EventDraft};
use shared::validate::Validate;
use shared::words::Text;
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::super::people::told;
use crate::api::use_mutation;
use crate::browser::dom;
use crate::forms::{Field, text_area};
use crate::ui::{Dialog, main_button, press_button};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The event.
    pub draft: Rc<EventDraft>,
    /// Whether the dialog is open.
    pub is_open: bool,
    /// Called when it is closed.
    pub on_close: Callback<()>,
    /// Called with what the server has then.
    pub on_done: Callback<Rc<EventDraft>>,
}

/// The dialog.
#[component]
pub(crate) fn CancelDialog(props: &Props) -> Html {
    let words = use_words();
    let cancel = use_mutation::<CancelEvent>();
    let reason = use_state_eq(String::new);
    let own = use_state_eq(Vec::<Text>::new);
    let fields = cancel.failure().map(crate::api::Failure::fields).unwrap_or_default();
    let errors = fields.get("reason").cloned().unwrap_or_else(|| (*own).clone());
    let failed = cancel
        .failure()
        .filter(|_| errors.is_empty())
        .map(|failure| words.say(&failure.text()));
    let confirm = {
        let (cancel, on_done, id) = (cancel.clone(), props.on_done.clone(), props.draft.id);
        let (input, own) = (
            CancelInput {
                reason: (*reason).clone(),
            },
            own.setter(),
        );
        Callback::from(move |()| {
            let wrong = input.validate().err().and_then(|mut fields| fields.remove("reason"));
            let is_wrong = wrong.is_some();
            own.set(wrong.unwrap_or_default());
            if is_wrong {
                dom::focus("cancel-reason");
            } else {
                let on_done = on_done.clone();
                cancel.run(&id, &input, move |draft| on_done.emit(draft));
            }
        })
    };
    let count = told(&props.draft.seats);
    let label = if count == 0 {
        words.t("editor.cancel_now")
    } else {
        words.count("editor.cancel_and_tell", count)
    };
    let footer = html! {
        <div class="editor-actions">
            { press_button(words.t("editor.keep_event"), None, &props.on_close) }
            { main_button(label, &confirm) }
        </div>
    };
    let setter = reason.setter();
    let on_change = Callback::from(move |text| setter.set(text));
    let field = Field::new("cancel-reason", words.t("editor.cancel_reason"))
        .hint(words.t("editor.cancel_reason_hint"))
        .errors(errors);
    html! {
        <Dialog
            id="cancel" title={words.t("editor.cancel_title")} is_open={props.is_open} on_close={props.on_close.clone()}
            {footer}
        >
            <p>{ words.t("editor.cancel_text") }</p>
            { text_area(&words, &field, (*reason).clone(), 4, &on_change) }
            { for failed.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
        </Dialog>
    }
}
