//! Buttons with words; an icon may stand before them.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::{IconName, icon};

/// One of several things to do here.
pub fn press_button(label: AttrValue, before: Option<IconName>, on_press: &Callback<()>) -> Html {
    button("button", label, before, on_press)
}

/// The one thing to do here.
pub fn main_button(label: AttrValue, on_press: &Callback<()>) -> Html {
    button("button button--primary", label, None, on_press)
}

/// Beside something else, without a frame.
pub fn quiet_button(label: AttrValue, on_press: &Callback<()>) -> Html {
    button("button button--quiet", label, None, on_press)
}

/// A button whose words are only heard.
pub fn icon_button(label: AttrValue, name: IconName, on_press: &Callback<()>) -> Html {
    let onclick = on_press.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="icon-button" aria-label={label} {onclick}>{ icon(name) }</button>
    }
}

fn button(class: &'static str, label: AttrValue, before: Option<IconName>, on_press: &Callback<()>) -> Html {
    let onclick = on_press.reform(|_: MouseEvent| ());
    html! {
        <button type="button" {class} {onclick}>
            { for before.map(icon) }
            <span>{ label }</span>
        </button>
    }
}
