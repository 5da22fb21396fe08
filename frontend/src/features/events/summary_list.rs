//! Events of the club: in groups of one month each, or in one list where another order was asked for.

use jiff::civil::Date;
use shared::events::EventSummary;
use yew::{Html, html};

use super::summary_row::{day_there, summary_row};
use crate::browser::intl;
use crate::words::Words;

/// The groups, in the order of the events.
pub fn summary_list(words: &Words, events: &[EventSummary]) -> Html {
    let month = |event: &EventSummary| {
        let day = day_there(event);
        (day.year(), day.month())
    };
    let months = events.chunk_by(|one, next| month(one) == month(next));
    months.map(|events| group(words, events)).collect()
}

/// One list.
pub fn flat_list(words: &Words, events: &[EventSummary]) -> Html {
    html! { <ul class="event-list">{ for events.iter().map(|event| summary_row(words, event)) }</ul> }
}

fn group(words: &Words, events: &[EventSummary]) -> Html {
    let day = events.first().map(day_there).unwrap_or_default();
    let first = Date::new(day.year(), day.month(), 1).unwrap_or(day);
    let [year, month] = [day.year().to_string(), day.month().to_string()];
    let id = ["events", &year, &month].join("-");
    html! {
        <section class="events-year" aria-labelledby={id.clone()}>
            <h2 {id}>{ intl::month(words.language(), first) }</h2>
            { flat_list(words, events) }
        </section>
    }
}
