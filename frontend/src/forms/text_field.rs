//! A line of text.

use yew::{AttrValue, Callback, Html, InputEvent, html};

use super::Field;
use crate::browser::event;
use crate::words::Words;

/// The field.
pub fn text_field(words: &Words, field: &Field, value: impl Into<AttrValue>, on_change: &Callback<String>) -> Html {
    let control = html! {
        <input
            class="input"
            id={field.id.clone()}
            name={field.id.clone()}
            autocomplete="off"
            value={value.into()}
            aria-invalid={field.is_wrong().then_some("true")}
            aria-describedby={field.described_by()}
            oninput={on_change.reform(|event: InputEvent| event::typed(&event))}
        />
    };
    field.draw(words, control)
}
