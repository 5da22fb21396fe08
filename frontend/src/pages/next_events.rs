//! The next events, as a section of the start page: a part of its own, because the rest of that page needs none of it.

use shared::events::{EventFilter, EventLife, EventSummary, ListEvents};
use yew::{Html, component, html};

use crate::api::{load, use_query};
use crate::features::events::next_list;
use crate::routes::Route;
use crate::ui::{SkeletonShape, skeleton};
use crate::words::use_words;

/// Events of the section.
const SHOWN: usize = 3;

/// The section.
#[component]
pub(super) fn NextEvents() -> Html {
    let words = use_words();
    let language = words.language().into();
    let events = use_query::<ListEvents>(
        (),
        EventFilter {
            language,
            ..EventFilter::default()
        },
    );
    let content = load(&words, &events, skeleton(&words, SkeletonShape::Text, 1), |page| {
        let takes_place = |event: &&EventSummary| event.life == EventLife::Published;
        let next: Vec<EventSummary> = page.events.iter().filter(takes_place).take(SHOWN).cloned().collect();
        if next.is_empty() {
            return html! { <p class="home-note">{ words.t("home.no_events") }</p> };
        }
        next_list(&words, &next)
    });
    html! {
        <>
            <h2>{ words.t("home.next_events") }</h2>
            { content }
            <p class="home-more"><a class="button" href={Route::Events.path()}>{ words.t("event.all") }</a></p>
        </>
    }
}
