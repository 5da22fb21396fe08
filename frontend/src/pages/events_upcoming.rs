//! The events of the club that are to come.

use shared::events::{EventFilter, EventPage, ListEvents};
use yew::{Callback, Html, Properties, component, html};

use crate::api::{load, use_query};
use crate::browser::dom;
use crate::features::events::{
    Choices, Whereabouts, feed_links, filters, flat_list, near_button, no_events, summary_list, use_whereabouts,
};
use crate::ui::{SkeletonShape, skeleton};
use crate::words::{Words, use_words};

/// Skeleton paragraphs; more would be below the first screen.
const WAITING: u32 = 5;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Which are wanted.
    pub filter: EventFilter,
    /// Called with another choice.
    pub on_change: Callback<EventFilter>,
}

/// The list with its filters.
#[component]
pub(super) fn UpcomingEvents(props: &Props) -> Html {
    let words = use_words();
    let (whereabouts, on_near) = use_whereabouts();
    let near = match &*whereabouts {
        Whereabouts::At(place) => place.clone(),
        Whereabouts::Unknown | Whereabouts::Asked | Whereabouts::Refused => String::new(),
    };
    let is_near = !near.is_empty();
    let asked = EventFilter {
        near,
        language: words.language().into(),
        ..props.filter.clone()
    };
    let events = use_query::<ListEvents>((), asked);
    let waiting = skeleton(&words, SkeletonShape::Text, WAITING);
    load(&words, &events, waiting, |page| {
        let choices = Choices::default().with(&page.countries, &page.kinds);
        html! {
            <>
                { filters(&words, &props.filter, &choices, &props.on_change) }
                { near_button(&words, &whereabouts, &on_near) }
                <p class="found" role="status">{ words.count("events.total", page.total) }</p>
                { found(&words, props, &page, is_near) }
                { feed_links(&words, &props.filter, &dom::origin()) }
            </>
        }
    })
}

/// The events by month, or by distance, which knows no months.
fn found(words: &Words, props: &Props, page: &EventPage, is_near: bool) -> Html {
    if page.events.is_empty() {
        no_events(words, &props.filter, &props.on_change)
    } else if is_near {
        flat_list(words, &page.events)
    } else {
        summary_list(words, &page.events)
    }
}
