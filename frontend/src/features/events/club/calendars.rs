//! Ways into the reader's calendar: a file, links to common calendars, subscriptions.

use shared::events::{CalendarLink, EventDetail, EventFilter, feed_address};
use yew::{AttrValue, Html, html};

use crate::browser::dom;
use crate::ui::{IconName, icon};
use crate::words::Words;

/// The event as a file, and links that a calendar on the internet takes it from.
pub fn calendar_buttons(words: &Words, event: &EventDetail) -> Html {
    let summary = &event.summary;
    let file = ["/api/events", &summary.id.to_string(), "calendar.ics"].join("/");
    let page = [dom::origin(), "/events/".into(), summary.id.to_string()].concat();
    let link = |link: &CalendarLink| {
        let href = link.address(summary, &page);
        html! { <li><a {href} target="_blank" rel="noopener noreferrer">{ words.t(link.key()) }</a></li> }
    };
    html! {
        <details class="event-calendars">
            <summary>{ icon(IconName::Calendar) }{ words.t("calendar.add") }</summary>
            <ul>
                <li><a href={file} download="event.ics">{ words.t("calendar.file") }</a></li>
                { for CalendarLink::ALL.iter().map(link) }
            </ul>
        </details>
    }
}

/// Subscriptions to what the list shows.
pub fn feed_links(words: &Words, filter: &EventFilter) -> Html {
    let href = AttrValue::from(feed_address(&dom::host(), filter.country));
    html! {
        <p class="event-feed">
            <a {href}>{ icon(IconName::Calendar) }{ words.t("calendar.subscribe") }</a>
        </p>
    }
}
