//! Several lines of text.

use yew::{AttrValue, Callback, Html, InputEvent, html};

use super::Field;
use crate::browser::event;
use crate::words::Words;

/// The field, so many lines high at first.
pub fn text_area(
    words: &Words,
    field: &Field,
    value: impl Into<AttrValue>,
    lines: u32,
    on_change: &Callback<String>,
) -> Html {
    let control = html! {
        <textarea
            class="input text-area"
            id={field.id.clone()}
            name={field.id.clone()}
            rows={lines.to_string()}
            value={value.into()}
            aria-invalid={field.is_wrong().then_some("true")}
            aria-describedby={field.described_by()}
            oninput={on_change.reform(|event: InputEvent| event::written(&event))}
        />
    };
    field.draw(words, control)
}
