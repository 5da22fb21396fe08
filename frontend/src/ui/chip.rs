//! A small label, and one that can be taken away.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::{IconName, icon};

/// The label.
pub fn chip(label: AttrValue) -> Html {
    html! { <span class="chip">{ label }</span> }
}

/// A label that stands out.
pub fn strong_chip(label: AttrValue) -> Html {
    html! { <span class="chip chip--strong">{ label }</span> }
}

/// A label that warns of what is not a fact.
pub fn badge(label: AttrValue) -> Html {
    html! { <span class="chip chip--badge">{ label }</span> }
}

/// A label that is a button and goes away when pressed; `description` says so to screen readers.
pub fn removable_chip(label: AttrValue, description: AttrValue, on_remove: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="chip chip--removable" aria-label={description} onclick={on_remove}>
            <span>{ label }</span>
            { icon(IconName::Close) }
        </button>
    }
}
