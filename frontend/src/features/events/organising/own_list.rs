//! The events that somebody organises: drafts, those to come, and those that are over.

use shared::events::{EventLife, OwnEvent};
use shared::ids::EventId;
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use super::people::together;
use crate::browser::intl::zones;
use crate::routes::Route;
use crate::ui::{chip, press_button, strong_chip};
use crate::words::Words;

/// The groups, each with its title and the lives that belong to it.
const GROUPS: [(&str, &[EventLife]); 3] = [
    ("organiser.drafts", &[EventLife::Draft, EventLife::Scheduled]),
    ("organiser.coming", &[EventLife::Published]),
    ("organiser.past", &[EventLife::Past, EventLife::Cancelled]),
];

/// The list; copying is asked for with an event's id.
pub fn own_list(words: &Words, events: &[OwnEvent], on_copy: &Callback<EventId>) -> Html {
    let group = |(title, lives): &(&'static str, &[EventLife])| {
        let of_group: Vec<&OwnEvent> = events.iter().filter(|event| lives.contains(&event.life)).collect();
        let id = title.replace('.', "-");
        html! {
            if !of_group.is_empty() {
                <section class="own-events" aria-labelledby={id.clone()}>
                    <h2 {id}>{ words.t(title) }</h2>
                    <ul class="own-event-list">
                        { for of_group.into_iter().map(|event| row(words, event, on_copy)) }
                    </ul>
                </section>
            }
        }
    };
    GROUPS.iter().map(group).collect()
}

fn row(words: &Words, event: &OwnEvent, on_copy: &Callback<EventId>) -> Html {
    let id = event.id;
    let title: AttrValue = if event.title.trim().is_empty() {
        words.t("editor.untitled")
    } else {
        event.title.clone().into()
    };
    let path = Route::OrganiserEvent(id).path();
    let state = words.t(event.life.key());
    let state = if event.life == EventLife::Published {
        strong_chip(state)
    } else {
        chip(state)
    };
    let label = |key: &'static str| words.say(&Text::new(key).with("title", &title));
    let has_attendees = !matches!(event.life, EventLife::Draft | EventLife::Scheduled);
    html! {
        <li class="own-event">
            <div class="own-event-what">
                <h3><a href={path.clone()}>{ &title }</a></h3>
                <p class="chips">{ state }{ chip(words.t(event.kind.key())) }</p>
            </div>
            <div class="own-event-facts">
                <p>{ when(words, event) }</p>
                <p>{ seats(words, event) }</p>
            </div>
            <div class="own-event-actions">
                if has_attendees {
                    <a class="button" href={[path.as_str(), "show=attendees"].join("?")} aria-label={label("organiser.attendees_of")}>
                        { words.t("organiser.attendees") }
                    </a>
                }
                { press_button(words.t("organiser.copy"), None, &on_copy.reform(move |()| id)) }
            </div>
        </li>
    }
}

/// The venue's clock; when it is published by itself; or that nobody said yet.
fn when(words: &Words, event: &OwnEvent) -> AttrValue {
    let language = words.language();
    let moment = |at| zones::moment(language, at, &event.zone);
    match (event.life, event.publish_at, event.starts_at) {
        (EventLife::Scheduled, Some(at), _) => {
            words.say(&Text::new("organiser.published_at").with("moment", moment(at)))
        }
        (_, _, Some(at)) => words.say(
            &Text::new("editor.clock")
                .with("moment", moment(at))
                .with("zone", zones::name(language, &event.zone)),
        ),
        _ => words.t("organiser.no_time"),
    }
}

/// Seats confirmed and waiting.
fn seats(words: &Words, event: &OwnEvent) -> AttrValue {
    let (confirmed, waiting, capacity) = together(&event.seats);
    let number = |number: u32| words.number(number);
    if matches!(event.life, EventLife::Draft | EventLife::Scheduled) && confirmed + waiting == 0 {
        return AttrValue::default();
    }
    let text = match capacity {
        Some(seats) => Text::new("organiser.seats_of").with("seats", number(seats)),
        None => Text::new("organiser.seats"),
    };
    words.say(
        &text
            .with("confirmed", number(confirmed))
            .with("waiting", number(waiting)),
    )
}
