//! One thing changes while another goes on: what is shown belongs to what was chosen last.

use serde_json::{Value, json};
use shared::map::{MapForm, MapLayer};
use thirtyfour::prelude::*;

use super::pointer::mouse;
use super::years::{until_coloured, until_year};
use crate::support::{DESKTOP, Page, Point, walk, words};

const SLIDER: &str = ".year-bar input[type=range]";

/// Waits until the card tells of what was chosen, and not of what passes.
async fn until_at_rest(page: &Page) {
    let rests = "return !document.querySelector('#map-card').hasAttribute('data-passing')";
    page.until("something still passes in front of the card", rests, &[])
        .await;
}

#[tokio::test]
async fn what_is_chosen_in_the_table_is_told_although_the_keyboard_had_reached_something_else() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_whole_map("/map").await;
        page.tab_to("#world").await;
        page.key(Key::Right).await;
        let first = page.map_codes().await[0].clone();
        page.until_card_of(&first).await;
        page.press_at("tbody tr:has([data-code=BD]) .row-button").await;
        page.until_at("/map?country=BD").await;
        page.until_card_of("BD").await;
        page.press("link", &words("map.people")).await;
        page.until_at("/directory?country=BD").await;
    })
    .await;
}

#[tokio::test]
async fn escape_gives_up_what_the_arrows_have_reached() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let codes = page.map_codes().await;
        page.tab_to("#world").await;
        page.key(Key::Right).await;
        page.until_card_of(&codes[0]).await;
        page.key(Key::Escape).await;
        page.get("heading", &words("map.everywhere")).await;
        page.key(Key::Right).await;
        page.until_card_of(&codes[1]).await;
    })
    .await;
}

/// Where a place of the slider is in the window.
async fn place(page: &Page, place: u32) -> Point {
    let script = "const [selector, place] = arguments; const slider = document.querySelector(selector); \
        const { left, top, width, height } = slider.getBoundingClientRect(); const thumb = height; \
        return [left + thumb / 2 + (width - thumb) * place / slider.max, top + height / 2]";
    serde_json::from_value(page.js(script, &[json!(SLIDER), json!(place)]).await).unwrap()
}

/// What the left button does somewhere.
async fn press(page: &Page, kind: &str, at: Point, buttons: u32) {
    let more = json!({ "button": "left", "buttons": buttons, "clickCount": 1 });
    mouse(page, kind, at, more).await;
}

#[tokio::test]
async fn a_hand_that_ends_where_it_began_leaves_nothing_in_front_of_the_card() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?year=2017").await;
        let [there, beside] = [place(page, 4).await, place(page, 6).await];
        press(page, "mousePressed", there, 1).await;
        press(page, "mouseMoved", beside, 1).await;
        until_year(page, "FY2019").await;
        press(page, "mouseMoved", there, 1).await;
        until_year(page, "FY2017").await;
        // Outside of the slider, as hands do.
        press(page, "mouseReleased", (there.0, there.1 + 40.0), 0).await;
        until_at_rest(page).await;
        assert_eq!(page.address().await, "/map?year=2017");
        until_coloured(page, "year=2017").await;
    })
    .await;
}

#[tokio::test]
async fn a_colour_that_another_layer_does_not_have_hides_nothing_there() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.press_at(".legend-entry[data-code=zero]").await;
        page.at(".stage-drawing[data-only=zero]").await;
        page.press("radio", &words(MapLayer::Members.key())).await;
        page.until_at("/map?layer=members").await;
        page.at(".stage-drawing:not([data-only])").await;
    })
    .await;
}

/// Plays the years until one is shown, makes another choice, and wants everything in that year.
async fn check_end(page: &Page, radio: &str, query: &str) {
    page.visit_map("/map?year=2015").await;
    page.press("button", &words("map.play")).await;
    until_year(page, "FY2017").await;
    until_coloured(page, "year=2017").await;
    page.press("radio", radio).await;
    page.get("button", &words("map.play")).await;
    let year: Value = page
        .until(
            "the year is not in the address",
            "return new URLSearchParams(location.search).get('year') !== '2015' \
                && new URLSearchParams(location.search).get('year')",
            &[],
        )
        .await;
    let year = year.as_str().unwrap();
    until_year(page, &["FY", year].concat()).await;
    until_coloured(page, &[query, "&year=", year].concat()).await;
    until_at_rest(page).await;
    let caption = page.texts(".map-card-choice").await.concat();
    assert!(caption.contains(&["FY", year].concat()), "the card is of {caption}");
}

#[tokio::test]
async fn another_form_ends_the_play_in_its_year() {
    walk(DESKTOP, async |page: &Page| {
        check_end(page, &words(MapForm::Tiles.key()), "form=tiles").await;
    })
    .await;
}

#[tokio::test]
async fn another_layer_ends_the_play_in_its_year() {
    walk(DESKTOP, async |page: &Page| {
        check_end(page, &words(MapLayer::Members.key()), "layer=members").await;
    })
    .await;
}

#[tokio::test]
async fn members_that_cannot_be_counted_are_not_those_of_another_year() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_whole_map("/map?layer=members").await;
        page.cut_off(&["*/api/map/members*"]).await;
        page.choose(SLIDER, "6").await;
        page.until_at("/map?year=2019&layer=members").await;
        page.get_like("any", &words("failure.offline")).await;
        page.at(".stage-drawing[data-waiting]").await;
        let numbers = page.texts(".figures-table tbody td:nth-child(3)").await;
        assert!(numbers.iter().all(|number| *number == words("map.dash")), "{numbers:?}");
        page.cut_off(&[]).await;
        page.press("button", &words("failure.retry")).await;
        until_coloured(page, "layer=members&year=2019").await;
        page.at(".stage-drawing:not([data-waiting])").await;
    })
    .await;
}
