//! Events to come, and those that are over: two lists with the same filters.

use shared::events::EventFilter;
use yew::{Html, html};

use crate::routes::Route;
use crate::words::Words;

/// The two, as links.
pub fn tabs(words: &Words, filter: &EventFilter) -> Html {
    let tab = |past: bool, key: &'static str| {
        let there = EventFilter { past, ..filter.clone() };
        let current = (past == filter.past).then_some("page");
        html! {
            <li><a href={Route::Events.at(&there.to_query())} aria-current={current}>{ words.t(key) }</a></li>
        }
    };
    html! {
        <nav class="tabs" aria-label={words.t("events.when")}>
            <ul>{ tab(false, "events.upcoming") }{ tab(true, "events.past") }</ul>
        </nav>
    }
}
