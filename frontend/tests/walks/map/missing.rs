//! Files of the page that cannot be had: the map goes without what they hold, and says so.

use serde_json::json;
use shared::map::MapView;

use crate::support::{DESKTOP, Expected, Page, Server, Shown, said, walk_on, words};

const MEMBERS: u32 = 2_000;

/// Every published figure stands in the table.
fn check_rows(expected: &Expected, shown: &Shown) -> Result<(), String> {
    for place in &expected.list.places {
        let code = place.country.unwrap().code();
        let cell = shown.rows.get(code).and_then(|cells| cells.first());
        if cell != Some(&said(place)) {
            return Err(format!("the row of {code} says {cell:?} and not {}", said(place)));
        }
    }
    Ok(())
}

#[tokio::test]
async fn without_the_shapes_the_page_says_why_there_is_no_map_and_keeps_its_numbers() {
    let server = Server::start_without("/world-", "shapeless", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        page.go("/map?scope=high_school&year=2017").await;
        page.get_like("any", &words("map.no_shapes")).await;
        page.go_to_numbers().await;
        let expected = page.expected(&MapView::from_query("scope=high_school&year=2017")).await;
        page.until_shown(|shown| check_rows(&expected, &shown)).await;
        assert_eq!(page.shown().await.charts.len(), 2, "parts of the world are not known");
        assert!(page.has("link", &words("map.save_csv")).await);
        assert!(
            !page.has("button", &words("map.save_svg")).await,
            "there is nothing to draw"
        );
        // The years go on, too.
        page.choose(".year-bar input", "0").await;
        page.until_at("/map?scope=high_school").await;

        server.complete().unwrap();
        page.press("button", &words("failure.retry")).await;
        page.until_drawn().await;
        let expected = page.expected(&MapView::from_query("scope=high_school")).await;
        page.until_shown(|shown| expected.check_shades(&shown)).await;
        assert!(!page.has("any", &words("map.no_shapes")).await);
    })
    .await;
}

#[tokio::test]
async fn without_the_shapes_what_is_chosen_has_its_card() {
    let server = Server::start_without("/world-", "bare", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        page.go("/map").await;
        page.go_to_numbers().await;
        page.press_at("tbody tr:has([data-code=BD]) .row-button").await;
        page.until_at("/map?country=BD").await;
        page.until_card_of("BD").await;
        page.get("link", &words("map.events")).await;
        // The start page goes without its map, too.
        page.go("/").await;
        page.js("document.getElementById('home-map').scrollIntoView()", &[])
            .await;
        page.at("#home-map [role=alert]").await;
        page.at("#home-map .year-bar").await;
        server.complete().unwrap();
        page.press("button", &words("failure.retry")).await;
        page.at("#home-map .world-land").await;
    })
    .await;
}

#[tokio::test]
async fn tiles_that_cannot_be_fetched_are_tried_again() {
    let server = Server::start_without("parts/numbers-*.wasm", "tileless", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        page.go("/map?form=tiles").await;
        page.at(".map-page [role=alert]").await;
        server.complete().unwrap();
        page.press("button", &words("failure.retry")).await;
        page.at("#tile-PW").await;
    })
    .await;
}

#[tokio::test]
async fn numbers_that_come_into_sight_by_themselves_are_fetched_without_scrolling() {
    let server = Server::start_without("/world-", "short", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        // Where the map is missing, what stands under it moves up.
        page.visit("/map").await;
        page.at("#map-numbers .figures-table").await;
    })
    .await;
}

#[tokio::test]
async fn numbers_that_cannot_be_fetched_are_tried_again() {
    let server = Server::start_without("parts/numbers-*.wasm", "numberless", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.js("document.getElementById('map-numbers').scrollIntoView()", &[])
            .await;
        page.at("#map-numbers [role=alert]").await;
        page.until_quiet().await;
        assert_eq!(page.shown().await.shades.len(), 249, "the map itself stays");
        server.complete().unwrap();
        page.press("button", &words("failure.retry")).await;
        page.at("#map-numbers .figures-table").await;
        page.until(
            "the message stays",
            "return !document.querySelector('#map-numbers [role=alert]')",
            &[],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_map_that_cannot_be_fetched_is_tried_again() {
    check_retry("parts/map-*.wasm", "mapless").await;
}

#[tokio::test]
async fn a_pack_of_small_parts_that_cannot_be_fetched_is_tried_again() {
    check_retry("parts/small.map-*.bin", "packless").await;
}

/// Opens the map without a file that its code needs, and again when that has come.
async fn check_retry(missing: &str, name: &str) {
    let server = Server::start_without(missing, name, MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        page.go("/map").await;
        page.at("main [role=alert]").await;
        server.complete().unwrap();
        page.press("button", &words("failure.retry")).await;
        page.until_drawn().await;
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_away_is_said_and_tried_again() {
    let mut server = Server::start("map-outage", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.cut_off(&["*/api/map/*"]).await;
        page.go("/map").await;
        page.get_like("any", &words("failure.offline")).await;
        page.cut_off(&[]).await;
        page.press("button", &words("failure.retry")).await;
        page.until_drawn().await;
        // What is here already stays when the server goes away.
        let before = page.shown().await.shades;
        server.stop();
        page.choose(".year-bar input", "1").await;
        page.until_at("/map?year=2014").await;
        page.choose(".year-bar input", "0").await;
        page.until_at("/map").await;
        page.until(
            "the colours are gone",
            "return document.querySelectorAll('#world [data-shade=\"none\"]').length < 249",
            &[],
        )
        .await;
        assert_eq!(json!(page.shown().await.shades), json!(before));
    })
    .await;
}
