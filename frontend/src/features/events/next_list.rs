//! The next events, as doors to them: when on the reader's own clock, and where.

use shared::events::EventSummary;
use yew::{Html, html};

use super::own_badge::own_badge;
use super::summary_row::place_of;
use crate::routes::Route;
use crate::ui::{IconName, icon, own_clock};
use crate::words::Words;

/// The doors.
pub fn next_list(words: &Words, events: &[EventSummary]) -> Html {
    let door = |event: &EventSummary| {
        html! {
            <li>
                <a class="door" href={Route::Event(event.id).path()}>
                    { icon(IconName::Calendar) }
                    <span class="door-title" lang={event.language.clone()}>{ &event.title }</span>
                    <span class="door-text">
                        <span class="door-line">{ own_clock(words, event.starts_at) }</span>
                        <span class="door-line">{ place_of(words, event) }</span>
                        { for event.own.iter().map(|own| own_badge(words, own)) }
                    </span>
                </a>
            </li>
        }
    };
    html! { <ul class="doors">{ for events.iter().map(door) }</ul> }
}
