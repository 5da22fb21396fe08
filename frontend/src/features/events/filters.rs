//! What narrows the lists: a country/region, a kind, and whether one can take part over the internet.

use shared::events::{EventFilter, EventKind};
use shared::fields::CountryCode;
use yew::{AttrValue, Callback, Html, html};

use crate::browser::intl;
use crate::forms::{Field, SelectField, SelectOption, check_field};
use crate::words::Words;

/// What there is to choose from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Countries/regions that have any event.
    pub countries: Vec<CountryCode>,
    /// Kinds that any event is of.
    pub kinds: Vec<EventKind>,
}

impl Choices {
    /// The choices of another list too.
    #[must_use]
    pub fn with(mut self, countries: &[CountryCode], kinds: &[EventKind]) -> Self {
        for country in countries
            .iter()
            .filter(|country| !self.countries.contains(country))
            .copied()
            .collect::<Vec<_>>()
        {
            self.countries.push(country);
        }
        for kind in kinds
            .iter()
            .filter(|kind| !self.kinds.contains(kind))
            .copied()
            .collect::<Vec<_>>()
        {
            self.kinds.push(kind);
        }
        self
    }
}

/// The two selects and the check box.
pub fn filters(words: &Words, filter: &EventFilter, choices: &Choices, on_change: &Callback<EventFilter>) -> Html {
    let changed = |change: fn(&mut EventFilter, &str)| {
        let filter = filter.clone();
        on_change.reform(move |value: String| {
            let mut filter = filter.clone();
            change(&mut filter, &value);
            filter
        })
    };
    let country = filter.country.map_or("", CountryCode::code);
    let kind = filter.kind.map_or("", EventKind::code);
    let before = filter.clone();
    let on_online = on_change.reform(move |online| EventFilter {
        online,
        ..before.clone()
    });
    html! {
        <div class="event-filters">
            <SelectField
                field={Field::new("event-country", words.t("facet.country"))}
                options={countries(words, filter, choices)}
                value={AttrValue::from(country)}
                on_change={changed(|filter, code| filter.country = code.parse().ok())}
            />
            <SelectField
                field={Field::new("event-kind", words.t("events.kind"))}
                options={kinds(words, filter, choices)}
                value={AttrValue::from(kind)}
                on_change={changed(|filter, code| filter.kind = code.parse().ok())}
            />
            { check_field(words, &Field::new("event-online", words.t("events.online")), filter.online, &on_online) }
        </div>
    }
}

/// Everything, then those that have any event, by name; a chosen one stands there too, whether it has any or not.
fn countries(words: &Words, filter: &EventFilter, choices: &Choices) -> Vec<SelectOption> {
    let chosen = filter.country.filter(|country| !choices.countries.contains(country));
    let mut options: Vec<SelectOption> = choices
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

fn kinds(words: &Words, filter: &EventFilter, choices: &Choices) -> Vec<SelectOption> {
    let is_there = |kind: &&EventKind| choices.kinds.contains(kind) || filter.kind == Some(**kind);
    let kinds = EventKind::ALL.iter().filter(is_there);
    let kinds = kinds.map(|kind| (kind.code().into(), words.t(kind.key())));
    std::iter::once(everything(words)).chain(kinds).collect()
}

fn everything(words: &Words) -> SelectOption {
    (AttrValue::default(), words.t("events.all"))
}
