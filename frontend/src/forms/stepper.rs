//! A small number, made larger and smaller with two buttons.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::Field;
use super::field_errors::field_errors;
use crate::ui::{IconName, icon};
use crate::words::Words;

/// The field; `said` is the number in words, which is announced when it changes.
pub fn stepper(words: &Words, field: &Field, value: u32, max: u32, said: AttrValue, on_change: &Callback<u32>) -> Html {
    let step = |key: &'static str, name: IconName, next: Option<u32>| {
        let onclick = on_change.reform(move |_: MouseEvent| next.unwrap_or(value));
        html! {
            <button
                type="button"
                class="icon-button stepper-step"
                aria-label={words.t(key)}
                aria-disabled={next.is_none().then_some("true")}
                {onclick}
            >
                { icon(name) }
            </button>
        }
    };
    html! {
        <fieldset class={field.class()} id={field.id.clone()} tabindex="-1" aria-describedby={field.described_by()}>
            <legend class="field-label">{ &field.label }</legend>
            { field.draw_hint() }
            <div class="stepper">
                { step("stepper.fewer", IconName::Minus, value.checked_sub(1)) }
                <output class="stepper-value">{ said }</output>
                { step("stepper.more", IconName::Plus, Some(value + 1).filter(|next| *next <= max)) }
            </div>
            { field_errors(words, &field.id, &field.errors) }
        </fieldset>
    }
}
