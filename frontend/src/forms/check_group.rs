//! Several choices from a short list, as check boxes.

use yew::{AttrValue, Callback, Event, Html, html};

use super::Field;
use super::field_errors::field_errors;
use crate::words::Words;

/// The group: values with their words, which are chosen, and what is called with the one that is switched.
pub fn check_group(
    words: &Words,
    field: &Field,
    options: Vec<(&'static str, AttrValue)>,
    chosen: &[&'static str],
    on_toggle: &Callback<&'static str>,
) -> Html {
    let option = |(value, label): (&'static str, AttrValue)| {
        let onchange = on_toggle.reform(move |_: Event| value);
        html! {
            <label class="check">
                <input type="checkbox" name={field.id.clone()} {value} checked={chosen.contains(&value)} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class={field.class()} id={field.id.clone()} tabindex="-1">
            <legend class="field-label">{ &field.label }</legend>
            { field.draw_hint() }
            <div class="check-group">{ for options.into_iter().map(option) }</div>
            { field_errors(words, &field.id, &field.errors) }
        </fieldset>
    }
}
