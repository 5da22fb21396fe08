//! No event fits: which filter to drop.

use shared::events::PastEventFilter;
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use crate::ui::{IconName, empty_state, press_button};
use crate::words::Words;

/// The panel with one button for each filter that could be dropped.
pub fn no_events(words: &Words, filter: PastEventFilter, on_change: &Callback<PastEventFilter>) -> Html {
    let drop = |name: AttrValue, rest: PastEventFilter| {
        let label = words.say(&Text::new("list.without").with("name", name));
        press_button(label, Some(IconName::Close), &on_change.reform(move |()| rest))
    };
    let country = filter.country.map(|country| {
        let rest = PastEventFilter {
            country: None,
            ..filter
        };
        drop(words.region(country), rest)
    });
    let kind = filter.kind.map(|kind| {
        let rest = PastEventFilter { kind: None, ..filter };
        drop(words.t(kind.key()), rest)
    });
    let text = if filter == PastEventFilter::default() {
        "events.none_at_all"
    } else {
        "events.none_text"
    };
    empty_state(
        html! { <h2>{ words.t("events.none") }</h2> },
        words.t(text),
        country.into_iter().chain(kind).collect(),
    )
}
