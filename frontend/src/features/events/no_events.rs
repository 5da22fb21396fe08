//! No event fits: which filter to drop, or where there are others.

use shared::events::EventFilter;
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use crate::routes::Route;
use crate::ui::{IconName, empty_state, press_button};
use crate::words::Words;

/// The panel with one button for each filter that could be dropped; where events to come were looked for, also a way to
/// those that are over.
pub fn no_events(words: &Words, filter: &EventFilter, on_change: &Callback<EventFilter>) -> Html {
    let drop = |name: AttrValue, change: fn(&mut EventFilter)| {
        let mut rest = filter.clone();
        change(&mut rest);
        let label = words.say(&Text::new("list.without").with("name", name));
        press_button(label, Some(IconName::Close), &on_change.reform(move |()| rest.clone()))
    };
    let country = filter
        .country
        .map(|country| drop(words.region(country), |filter| filter.country = None));
    let kind = filter
        .kind
        .map(|kind| drop(words.t(kind.key()), |filter| filter.kind = None));
    let online = filter
        .online
        .then(|| drop(words.t("event_mode.online"), |filter| filter.online = false));
    let is_narrowed = country.is_some() || kind.is_some() || online.is_some();
    let past = (!filter.past).then(|| {
        let past = EventFilter {
            past: true,
            ..filter.clone()
        };
        html! { <a class="button" href={Route::Events.at(&past.to_query())}>{ words.t("events.see_past") }</a> }
    });
    let text = match (is_narrowed, filter.past) {
        (true, _) => "events.none_text",
        (false, true) => "events.none_at_all",
        (false, false) => "events.none_yet",
    };
    empty_state(
        html! { <h2>{ words.t("events.none") }</h2> },
        words.t(text),
        country.into_iter().chain(kind).chain(online).chain(past).collect(),
    )
}
