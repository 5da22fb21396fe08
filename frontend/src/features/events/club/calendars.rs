//! Ways into the reader's calendar: a file, links to common calendars, subscriptions.

use shared::events::calendar_links::{CalendarSite, LinkedEvent, subscribe};
use shared::events::{EventDetail, EventFilter};
use shared::fields::CountryCode;
use yew::{Html, html};

use crate::ui::{IconName, icon};
use crate::words::Words;

/// The event as a file, and links that a calendar on the internet takes it from. `origin` is the site's.
pub fn calendar_buttons(words: &Words, event: &EventDetail, origin: &str) -> Html {
    let file = ["/api/events", &event.summary.id.to_string(), "calendar.ics"].join("/");
    let linked = LinkedEvent::of(&event.summary, origin);
    let link = |site: &CalendarSite| {
        let href = linked.add_to(*site);
        html! { <li><a {href} target="_blank" rel="noopener noreferrer">{ words.t(site.key()) }</a></li> }
    };
    html! {
        <details class="event-calendars">
            <summary>{ icon(IconName::Calendar) }{ words.t("calendar.add") }</summary>
            <ul>
                <li><a href={file} download="event.ics">{ words.t("calendar.file") }</a></li>
                { for CalendarSite::ALL.iter().map(link) }
            </ul>
        </details>
    }
}

/// A subscription to all events of the club, or to those of the chapter that is chosen.
pub fn feed_links(words: &Words, filter: &EventFilter, origin: &str) -> Html {
    let query = filter
        .country
        .map(|country| ["?country=", CountryCode::code(country)].concat());
    let path = ["/api/calendar.ics", &query.unwrap_or_default()].concat();
    html! {
        <p class="event-feed">
            <a href={subscribe(origin, &path)}>{ icon(IconName::Calendar) }{ words.t("calendar.subscribe") }</a>
        </p>
    }
}
