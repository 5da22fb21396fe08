//! Writes to those who come.

use std::rc::Rc;

use shared::events::{EventDraft, MessageAttendees, MessageInput};
use shared::validate::Validate;
use shared::words::Text;
use yew::{Callback, Html, Properties, SubmitEvent, component, html, use_state_eq};

use super::super::people::told;
use crate::api::use_mutation;
use crate::browser::dom;
use crate::forms::{Field, text_area};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub draft: Rc<EventDraft>,
}

/// The form; its button says to how many people it writes.
#[component]
pub fn MessageForm(props: &Props) -> Html {
    let words = use_words();
    let send = use_mutation::<MessageAttendees>();
    let text = use_state_eq(String::new);
    let own = use_state_eq(Vec::<Text>::new);
    let sent = use_state_eq(|| None::<u32>);
    let onsubmit = {
        let (send, id) = (send.clone(), props.draft.id);
        let input = MessageInput { text: (*text).clone() };
        let (text, own, sent) = (text.setter(), own.setter(), sent.setter());
        move |event: SubmitEvent| {
            event.prevent_default();
            let wrong = input.validate().err().and_then(|mut fields| fields.remove("text"));
            let is_wrong = wrong.is_some();
            own.set(wrong.unwrap_or_default());
            sent.set(None);
            if is_wrong {
                dom::focus("message-text");
                return;
            }
            let (text, sent) = (text.clone(), sent.clone());
            send.run(&id, &input, move |outcome| {
                text.set(String::new());
                sent.set(Some(outcome.recipients));
            });
        }
    };
    let fields = send.failure().map(crate::api::Failure::fields).unwrap_or_default();
    let errors = fields.get("text").cloned().unwrap_or_else(|| (*own).clone());
    let failed = send
        .failure()
        .filter(|_| errors.is_empty())
        .map(|failure| words.say(&failure.text()));
    let field = Field::new("message-text", words.t("attendees.message_text")).errors(errors);
    let setter = text.setter();
    let on_change = Callback::from(move |typed| setter.set(typed));
    html! {
        <form class="card attendee-form" id="message-form" {onsubmit} novalidate=true aria-labelledby="message-title">
            <h2 id="message-title">{ words.t("attendees.message") }</h2>
            <p class="field-hint">{ words.t("attendees.message_hint") }</p>
            { text_area(&words, &field, (*text).clone(), 5, &on_change) }
            { for failed.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
            <p class="attendee-sent">
                <button type="submit" class="button" aria-disabled={send.pending().then_some("true")}>
                    { words.count("attendees.send_to", told(&props.draft.seats)) }
                </button>
                <span role="status">{ for sent.map(|count| words.count("attendees.sent", count)) }</span>
            </p>
        </form>
    }
}
