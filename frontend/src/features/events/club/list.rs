//! Events of the club in groups of one month each, on the venue's calendar.

use shared::events::EventSummary;
use yew::{Html, html};

use super::row::row;
use crate::browser::intl::zones;
use crate::words::Words;

/// The groups, in the order of the events; without groups where the order is another one.
pub fn club_list(words: &Words, events: &[EventSummary], is_by_month: bool) -> Html {
    if !is_by_month {
        return html! { <ul class="event-list">{ for events.iter().map(|event| row(words, event)) }</ul> };
    }
    let month = |event: &EventSummary| zones::month(words.language(), event.starts_at, &event.zone);
    let months = events.chunk_by(|one, next| month(one) == month(next));
    let group = |events: &[EventSummary]| {
        let title = events.first().map(month).unwrap_or_default();
        html! {
            <section class="events-year" aria-label={title.clone()}>
                <h2>{ title }</h2>
                <ul class="event-list">{ for events.iter().map(|event| row(words, event)) }</ul>
            </section>
        }
    };
    months.map(group).collect()
}
