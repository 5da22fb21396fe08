//! One thing changes while another goes on: what is shown belongs to what was chosen last.

use serde_json::{Value, json};
use shared::map::{MapForm, MapLayer, MapView};
use thirtyfour::prelude::*;

use super::years::until_year;
use crate::support::{DESKTOP, Page, Point, walk, words};

const SLIDER: &str = ".year-bar input[type=range]";

/// Waits until the card tells of what was chosen, and not of what passes.
async fn until_at_rest(page: &Page) {
    let rests = "return !document.querySelector('#map-card').hasAttribute('data-passing')";
    page.until("something still passes in front of the card", rests, &[])
        .await;
}

async fn until_colours(page: &Page, query: &str) {
    let expected = page.expected(&MapView::from_query(query)).await;
    page.until_shown(|shown| expected.check_shades(&shown)).await;
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

async fn mouse(page: &Page, kind: &str, (x, y): Point) {
    let pressed = if kind == "mouseReleased" { 0 } else { 1 };
    let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": pressed, "clickCount": 1 });
    page.cdp("Input.dispatchMouseEvent", event).await;
}

#[tokio::test]
async fn a_hand_that_ends_where_it_began_leaves_nothing_in_front_of_the_card() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?year=2017").await;
        let [there, beside] = [place(page, 4).await, place(page, 6).await];
        mouse(page, "mousePressed", there).await;
        mouse(page, "mouseMoved", beside).await;
        until_year(page, "FY2019").await;
        mouse(page, "mouseMoved", there).await;
        until_year(page, "FY2017").await;
        // Outside of the slider, as hands do.
        mouse(page, "mouseReleased", (there.0, there.1 + 40.0)).await;
        until_at_rest(page).await;
        assert_eq!(page.address().await, "/map?year=2017");
        until_colours(page, "year=2017").await;
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
    until_colours(page, "year=2017").await;
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
    until_colours(page, &[query, "&year=", year].concat()).await;
    until_at_rest(page).await;
    let caption = page.texts(".map-card-choice").await.concat();
    assert!(caption.contains(&["FY", year].concat()), "the card is of {caption}");
}

#[tokio::test]
async fn another_form_ends_the_play_in_its_year() {
    walk(DESKTOP, async |page: &Page| {
        check_end(page, &words(MapForm::Tiles.key()), "form=tiles").await
    })
    .await;
}

#[tokio::test]
async fn another_layer_ends_the_play_in_its_year() {
    walk(DESKTOP, async |page: &Page| {
        check_end(page, &words(MapLayer::Members.key()), "layer=members").await
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
        until_colours(page, "layer=members&year=2019").await;
        page.at(".stage-drawing:not([data-waiting])").await;
    })
    .await;
}
