//! The beginning of an event: what it is called, and for what people come together. Everything else has time.

use std::rc::Rc;

use shared::events::{CreateEvent, EventDraft, EventInput, EventKind, EventText};
use shared::fields::CountryCode;
use yew::{Callback, Html, Properties, SubmitEvent, component, html, use_state_eq};

use crate::api::use_mutation;
use crate::browser::intl::zones;
use crate::forms::{Field, SelectField, SelectOption, text_field};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The chapter of who begins.
    pub country: CountryCode,
    /// Called with the draft that was begun.
    pub on_begun: Callback<Rc<EventDraft>>,
}

/// The form.
#[component]
pub fn StartForm(props: &Props) -> Html {
    let words = use_words();
    let create = use_mutation::<CreateEvent>();
    let title = use_state_eq(String::new);
    let kind = use_state_eq(|| EventKind::Reunion);
    let onsubmit = {
        let (create, on_begun) = (create.clone(), props.on_begun.clone());
        let input = first_input(&words, props.country, *kind, &title);
        move |event: SubmitEvent| {
            event.prevent_default();
            let on_begun = on_begun.clone();
            create.run(&(), &input, move |draft| on_begun.emit(draft));
        }
    };
    let setter = title.setter();
    let on_title = Callback::from(move |typed| setter.set(typed));
    let setter = kind.setter();
    let on_kind = Callback::from(move |code: String| {
        if let Ok(kind) = code.parse() {
            setter.set(kind);
        }
    });
    let kinds: Vec<SelectOption> = EventKind::ALL
        .iter()
        .map(|kind| (kind.code().into(), words.t(kind.key())))
        .collect();
    let fields = create.failure().map(crate::api::Failure::fields).unwrap_or_default();
    let errors = fields.get("texts.0.title").cloned().unwrap_or_default();
    let failed = create
        .failure()
        .filter(|_| errors.is_empty())
        .map(|failure| words.say(&failure.text()));
    let field = Field::new("title", words.t("editor.title"))
        .hint(words.t("organiser.title_hint"))
        .errors(errors);
    html! {
        <form class="card start-form" {onsubmit} novalidate=true>
            { text_field(&words, &field, (*title).clone(), &on_title) }
            <SelectField
                field={Field::new("kind", words.t("editor.kind"))} options={kinds} value={kind.code()} on_change={on_kind}
            />
            { for failed.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
            <p>
                <button type="submit" class="button button--primary" aria-disabled={create.pending().then_some("true")}>
                    { words.t("organiser.begin") }
                </button>
            </p>
        </form>
    }
}

/// What is known before anything is asked: chapter, language and zone of who begins.
fn first_input(words: &Words, country: CountryCode, kind: EventKind, title: &str) -> EventInput {
    EventInput {
        kind,
        hosts: vec![country],
        texts: vec![EventText {
            language: words.language().into(),
            title: title.into(),
            ..EventText::default()
        }],
        zone: zones::own(),
        ..EventInput::default()
    }
}
