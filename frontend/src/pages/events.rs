//! Events: those to come, those of the club that are over, and the record of past ones with their sources. The address
//! is the filter, the filter is the question to the server.

use shared::events::{EventFilter, EventPage, ListEvents, ListPastEvents, PastEventFilter, PastEventList};
use yew::{Callback, Html, component, html, use_state};

use crate::api::{load, use_query, use_query_if};
use crate::browser::{dom, location, spawn};
use crate::features::events::{club_filters, club_list, event_list, feed_links, filters, no_events};
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
    let near = use_state(String::new);
    use_title(words.t("events.title"));
    let filter = EventFilter {
        near: (*near).clone(),
        language: words.language().into(),
        ..EventFilter::from_query(&here.location.query)
    };
    let club = use_query::<ListEvents>((), filter.clone());
    let on_near = {
        let near = near.clone();
        Callback::from(move |()| {
            if near.is_empty() {
                let near = near.setter();
                spawn(async move { near.set(location::here().await.unwrap_or_default()) });
            } else {
                near.set(String::new());
            }
        })
    };
    let push = here
        .push
        .reform(|filter: EventFilter| Route::Events.at(&filter.to_query()));
    let content = load(&words, &club, skeleton(&words, SkeletonShape::Text, WAITING), |page| {
        found(&words, &filter, &page, &push, &on_near)
    });
    html! {
        <div class="events-page">
            { page_title(words.t("events.title"), Some(words.t("events.lead"))) }
            { tabs(&words, &filter) }
            { content }
            if filter.past {
                <Record />
            } else {
                { feed_links(&words, &filter, &dom::origin()) }
            }
        </div>
    }
}

/// To come, or over.
fn tabs(words: &Words, filter: &EventFilter) -> Html {
    let tab = |past: bool, key: &'static str| {
        let href = Route::Events.at(&EventFilter { past, ..filter.clone() }.to_query());
        html! { <a class="tab" {href} aria-current={(filter.past == past).then_some("page")}>{ words.t(key) }</a> }
    };
    html! {
        <nav class="tabs" aria-label={words.t("events.title")}>
            { tab(false, "events.upcoming") }
            { tab(true, "events.over") }
        </nav>
    }
}

/// What can be chosen, how many fit, and which.
fn found(
    words: &Words,
    filter: &EventFilter,
    page: &EventPage,
    push: &Callback<EventFilter>,
    on_near: &Callback<()>,
) -> Html {
    html! {
        <>
            { club_filters(words, filter, page, push, on_near) }
            <p class="found" role="status">{ words.count("events.club_total", page.total) }</p>
            if page.events.is_empty() {
                <p class="event-hint">{ words.t(if filter.past { "events.none_over" } else { "events.none_planned" }) }</p>
            } else {
                { club_list(words, &page.events, filter.near.is_empty()) }
            }
        </>
    }
}

/// The record of past events of the programme and the club, each with its source.
#[component]
fn Record() -> Html {
    let words = use_words();
    let here = use_location();
    let filter = PastEventFilter::from_query(&here.location.query);
    let past = use_query_if::<ListPastEvents>(Some(((), filter)));
    let push = here.push.reform(|filter: PastEventFilter| {
        let (country, kind) = (filter.country, filter.kind);
        let filter = EventFilter {
            country,
            kind,
            past: true,
            ..EventFilter::default()
        };
        Route::Events.at(&filter.to_query())
    });
    let content = load(&words, &past, skeleton(&words, SkeletonShape::Text, WAITING), |list| {
        recorded(&words, filter, &list, &push)
    });
    html! {
        <section class="events-record" aria-labelledby="record-title">
            <h2 id="record-title">{ words.t("events.record") }</h2>
            <p class="event-hint">{ words.t("events.record_text") }</p>
            { content }
        </section>
    }
}

fn recorded(words: &Words, filter: PastEventFilter, list: &PastEventList, push: &Callback<PastEventFilter>) -> Html {
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
