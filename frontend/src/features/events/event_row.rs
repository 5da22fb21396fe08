//! One past event. What was found of it is in English, whatever the reader's language.

use shared::events::{EventMode, PastEvent};
use yew::{Html, html};

use super::date_tile::{date_tile, when};
use crate::ui::{chip, place, source};
use crate::words::Words;

/// The row: when, what, where, what else is known, and who says so.
pub(super) fn event_row(words: &Words, event: &PastEvent) -> Html {
    html! {
        <li class="event">
            { date_tile(words, event.starts_on) }
            <div class="event-text">
                <div class="event-heading">
                    <h3 lang="en">{ &event.title }</h3>
                    { chip(words.t(event.kind.key())) }
                </div>
                <p>{ when(words, event) }</p>
                <p>{ place_of(words, event) }</p>
                { for event.note.iter().map(|note| html! { <p class="event-note" lang="en">{ note }</p> }) }
                <p class="event-source">{ words.t("source.label") }{ " " }{ source(&event.source) }</p>
            </div>
        </li>
    }
}

/// Country/region, city and venue as far as they are known, or that people met online.
fn place_of(words: &Words, event: &PastEvent) -> Html {
    let country = event.country.map(|country| place(words, country));
    let named = [&event.city, &event.venue].into_iter().flatten();
    let named = named.map(|name| html! { <span lang="en">{ name }</span> });
    let online = (event.mode == EventMode::Online).then(|| html! { <span>{ words.t(event.mode.key()) }</span> });
    let parts = country.into_iter().chain(named).chain(online).enumerate();
    let after = |(at, part): (usize, Html)| match at {
        0 => part,
        _ => html! { <>{ words.t("list.sentence") }{ part }</> },
    };
    parts.map(after).collect()
}
