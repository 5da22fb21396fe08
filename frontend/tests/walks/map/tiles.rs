//! The same as tiles: every country/region as large as the others, with the same colours, numbers and order.

use std::collections::BTreeMap;

use serde_json::json;
use shared::fields::CountryCode;
use shared::map::{FigureKind, MapForm, MapLayer, MapView};
use thirtyfour::prelude::*;

use super::choices;
use crate::support::{CARD_SEEN, DESKTOP, Expected, PHONE, Page, Shown, Size, walk, words};

/// Numbers as short as a tile: the browser's own way.
async fn short(page: &Page, expected: &Expected, shown: &Shown) -> BTreeMap<String, String> {
    let numbers: BTreeMap<&String, Option<u32>> = shown
        .tiles
        .keys()
        .map(|code| (code, expected.number(code.parse().unwrap()).map(|(number, _)| number)))
        .collect();
    let script = "const short = new Intl.NumberFormat('en', { notation: 'compact' }); \
        return Object.fromEntries(Object.entries(arguments[0]) \
            .map(([code, number]) => [code, number === null ? '' : short.format(number)]))";
    serde_json::from_value(page.js(script, &[json!(numbers)]).await).unwrap()
}

/// A short number with the sign for how sure it is.
fn signed(expected: &Expected, country: CountryCode, number: &str) -> String {
    let published = expected
        .place(country)
        .filter(|_| expected.view.layer == MapLayer::Figures);
    match published.map(|place| (place.kind, place.is_at_least)) {
        Some((FigureKind::Plan, _)) => format!("({number})"),
        Some((FigureKind::Approximate, true)) => format!("≥~{number}"),
        Some((FigureKind::Approximate, false)) => format!("~{number}"),
        Some((_, true)) => format!("≥{number}"),
        _ => number.into(),
    }
}

fn check_tiles(expected: &Expected, short: &BTreeMap<String, String>, shown: &Shown) -> Result<(), String> {
    expected.check_shades(shown)?;
    for (code, (_, number, label)) in &shown.tiles {
        let country: CountryCode = code.parse().unwrap();
        let wanted = signed(expected, country, &short[code]);
        if *number != wanted {
            return Err(format!("the tile of {code} says {number} and not {wanted}"));
        }
        let line = expected.line(country);
        if !label.ends_with(&format!(": {line}")) {
            return Err(format!("the tile of {code} is read as {label} and not as {line}"));
        }
    }
    Ok(())
}

async fn check(page: &Page, view: MapView) {
    let expected = page
        .visit_expected(&MapView {
            form: MapForm::Tiles,
            ..view
        })
        .await;
    let shown = page.shown().await;
    let short = short(page, &expected, &shown).await;
    page.until_shown(|shown| check_tiles(&expected, &short, &shown)).await;
}

#[tokio::test]
async fn tiles_have_the_colours_and_numbers_of_the_map() {
    walk(DESKTOP, async |page: &Page| {
        for view in choices(false) {
            check(page, view).await;
        }
    })
    .await;
}

#[tokio::test]
async fn tiles_show_illustration_and_members_like_the_map() {
    walk(DESKTOP, async |page: &Page| {
        for view in choices(true).chain(["layer=members", "layer=members&year=2019"].map(MapView::from_query)) {
            check(page, view).await;
        }
    })
    .await;
}

#[tokio::test]
async fn map_and_tiles_have_everybody_in_the_same_order() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?country=PW").await;
        let codes = page.map_codes().await;
        let known: std::collections::BTreeSet<&String> = codes.iter().collect();
        assert_eq!((codes.len(), known.len()), (249, 249), "each once");
        page.press("radio", &words(MapForm::Tiles.key())).await;
        page.until_at("/map?form=tiles&country=PW").await;
        page.at("#tile-PW[aria-pressed=true]").await;
        let script = "return [...document.querySelectorAll('.tile')].map(({ id }) => id.replace('tile-', ''))";
        let tiles: Vec<String> = serde_json::from_value(page.js(script, &[]).await).unwrap();
        assert_eq!(tiles, codes);
        page.press("radio", &words(MapForm::World.key())).await;
        page.until_at("/map?country=PW").await;
        let expected = page.expected(&MapView::from_query("country=PW")).await;
        page.until_shown(|shown| expected.check_shades(&shown)).await;
    })
    .await;
}

/// Chooses a tile and wants to read what it stands for.
async fn check_card_in_sight(size: Size, code: &str) {
    walk(size, async |page: &Page| {
        page.visit_map("/map?form=tiles").await;
        page.press_at(&format!("#tile-{code}")).await;
        page.until_at(&format!("/map?form=tiles&country={code}")).await;
        page.until_card_of(code).await;
        page.until("the card of the chosen tile is out of sight", CARD_SEEN, &[])
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_chosen_tile_has_its_card_in_sight() {
    // Far below where the card begins.
    check_card_in_sight(DESKTOP, "CO").await;
}

#[tokio::test]
async fn a_touched_tile_has_its_card_in_sight() {
    // Far above all other tiles.
    check_card_in_sight(PHONE, "CN").await;
}

#[tokio::test]
async fn escape_in_the_card_returns_to_the_tile_that_led_there() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?form=tiles").await;
        page.press_at("#tile-MN").await;
        page.until_focused("map-card").await;
        page.key(Key::Escape).await;
        page.until_at("/map?form=tiles").await;
        page.until_focused("tile-MN").await;
        // From there the keyboard goes on.
        let codes = page.map_codes().await;
        let place = codes.iter().position(|code| code == "MN").unwrap();
        page.key(Key::Right).await;
        page.until_focused(&format!("tile-{}", codes[place + 1])).await;
    })
    .await;
}
