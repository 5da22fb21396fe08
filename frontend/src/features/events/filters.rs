//! What narrows the list: a country/region and a kind.

use shared::events::{EventKind, PastEventFilter, PastEventList};
use yew::{AttrValue, Callback, Html, html};

use crate::browser::intl;
use crate::forms::{Field, SelectField, SelectOption};
use crate::words::Words;

/// The two selects.
pub fn filters(
    words: &Words,
    filter: PastEventFilter,
    list: &PastEventList,
    on_change: &Callback<PastEventFilter>,
) -> Html {
    let on_country = on_change.reform(move |code: String| PastEventFilter {
        country: code.parse().ok(),
        ..filter
    });
    let on_kind = on_change.reform(move |code: String| PastEventFilter {
        kind: code.parse().ok(),
        ..filter
    });
    let country = filter.country.map_or("", |country| country.code());
    let kind = filter.kind.map_or("", EventKind::code);
    html! {
        <div class="event-filters">
            <SelectField
                field={Field::new("event-country", words.t("facet.country"))}
                options={countries(words, filter, list)}
                value={AttrValue::from(country)}
                on_change={on_country}
            />
            <SelectField
                field={Field::new("event-kind", words.t("events.kind"))}
                options={kinds(words, filter, list)}
                value={AttrValue::from(kind)}
                on_change={on_kind}
            />
        </div>
    }
}

/// Everything, then those that have any event, by name; a chosen one stands there too, whether it has any or not.
fn countries(words: &Words, filter: PastEventFilter, list: &PastEventList) -> Vec<SelectOption> {
    let chosen = filter.country.filter(|country| !list.countries.contains(country));
    let mut options: Vec<SelectOption> = list
        .countries
        .iter()
        .copied()
        .chain(chosen)
        .map(|country| (country.code().into(), words.region(country)))
        .collect();
    options.sort_by(|(_, one), (_, other)| intl::compare(words.language(), one, other));
    options.insert(0, everything(words));
    options
}

fn kinds(words: &Words, filter: PastEventFilter, list: &PastEventList) -> Vec<SelectOption> {
    let is_there = |kind: &&EventKind| list.kinds.contains(kind) || filter.kind == Some(**kind);
    let kinds = EventKind::ALL.iter().filter(is_there);
    let kinds = kinds.map(|kind| (kind.code().into(), words.t(kind.key())));
    std::iter::once(everything(words)).chain(kinds).collect()
}

fn everything(words: &Words) -> SelectOption {
    (AttrValue::default(), words.t("events.all"))
}
