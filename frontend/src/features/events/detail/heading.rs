//! The beginning of an event's page: its picture, its day, its name, and what it is in a sentence or two.

use shared::events::EventDetail;
use yew::{Html, html};

use super::super::date_tile::day_tile;
use super::super::summary_row::{chips, day_there, hosts};
use super::picture_address;
use crate::words::Words;

/// The heading.
pub fn heading(words: &Words, event: &EventDetail) -> Html {
    let summary = &event.summary;
    let lang = summary.language.clone();
    let cover = summary.cover.map(picture_address);
    html! {
        <header class="event-head">
            { for cover.map(|src| html! { <img class="event-cover" {src} alt="" width="1200" height="630" /> }) }
            <div class="event-title">
                { day_tile(words, day_there(summary)) }
                <div>
                    <h1 lang={lang.clone()}>{ &summary.title }</h1>
                    { hosts(words, &summary.hosts) }
                </div>
            </div>
            <p class="chips">{ chips(words, summary) }</p>
            <p class="event-summary" {lang}>{ &summary.summary }</p>
        </header>
    }
}
