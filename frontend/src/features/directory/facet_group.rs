//! The facets with their counts. One facet: its values with counts as check boxes, a field to find one among many, and "show all".

use std::rc::Rc;

use shared::directory::{Facet, FacetCount, MemberFilter, MemberPage};
use shared::fields::CountryCode;
use shared::words::Text;
use yew::{AttrValue, Callback, Event, Html, InputEvent, Properties, component, html, use_state_eq};

use super::names::facet_label;
use crate::browser::event;
use crate::ui::{folded, place, quiet_button, turn, use_flag};
use crate::words::{Words, use_words};

/// Values shown at first.
const SHOWN: usize = 6;
/// From more values than this on there is a field to find one.
const MANY: usize = 10;

/// All facets. `place` makes their names unique, because the sheet of phones shows them again.
pub fn facet_panel(
    place: &'static str,
    filter: &Rc<MemberFilter>,
    page: &Rc<MemberPage>,
    on_change: &Callback<MemberFilter>,
) -> Html {
    let group = |facet: &Facet| {
        let facet = *facet;
        let (filter, page, on_change) = (Rc::clone(filter), Rc::clone(page), on_change.clone());
        html! { <FacetGroup key={facet.code()} {place} {facet} {filter} {page} {on_change} /> }
    };
    html! { <div class="facets">{ for Facet::ALL.iter().map(group) }</div> }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where the panel stands.
    pub place: &'static str,
    /// The facet.
    pub facet: Facet,
    /// The search.
    pub filter: Rc<MemberFilter>,
    /// The answer that carries the counts.
    pub page: Rc<MemberPage>,
    /// Called with a changed search.
    pub on_change: Callback<MemberFilter>,
}

/// The facet.
#[component]
pub fn FacetGroup(props: &Props) -> Html {
    let words = use_words();
    let needle = use_state_eq(String::new);
    let is_whole = use_flag();
    let facet = props.facet;
    let counts = props.page.facets.of(facet);
    let chosen = props.filter.chosen(facet);
    if counts.is_empty() && chosen.is_empty() {
        return Html::default();
    }
    let values = Values {
        words: &words,
        facet,
        chosen: &chosen,
        needle: &needle,
        is_whole: *is_whole,
    };
    let shown = values.shown(counts);
    let hidden = counts.len().saturating_sub(shown.len());
    let name = words.t(facet.key());
    let find = words.say(&Text::new("directory.find_in").with("facet", &name));
    let oninput = {
        let needle = needle.setter();
        move |event: InputEvent| needle.set(event::typed(&event))
    };
    let whole = turn(&is_whole, !*is_whole);
    let is_open = !matches!(facet, Facet::Field | Facet::LivesIn | Facet::OpenTo) || !chosen.is_empty();
    html! {
        <details class="facet" open={is_open}>
            <summary>
                <span class="facet-name">{ name.clone() }</span>
                if !chosen.is_empty() {
                    <span class="facet-badge">{ chosen.len() }</span>
                }
            </summary>
            <fieldset>
                <legend class="visually-hidden">{ name }</legend>
                if counts.len() > MANY {
                    <input
                        type="search" class="input facet-find" autocomplete="off" aria-label={find.clone()}
                        placeholder={find} value={(*needle).clone()} {oninput}
                    />
                }
                <ul class="facet-values">
                    { for shown.iter().map(|count| value(&words, props, count, is_among(&chosen, &count.value))) }
                </ul>
                if needle.is_empty() && (hidden > 0 || *is_whole) && counts.len() > SHOWN {
                    { quiet_button(more(&words, *is_whole, counts.len()), &whole) }
                }
                if shown.is_empty() {
                    <p class="facet-none">{ words.t("directory.find_none") }</p>
                }
            </fieldset>
        </details>
    }
}

fn is_among(chosen: &[String], value: &str) -> bool {
    chosen.iter().any(|known| known == value)
}

fn more(words: &Words, is_whole: bool, all: usize) -> AttrValue {
    if is_whole {
        words.t("directory.show_fewer")
    } else {
        words.count("directory.show_all", u32::try_from(all).unwrap_or(u32::MAX))
    }
}

/// Which values are shown.
struct Values<'a> {
    words: &'a Words,
    facet: Facet,
    chosen: &'a [String],
    needle: &'a str,
    is_whole: bool,
}

impl Values<'_> {
    /// What was looked for; otherwise all, or the first few together with the chosen ones.
    fn shown<'b>(&self, counts: &'b [FacetCount]) -> Vec<&'b FacetCount> {
        let needle = folded(self.needle.trim());
        let fits = |count: &FacetCount| folded(&facet_label(self.words, self.facet, &count.value)).contains(&needle);
        let is_first =
            |place: usize, count: &FacetCount| self.is_whole || place < SHOWN || is_among(self.chosen, &count.value);
        let is_shown = |(place, count): &(usize, &'b FacetCount)| {
            if needle.is_empty() {
                is_first(*place, count)
            } else {
                fits(count)
            }
        };
        counts
            .iter()
            .enumerate()
            .filter(is_shown)
            .map(|(_, count)| count)
            .collect()
    }
}

fn value(words: &Words, props: &Props, count: &FacetCount, is_chosen: bool) -> Html {
    let next = Rc::clone(&props.filter);
    let (facet, value) = (props.facet, count.value.clone());
    let onchange = props.on_change.reform(move |_: Event| next.toggled(facet, &value));
    let country = matches!(facet, Facet::Country | Facet::LivesIn)
        .then(|| count.value.parse::<CountryCode>().ok())
        .flatten();
    html! {
        <li key={&*count.value}>
            <label class="check facet-value">
                <input type="checkbox" name={[props.place, facet.code()].join("-")} value={count.value.to_string()} checked={is_chosen} {onchange} />
                <span class="facet-label">
                    if let Some(country) = country {
                        { place(words, country) }
                    } else {
                        { facet_label(words, facet, &count.value) }
                    }
                </span>
                <span class="facet-count">{ words.number(count.count) }</span>
            </label>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(needle: &str, is_whole: bool) -> usize {
        let words = Words::default();
        let chosen = [String::from("2024")];
        let values = Values {
            words: &words,
            facet: Facet::FiscalYear,
            chosen: &chosen,
            needle,
            is_whole,
        };
        let counts: Vec<FacetCount> = (2014..2025)
            .map(|year: u32| FacetCount {
                value: year.to_string().into(),
                count: year,
            })
            .collect();
        values.shown(&counts).len()
    }

    #[test]
    fn the_first_few_and_the_chosen_ones_are_shown() {
        assert_eq!(shown("", false), SHOWN + 1);
        assert_eq!(shown("", true), 11);
        assert_eq!(shown("2016", false), 1);
        assert_eq!(shown("nothing", false), 0);
    }
}
