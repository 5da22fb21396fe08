//! One choice from a list, as the platform's own select.

use yew::{AttrValue, Callback, Event, Html, Properties, component, html, use_effect_with, use_node_ref};

use super::Field;
use crate::browser::{dom, event};
use crate::words::use_words;

/// A value as it travels, and its words.
pub type SelectOption = (AttrValue, AttrValue);

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The field.
    pub field: Field,
    /// The choices.
    pub options: Vec<SelectOption>,
    /// The chosen value.
    pub value: AttrValue,
    /// Called with the value that is chosen.
    pub on_change: Callback<String>,
}

/// The field.
#[component]
pub fn SelectField(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    // Once somebody has chosen, the options' `selected` no longer counts; the select's own value does.
    use_effect_with((props.value.clone(), node.clone()), |(value, node)| {
        dom::choose(node, value);
    });
    let option = |(value, label): &SelectOption| {
        html! { <option value={value.clone()} selected={*value == props.value}>{ label }</option> }
    };
    let field = &props.field;
    let control = html! {
        <select
            class="input select"
            ref={node}
            id={field.id.clone()}
            name={field.id.clone()}
            aria-invalid={field.is_wrong().then_some("true")}
            aria-describedby={field.described_by()}
            onchange={props.on_change.reform(|event: Event| event::chosen(&event))}
        >
            { for props.options.iter().map(option) }
        </select>
    };
    field.draw(&words, control)
}
