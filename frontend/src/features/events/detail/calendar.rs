//! Ways into the reader's calendar: a file, links to common calendars, subscriptions.

use shared::events::calendar_links::{CalendarSite, LinkedEvent, subscribe};
use shared::events::{EventDetail, EventFilter, EventLife};
use shared::fields::CountryCode;
use shared::words::Text;
use yew::{Html, html};

use crate::ui::{IconName, icon};
use crate::words::Words;

/// The event as a file, and links that a calendar on the internet takes it from; `origin` is the site's. Nothing for
/// what is over. The file of a cancelled event takes it out of calendars. `own_address` is where a member finds the
/// calendar of all the own answers.
pub fn calendar_buttons(words: &Words, event: &EventDetail, origin: &str, own_address: Option<String>) -> Html {
    let life = event.summary.life;
    if !matches!(life, EventLife::Published | EventLife::Cancelled) {
        return Html::default();
    }
    let file = [
        "/api/events/",
        &event.summary.id.to_string(),
        "/calendar.ics?language=",
        words.language(),
    ]
    .concat();
    let linked = LinkedEvent::of(&event.summary, origin);
    let link = |site: &CalendarSite| {
        let href = linked.add_to(*site);
        html! {
            <li>
                <a class="button" {href} target="_blank" rel="noopener noreferrer">{ words.t(site.key()) }</a>
            </li>
        }
    };
    html! {
        <section class="event-calendars" aria-labelledby="calendar-title">
            <h2 id="calendar-title">{ words.t("calendar.add") }</h2>
            <ul>
                <li>
                    <a class="button" href={file} download="event.ics">
                        { icon(IconName::Download) }
                        <span>{ words.t("calendar.file") }</span>
                    </a>
                </li>
                if life == EventLife::Published {
                    { for CalendarSite::ALL.iter().map(link) }
                }
            </ul>
            if let Some(own) = own_address {
                <p><a href={own}>{ words.t("notices.all_answers") }</a></p>
            }
        </section>
    }
}

/// A subscription to all events of the club, or to those of the chapter that is chosen.
pub fn feed_links(words: &Words, filter: &EventFilter, origin: &str) -> Html {
    let chapter = filter
        .country
        .map(|country| ["&country=", CountryCode::code(country)].concat());
    let path = [
        "/api/calendar.ics?language=",
        words.language(),
        &chapter.unwrap_or_default(),
    ]
    .concat();
    let said = match filter.country {
        Some(country) => words.say(&Text::new("calendar.subscribe_to").with("name", words.region(country))),
        None => words.t("calendar.subscribe"),
    };
    html! {
        <p class="event-feed">
            <a href={subscribe(origin, &path)}>{ icon(IconName::Calendar) }<span>{ said }</span></a>
        </p>
    }
}
