//! The search field of the directory: rows follow every letter.

use shared::directory::MAX_QUERY_CHARS;
use yew::{Callback, Html, InputEvent, KeyboardEvent, SubmitEvent, html};

use crate::browser::{dom, event, timing};
use crate::ui::{IconName, icon};
use crate::words::Words;

/// The field with what was typed so far. Down leads into the rows.
pub fn search_field(words: &Words, value: &str, on_type: &Callback<String>) -> Html {
    let oninput = on_type.reform(|event: InputEvent| {
        timing::keystroke();
        event::typed(&event)
    });
    let onkeydown = |key: KeyboardEvent| {
        let leads_on = matches!(key.key().as_str(), "ArrowDown" | "Enter") && !event::is_composing(&key);
        if leads_on && dom::focus("member-0") {
            key.prevent_default();
        }
    };
    html! {
        <form class="search-field" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <label class="visually-hidden" for="search">{ words.t("search.label") }</label>
            { icon(IconName::Search) }
            <input
                id="search"
                type="search"
                class="input"
                placeholder={words.t("search.placeholder")}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                maxlength={MAX_QUERY_CHARS.to_string()}
                aria-keyshortcuts="/"
                value={String::from(value)}
                {oninput}
                {onkeydown}
            />
        </form>
    }
}
