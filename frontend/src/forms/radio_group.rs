//! One choice of a few whose words need room, as radio buttons.

use yew::{AttrValue, Callback, Event, Html, html};

use super::Field;
use super::field_errors::field_errors;
use crate::words::Words;

/// A value, its words, and what follows from it.
pub type Choice = (&'static str, AttrValue, Option<AttrValue>);

/// The group; `value` is the chosen one, if any is.
pub fn radio_group(
    words: &Words,
    field: &Field,
    choices: Vec<Choice>,
    value: Option<&str>,
    on_choose: &Callback<&'static str>,
) -> Html {
    let choice = |(code, label, hint): Choice| {
        let onchange = on_choose.reform(move |_: Event| code);
        html! {
            <label class="check radio">
                <input type="radio" name={field.id.clone()} value={code} checked={value == Some(code)} {onchange} />
                <span>
                    { label }
                    { for hint.map(|hint| html! { <small class="field-hint">{ hint }</small> }) }
                </span>
            </label>
        }
    };
    html! {
        <fieldset
            class={field.class()}
            id={field.id.clone()}
            tabindex="-1"
            aria-describedby={field.described_by()}
        >
            <legend class="field-label">{ &field.label }</legend>
            { field.draw_hint() }
            <div>{ for choices.into_iter().map(choice) }</div>
            { field_errors(words, &field.id, &field.errors) }
        </fieldset>
    }
}
