//! What narrows the list of the club's events: a country/region, a kind, online, those that are over.

use shared::events::{EventFilter, EventKind, EventPage};
use yew::{AttrValue, Callback, Html, html};

use crate::browser::intl;
use crate::forms::{Field, SelectField, SelectOption, check_field};
use crate::ui::quiet_button;
use crate::words::Words;

/// The selects and boxes; `on_near` asks where the reader is.
pub fn club_filters(
    words: &Words,
    filter: &EventFilter,
    page: &EventPage,
    on_change: &Callback<EventFilter>,
    on_near: &Callback<()>,
) -> Html {
    let change = |change: fn(&mut EventFilter, String)| {
        let filter = filter.clone();
        on_change.reform(move |value: String| {
            let mut filter = filter.clone();
            change(&mut filter, value);
            filter
        })
    };
    let online = {
        let filter = filter.clone();
        on_change.reform(move |online: bool| EventFilter {
            online,
            ..filter.clone()
        })
    };
    html! {
        <div class="event-filters">
            <SelectField
                field={Field::new("club-country", words.t("facet.country"))}
                options={countries(words, filter, page)}
                value={AttrValue::from(filter.country.map_or("", |country| country.code()))}
                on_change={change(|filter, code| filter.country = code.parse().ok())}
            />
            <SelectField
                field={Field::new("club-kind", words.t("events.kind"))}
                options={kinds(words, filter, page)}
                value={AttrValue::from(filter.kind.map_or("", EventKind::code))}
                on_change={change(|filter, code| filter.kind = code.parse().ok())}
            />
            { check_field(words, &Field::new("club-online", words.t("events.online")), filter.online, &online) }
            { quiet_button(words.t(if filter.near.is_empty() { "events.near" } else { "events.by_date" }), on_near) }
        </div>
    }
}

/// Everything, then those that have any event, by name; a chosen one stands there too, whether it has any or not.
fn countries(words: &Words, filter: &EventFilter, page: &EventPage) -> Vec<SelectOption> {
    let chosen = filter.country.filter(|country| !page.countries.contains(country));
    let all = page.countries.iter().copied().chain(chosen);
    let mut options: Vec<SelectOption> = all
        .map(|country| (country.code().into(), words.region(country)))
        .collect();
    options.sort_by(|(_, one), (_, other)| intl::compare(words.language(), one, other));
    options.insert(0, (AttrValue::default(), words.t("events.all")));
    options
}

fn kinds(words: &Words, filter: &EventFilter, page: &EventPage) -> Vec<SelectOption> {
    let is_there = |kind: &&EventKind| page.kinds.contains(kind) || filter.kind == Some(**kind);
    let kinds = EventKind::ALL.iter().filter(is_there);
    let everything = (AttrValue::default(), words.t("events.all"));
    std::iter::once(everything)
        .chain(kinds.map(|kind| (kind.code().into(), words.t(kind.key()))))
        .collect()
}
