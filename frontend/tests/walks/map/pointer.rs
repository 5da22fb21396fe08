//! The map under a mouse: pointing shows, clicking chooses, the wheel belongs to the page.

use serde_json::{Value, json};

use crate::support::{DESKTOP, Page, Point, walk, words};

const CONTROL: u32 = 2;

/// What the mouse does somewhere.
pub(super) async fn mouse(page: &Page, kind: &str, (x, y): Point, more: Value) {
    let mut event = json!({ "type": kind, "x": x, "y": y });
    for (name, value) in more.as_object().unwrap() {
        event[name] = value.clone();
    }
    page.cdp("Input.dispatchMouseEvent", event).await;
}

/// A point well inside a country's land, with no dot near it.
async fn land(page: &Page, code: &str) -> Point {
    let script = "const path = document.querySelector(`path[data-code=${arguments[0]}]`); \
        const { left, top, width, height } = path.getBoundingClientRect(); \
        const land = (point) => document.elementsFromPoint(...point).find((element) => element.matches('path')); \
        const around = ([x, y]) => [[x, y], [x - 3, y], [x + 3, y], [x, y - 3], [x, y + 3]]; \
        const isNear = ([x, y]) => [...document.querySelectorAll('.dot-spot')].some((dot) => { \
            const box = dot.getBoundingClientRect(); \
            return Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y) < 14; \
        }); \
        for (let step = 0; step < 400; step += 1) { \
            const at = [left + width * ((step % 20) + 0.5) / 20, top + height * (Math.floor(step / 20) + 0.5) / 20]; \
            if (around(at).every((point) => land(point) === path) && !isNear(at)) return at; \
        } \
        return null";
    serde_json::from_value(page.js(script, &[json!(code)]).await).unwrap()
}

#[tokio::test]
async fn pointing_shows_a_country_and_leaving_shows_all_again() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        for code in ["IN", "BR"] {
            mouse(page, "mouseMoved", land(page, code).await, json!({})).await;
            page.until_card_of(code).await;
            page.at(".halo[d]").await;
        }
        mouse(page, "mouseMoved", (5.0, 5.0), json!({})).await;
        page.get("heading", &words("map.everywhere")).await;
        assert_eq!(page.address().await, "/map", "pointing chooses nothing");
    })
    .await;
}

#[tokio::test]
async fn a_click_chooses_and_leads_to_the_people() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let at = land(page, "IN").await;
        mouse(page, "mouseMoved", at, json!({})).await;
        for kind in ["mousePressed", "mouseReleased"] {
            mouse(page, kind, at, json!({ "button": "left", "clickCount": 1 })).await;
        }
        page.until_at("/map?country=IN").await;
        page.until_card_of("IN").await;
        page.press("link", &words("map.people")).await;
        page.until_at("/directory?country=IN").await;
        page.back().await;
        page.until_at("/map?country=IN").await;
        page.until_card_of("IN").await;
        page.press("link", &words("map.events")).await;
        page.until(
            "these are not the events of India",
            "return location.pathname === '/events' && new URLSearchParams(location.search).get('country') === 'IN'",
            &[],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn dragging_moves_the_map_and_chooses_nothing() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.press("button", &words("map.nearer")).await;
        page.until_scale(1.6).await;
        let [_, left, _] = page.map_place().await;
        let (x, y) = land(page, "CN").await;
        mouse(
            page,
            "mousePressed",
            (x, y),
            json!({ "button": "left", "clickCount": 1 }),
        )
        .await;
        for step in 1..=10 {
            let at = (x - 8.0 * f64::from(step), y);
            mouse(page, "mouseMoved", at, json!({ "button": "left", "buttons": 1 })).await;
        }
        mouse(
            page,
            "mouseReleased",
            (x - 80.0, y),
            json!({ "button": "left", "clickCount": 1 }),
        )
        .await;
        let moved = "const left = (selector) => document.querySelector(selector).getBoundingClientRect().left; \
            return Math.abs(left('.world-drawing') - left('#world') - arguments[0]) < 6";
        page.until("the map does not follow the mouse", moved, &[json!(left - 80.0)])
            .await;
        assert_eq!(page.address().await, "/map");
    })
    .await;
}

#[tokio::test]
async fn a_drag_that_ends_outside_the_map_has_ended() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.press("button", &words("map.nearer")).await;
        page.until_scale(1.6).await;
        let (x, y) = land(page, "CN").await;
        let outside = (x, 5.0);
        mouse(
            page,
            "mousePressed",
            (x, y),
            json!({ "button": "left", "clickCount": 1 }),
        )
        .await;
        mouse(page, "mouseMoved", outside, json!({ "button": "left", "buttons": 1 })).await;
        mouse(
            page,
            "mouseReleased",
            outside,
            json!({ "button": "left", "clickCount": 1 }),
        )
        .await;
        let before = page.map_place().await;
        for step in 0..5 {
            mouse(page, "mouseMoved", (x + 30.0 * f64::from(step), y), json!({})).await;
        }
        assert_eq!(page.map_place().await, before, "nothing is pressed any more");
    })
    .await;
}

#[tokio::test]
async fn the_wheel_scrolls_the_page_and_zooms_with_a_modifier_only() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let at = land(page, "CN").await;
        let turned = |modifiers: u32, down: f64| json!({ "deltaX": 0, "deltaY": down, "modifiers": modifiers });
        mouse(page, "mouseWheel", at, turned(CONTROL, -120.0)).await;
        page.until_scale(1.32).await;
        assert_eq!(page.scrolled().await, 0.0, "zooming does not scroll");
        mouse(page, "mouseWheel", at, turned(0, 200.0)).await;
        page.until("the wheel does not scroll the page", "return window.scrollY > 100", &[])
            .await;
        page.until_scale(1.32).await;
    })
    .await;
}

#[tokio::test]
async fn two_clicks_show_a_country_as_large_as_the_frame_allows() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let land = page.at("path[data-code=IN]").await;
        let at = self::land(page, "IN").await;
        // A tenth of a second apart, however long they take to get there.
        let now = page.moment().await;
        for (count, moment) in [(1, now), (2, now + 0.1)] {
            for kind in ["mousePressed", "mouseReleased"] {
                let more = json!({ "button": "left", "clickCount": count, "timestamp": moment });
                mouse(page, kind, at, more).await;
            }
        }
        let large = "const [land] = arguments; const { left, right, top, bottom } = land.getBoundingClientRect(); \
            const frame = document.getElementById('world').getBoundingClientRect(); \
            return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom \
                && bottom - top > frame.height / 2";
        page.until(
            "India is not in the middle of the frame",
            large,
            &[land.to_json().unwrap()],
        )
        .await;
    })
    .await;
}
