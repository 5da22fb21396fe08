//! The table under the map: the same numbers for eyes that compare, for searching, and for screen readers.

use std::cmp::Reverse;
use std::rc::Rc;

use shared::fields::{COUNTRIES, CountryCode};
use shared::map::{FigureKind, FigureList, MapMembers, PlaceFigure};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, InputEvent, MouseEvent, Properties, component, html, use_state_eq};

use super::card::led;
use super::picture::{Picture, members_of};
use super::{said, sources};
use crate::browser::{event, intl};
use crate::ui::place;
use crate::words::{Words, use_words};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The numbers.
    pub picture: Rc<Picture>,
    /// All published figures.
    pub list: Rc<FigureList>,
    /// Members by country/region, where they are known.
    pub members: Option<Rc<MapMembers>>,
    /// What the numbers are of.
    pub caption: AttrValue,
    /// Called with the country/region that is chosen.
    pub on_choose: Callback<Option<CountryCode>>,
}

/// By which column the rows stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Invitees,
    Members,
    Fiction,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    country: CountryCode,
    name: AttrValue,
    invitees: Option<u32>,
    members: Option<u32>,
    fiction: Option<u32>,
}

/// The table.
#[component]
pub(super) fn FigureTable(props: &Props) -> Html {
    let words = use_words();
    let order = use_state_eq(|| (Column::Invitees, false));
    let search = use_state_eq(String::new);
    let mut rows = rows(&words, props);
    let has_fiction = rows.iter().any(|row| row.fiction.is_some());
    sort(&words, &mut rows, *order);
    let wanted = plain(search.trim());
    rows.retain(|row| wanted.is_empty() || plain(&row.name).contains(&wanted) || row.country.code() == wanted);
    let typed = search.setter();
    let oninput = move |event: InputEvent| typed.set(event::typed(&event));
    let head = |column: Column, key: &'static str| {
        let (by, is_reversed) = *order;
        let sorted = (by == column).then_some(if (column == Column::Name) == is_reversed {
            "descending"
        } else {
            "ascending"
        });
        let next = (column, by == column && !is_reversed);
        let setter = order.setter();
        html! {
            <th scope="col" aria-sort={sorted.unwrap_or("none")}>
                <button type="button" class="sort-button" onclick={move |_: MouseEvent| setter.set(next)}>{ words.t(key) }</button>
            </th>
        }
    };
    html! {
        <section class="map-table" aria-label={words.t("map.table")}>
            <div class="map-table-bar">
                <h2>{ words.t("map.table") }</h2>
                <label class="map-table-search">
                    <span>{ words.t("map.search") }</span>
                    <input class="input" type="search" value={(*search).clone()} {oninput} />
                </label>
            </div>
            <table class="figures-table">
                <caption>{ props.caption.clone() }</caption>
                <thead>
                    <tr>
                        { head(Column::Name, "map.place") }
                        { head(Column::Invitees, "map.invitees") }
                        { head(Column::Members, "map.members") }
                        if has_fiction { { head(Column::Fiction, "map.illustration") } }
                    </tr>
                </thead>
                <tbody>{ for rows.iter().map(|row| table_row(&words, props, row, has_fiction)) }</tbody>
                { foot(&words, props, &rows, has_fiction) }
            </table>
            { sources::line(&words, sources::added(&props.picture, &props.list)) }
            if rows.is_empty() {
                <p class="map-table-empty" role="status">{ words.t(why_empty(props, &wanted)) }</p>
            }
        </section>
    }
}

/// A name as it is searched for: in capitals, without the marks that few keyboards have.
fn plain(name: &str) -> String {
    let letter = |letter: char| match letter {
        'Å' | 'Ã' => 'A',
        'Ç' => 'C',
        'É' => 'E',
        'Í' => 'I',
        'Ô' => 'O',
        'Ü' => 'U',
        '’' => '\'',
        _ => letter,
    };
    name.to_uppercase().chars().map(letter).collect()
}

/// Every country/region about which there is any number.
fn rows(words: &Words, props: &Props) -> Vec<Row> {
    let all = (0..COUNTRIES.len()).filter_map(CountryCode::from_index);
    let row = |country: CountryCode| Row {
        country,
        name: words.region(country),
        invitees: props.picture.published(country),
        members: props.members.as_ref().and_then(|members| members_of(members, country)),
        fiction: props.picture.fiction(country),
    };
    let has_any = |country: &CountryCode| {
        props.picture.place(*country).is_some()
            || props.picture.fiction(*country).is_some()
            || props
                .members
                .as_ref()
                .is_some_and(|members| members_of(members, *country).is_some())
    };
    all.filter(has_any).map(row).collect()
}

fn sort(words: &Words, rows: &mut [Row], (by, is_reversed): (Column, bool)) {
    rows.sort_by(|one, other| intl::compare(words.language(), &one.name, &other.name));
    let key = |row: &Row| match by {
        Column::Name => None,
        Column::Invitees => row.invitees.map(|number| number + 1),
        Column::Members => row.members,
        Column::Fiction => row.fiction,
    };
    // Stable, so that equal ones stay in the order of their names; who has no number stands last either way.
    match (by, is_reversed) {
        (Column::Name, false) => {}
        (Column::Name, true) => rows.reverse(),
        (_, false) => rows.sort_by_key(|row| Reverse(key(row))),
        (_, true) => rows.sort_by_key(|row| key(row).map_or(u32::MAX, |number| number)),
    }
}

fn table_row(words: &Words, props: &Props, row: &Row, has_fiction: bool) -> Html {
    let country = row.country;
    let onclick = led(&props.on_choose, country);
    let known = props.picture.place(country);
    let members = row
        .members
        .map_or_else(|| words.t("map.few"), |number| words.number(number));
    html! {
        <tr>
            <th scope="row"><button type="button" class="row-button" {onclick}>{ place(words, country) }</button></th>
            <td>{ match (known, row.invitees) {
                (Some(known), _) => said::place_figure(words, known),
                (None, Some(number)) => words.number(number),
                (None, None) => words.t("map.dash"),
            } }</td>
            <td>{ if props.members.is_some() { members } else { words.t("map.dash") } }</td>
            if has_fiction {
                <td class="fiction">{ row.fiction.map_or_else(|| words.t("map.dash"), |number| words.number(number)) }</td>
            }
        </tr>
    }
}

/// Why there is no row.
fn why_empty(props: &Props, wanted: &str) -> &'static str {
    if !wanted.is_empty() {
        "map.no_match"
    } else if props.picture.is_zero_everywhere() {
        "shade.zero"
    } else {
        "map.no_rows"
    }
}

/// Sums of the columns of the rows that are shown, and what is known of all countries/regions together.
fn foot(words: &Words, props: &Props, rows: &[Row], has_fiction: bool) -> Html {
    let picture = &props.picture;
    let dash = || words.t("map.dash");
    let sum = |number: fn(&Row) -> Option<u32>| rows.iter().filter_map(number).sum::<u32>();
    let members = match props.members {
        Some(_) => words.number(sum(|row| row.members)),
        None => dash(),
    };
    let all = picture
        .all
        .as_ref()
        .map_or_else(dash, |all| said::place_figure(words, all));
    let places = || rows.iter().filter_map(|row| picture.place(row.country));
    let kind = PlaceFigure::least_sure(places());
    let is_at_least = places().any(|place| place.is_at_least);
    let mut total = said::invitees(words, sum(|row| row.invitees), kind, is_at_least);
    if kind != FigureKind::Plan {
        total = words.say(&Text::new("map.all_rows").with("number", total));
    }
    let fiction = said::invitees(words, sum(|row| row.fiction), FigureKind::Demo, false);
    html! {
        <tfoot>
            <tr>
                <th scope="row">{ words.t("map.sum") }</th>
                <td>{ total }</td>
                <td>{ members }</td>
                if has_fiction { <td class="fiction">{ fiction }</td> }
            </tr>
            <tr>
                <th scope="row">{ words.t("map.everywhere") }</th>
                <td>{ all }</td>
                <td>{ dash() }</td>
                if has_fiction { <td>{ dash() }</td> }
            </tr>
        </tfoot>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_english_name_is_found_with_plain_letters() {
        let names = include_str!("../../../../backend/data/countries.csv").lines().skip(1);
        for name in names.filter_map(|row| row.split(',').nth(5)) {
            assert!(plain(name).is_ascii(), "{name}");
        }
        assert_eq!(plain("Côte d’Ivoire"), "COTE D'IVOIRE");
    }
}
