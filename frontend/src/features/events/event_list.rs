//! Past events in groups of one year each.

use shared::events::PastEvent;
use shared::words::Text;
use yew::{Html, html};

use super::event_row::event_row;
use crate::words::Words;

/// The groups, in the order of the events.
pub fn event_list(words: &Words, events: &[PastEvent]) -> Html {
    let years = events.chunk_by(|one, next| one.starts_on.year() == next.starts_on.year());
    years.map(|events| year(words, events)).collect()
}

fn year(words: &Words, events: &[PastEvent]) -> Html {
    let year = events.first().map(|event| event.starts_on.year()).unwrap_or_default();
    let id = ["events", &year.to_string()].join("-");
    html! {
        <section class="events-year" aria-labelledby={id.clone()}>
            <h2 {id}>{ words.say(&Text::new("events.year").with("year", year)) }</h2>
            <ul class="event-list">{ for events.iter().map(|event| event_row(words, event)) }</ul>
        </section>
    }
}
