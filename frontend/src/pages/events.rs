//! The past events: the address is the filter, the filter is the question to the server.

use shared::events::{ListPastEvents, PastEventFilter, PastEventList};
use yew::{Callback, Html, component, html};

use crate::api::{load, use_query};
use crate::features::events::{event_list, filters, no_events};
use crate::layout::{page_title, use_title};
use crate::routes::{Route, use_location};
use crate::ui::{SkeletonShape, skeleton};
use crate::words::{Words, use_words};

/// Skeleton paragraphs; more would be below the first screen.
const WAITING: u32 = 5;

/// The page.
#[component]
pub fn EventsPage() -> Html {
    let words = use_words();
    let here = use_location();
    let filter = PastEventFilter::from_query(&here.location.query);
    let past = use_query::<ListPastEvents>((), filter);
    use_title(words.t("events.title"));
    let push = here
        .push
        .reform(|filter: PastEventFilter| Route::Events.at(&filter.to_query()));
    let content = load(&words, &past, skeleton(&words, SkeletonShape::Text, WAITING), |list| {
        found(&words, filter, &list, &push)
    });
    html! {
        <div class="events-page">
            { page_title(words.t("events.title"), Some(words.t("events.lead"))) }
            { content }
        </div>
    }
}

/// What can be chosen, how many fit, and which.
fn found(words: &Words, filter: PastEventFilter, list: &PastEventList, push: &Callback<PastEventFilter>) -> Html {
    let count = u32::try_from(list.events.len()).unwrap_or(u32::MAX);
    html! {
        <>
            { filters(words, filter, list, push) }
            <p class="found" role="status">{ words.count("events.total", count) }</p>
            if list.events.is_empty() {
                { no_events(words, filter, push) }
            } else {
                { event_list(words, &list.events) }
            }
        </>
    }
}
