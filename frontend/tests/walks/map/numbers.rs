//! Map, table and card against what the server says, choice by choice: the same numbers everywhere.

use std::collections::BTreeMap;

use shared::codes::Role;
use shared::fields::{COUNTRIES, CountryCode};
use shared::map::{FigureKind, MapLayer, MapView, PlaceFigure};

use super::choices;
use crate::support::{DESKTOP, Expected, Page, Shown, choice, grouped, said, say, walk, words};

/// Rows of the table by code, and the two rows of its foot.
type Cells = (BTreeMap<String, Vec<String>>, Vec<Vec<String>>);

/// The sum of some rows in words: as sure as the least sure of them.
pub(super) fn sum(places: &[PlaceFigure]) -> String {
    let sum = PlaceFigure {
        country: None,
        invitees: places.iter().map(|place| place.invitees).sum(),
        is_at_least: places.iter().any(|place| place.is_at_least),
        kind: PlaceFigure::least_sure(places),
        figures: Vec::new(),
    };
    match sum.kind {
        FigureKind::Plan => said(&sum),
        _ => words("map.all_rows").replace("{number}", &said(&sum)),
    }
}

/// What the table has to show.
fn cells(expected: &Expected) -> Cells {
    let dash = || words("map.dash");
    let has_fiction = !expected.fiction.is_empty();
    let row = |index: usize| {
        let country = CountryCode::from_index(index).unwrap();
        let (place, members) = (expected.place(country), expected.members_of(country));
        let fiction = expected.fiction.get(&country);
        if place.is_none() && members.is_none() && fiction.is_none() {
            return None;
        }
        let unknown = || if expected.is_zero() { grouped(0) } else { dash() };
        let mut cells = vec![
            place.map_or_else(unknown, said),
            members.map_or_else(|| words("map.few"), grouped),
        ];
        cells.extend(has_fiction.then(|| fiction.map_or_else(dash, |number| grouped(*number))));
        Some((country.code().to_owned(), cells))
    };
    let list = &expected.list;
    let mut sums = vec![sum(&list.places), grouped(expected.members.sum)];
    let mut all = vec![list.all.as_ref().map_or_else(dash, said), dash()];
    if has_fiction {
        // A sum of its own, never a part of the other one.
        sums.push(say("map.fictional", expected.fiction.values().sum()));
        all.push(dash());
    }
    ((0..COUNTRIES.len()).filter_map(row).collect(), vec![sums, all])
}

pub(super) fn check_table(expected: &Expected, shown: &Shown) -> Result<(), String> {
    let caption = choice(&expected.view, expected.last);
    if shown.caption != caption {
        return Err(format!("the table is of {} and not of {caption}", shown.caption));
    }
    let (rows, foot) = cells(expected);
    for code in rows.keys().chain(shown.rows.keys()) {
        let (wanted, found) = (rows.get(code), shown.rows.get(code));
        if wanted != found {
            return Err(format!("the row of {code} is {found:?} and not {wanted:?}"));
        }
    }
    if shown.foot != foot {
        return Err(format!("the foot is {:?} and not {foot:?}", shown.foot));
    }
    Ok(())
}

async fn check_tables(page: &Page, views: impl Iterator<Item = MapView>) {
    for view in views {
        let expected = page.visit_expected(&view).await;
        page.go_to_numbers().await;
        page.until_shown(|shown| check_table(&expected, &shown)).await;
        // The map says the same after the numbers under it have come.
        page.until_shown(|shown| expected.check_shades(&shown)).await;
    }
}

#[tokio::test]
async fn map_and_table_say_what_the_server_says() {
    walk(DESKTOP, async |page: &Page| check_tables(page, choices(false)).await).await;
}

#[tokio::test]
async fn an_illustration_is_striped_fills_gaps_only_and_is_never_added() {
    walk(DESKTOP, async |page: &Page| check_tables(page, choices(true)).await).await;
}

#[tokio::test]
async fn members_here_are_coloured_and_listed_as_the_server_counts_them() {
    walk(DESKTOP, async |page: &Page| {
        let queries = [
            "",
            "&year=2019",
            "&scope=high_school",
            "&year=2016&scope=open_application",
        ];
        let views = queries.map(|query| MapView::from_query(&["layer=members", query].concat()));
        check_tables(page, views.into_iter()).await;
    })
    .await;
}

#[tokio::test]
async fn members_see_more_members_than_visitors_until_they_leave() {
    walk(DESKTOP, async |page: &Page| {
        let view = MapView::from_query("layer=members");
        let visitors = page.visit_expected(&view).await.members.sum;
        page.become_role(Role::Member).await;
        let members = page.visit_expected(&view).await.members.sum;
        assert!(members > visitors, "members see {members}, visitors {visitors}");
        page.press_at("[popovertarget=account-menu]").await;
        page.press("button", &words("account.sign_out")).await;
        page.get("link", &words("account.sign_in")).await;
        // What was counted for the member is not remembered.
        page.back().await;
        page.until_drawn().await;
        let expected = page.expected(&view).await;
        assert_eq!(expected.members.sum, visitors);
        page.until_shown(|shown| expected.check_shades(&shown)).await;
    })
    .await;
}

#[tokio::test]
async fn without_an_illustration_nothing_is_striped_and_no_column_speaks_of_it() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_whole_map("/map?illustration=false").await;
        let striped = page.texts("#world [data-shade^=demo], .legend-entry [data-shade=demo], .fiction");
        assert_eq!(striped.await, Vec::<String>::new());
        page.press("checkbox", &illustration_label()).await;
        page.until_at("/map?illustration=true").await;
        page.at("#world [data-shade^=demo]").await;
        page.at(".legend-entry [data-shade=demo]").await;
        page.at(".fiction").await;
        // Who looks at members sees no invented ones.
        page.visit_whole_map("/map?illustration=true&layer=members").await;
        assert!(page.texts("#world [data-shade^=demo], .fiction").await.is_empty());
        assert!(!page.has("checkbox", &illustration_label()).await);
    })
    .await;
}

fn illustration_label() -> String {
    [words("map.show_illustration"), words("map.fiction")].concat()
}

#[tokio::test]
async fn the_card_of_a_country_says_what_the_server_says() {
    walk(DESKTOP, async |page: &Page| {
        // Nothing known, a part of it, one figure, a plan, members only.
        for code in ["CN", "IN", "TW", "PW", "BR", "SE"] {
            let country: CountryCode = code.parse().unwrap();
            for query in [
                "",
                "year=2014&scope=open_application_first_selection",
                "year=2017",
                "year=2020",
                "layer=members",
                "layer=members&year=2019",
                "illustration=false",
            ] {
                let view = MapView {
                    country: Some(country),
                    ..MapView::from_query(query)
                };
                let expected = page.visit_expected(&view).await;
                page.until_shown(|shown| check_card(&expected, country, &shown)).await;
            }
        }
    })
    .await;
}

/// The card has the published number, else the fictional one with its badge, and the members.
fn check_card(expected: &Expected, country: CountryCode, shown: &Shown) -> Result<(), String> {
    let is_fictional = expected.place(country).is_none() && !expected.is_zero();
    let fiction = expected.fiction.get(&country).filter(|_| is_fictional);
    let number = match (expected.place(country), fiction) {
        (Some(place), _) => said(place),
        (None, Some(number)) => say("map.fictional", *number),
        (None, None) if expected.is_zero() => grouped(0),
        (None, None) => words("map.nothing"),
    };
    let badge = fiction.map_or_else(String::new, |_| words("map.illustration"));
    let choice = choice(&expected.view, expected.last);
    // In the layer of members they are the number, and stand nowhere else.
    let wanted = match expected.view.layer {
        MapLayer::Members => [String::new(), expected.people(country), choice, String::new()],
        MapLayer::Figures => [badge, number, choice, expected.people(country)],
    };
    if shown.card != wanted {
        return Err(format!("the card of {country} is {:?} and not {wanted:?}", shown.card));
    }
    Ok(())
}

#[tokio::test]
async fn all_together_are_said_where_nothing_is_chosen() {
    walk(DESKTOP, async |page: &Page| {
        for view in choices(false).chain([MapView::from_query("layer=members")]) {
            let expected = page.visit_expected(&view).await;
            let all = expected.list.all.as_ref();
            let number = match all {
                _ if view.layer == MapLayer::Members => expected.people_here(),
                Some(all) => said(all),
                None => words("map.nothing"),
            };
            let wanted = [String::new(), number, choice(&view, expected.last), String::new()];
            let same = |shown: Shown| match shown.card == wanted {
                true => Ok(()),
                false => Err(format!("the card is {:?} and not {wanted:?}", shown.card)),
            };
            page.until_shown(same).await;
        }
    })
    .await;
}
