//! Yes or no, as one check box with its words beside it.

use yew::{Callback, Event, Html, html};

use super::Field;
use super::field_errors::field_errors;
use crate::browser::event;
use crate::words::Words;

/// The field.
pub fn check_field(words: &Words, field: &Field, is_checked: bool, on_change: &Callback<bool>) -> Html {
    html! {
        <div class={field.class()}>
            <label class="check">
                <input
                    type="checkbox"
                    id={field.id.clone()}
                    name={field.id.clone()}
                    checked={is_checked}
                    aria-describedby={field.described_by()}
                    onchange={on_change.reform(|event: Event| event::is_checked(&event))}
                />
                <span>{ &field.label }</span>
            </label>
            { field.draw_hint() }
            { field_errors(words, &field.id, &field.errors) }
        </div>
    }
}
