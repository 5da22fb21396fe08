//! The map under a finger, on a phone.

use serde_json::json;
use shared::map::MapView;

use crate::support::{PHONE, PLACE, Page, Point, walk, words};

/// Where the dots are in the window, by code.
const DOTS: &str = "const drawn = document.querySelector('.world-land').getScreenCTM(); \
    return Object.fromEntries([...document.querySelectorAll('#world .dot')].map((dot) => { \
        const [x, y] = dot.querySelector('.dot-spot').getAttribute('d').match(/-?\\d+/gu).map(Number); \
        const point = new DOMPoint(x, y).matrixTransform(drawn); \
        return [dot.dataset.code, [point.x, point.y]]; \
    }))";
const FRAME: &str = "const { left, top, width, height } = document.getElementById('world').getBoundingClientRect(); \
    return [left, top, width, height]";
/// Half of the least size of what is touched, less two pixels.
const REACH: f64 = 10.0;

async fn dots(page: &Page) -> Vec<(String, Point)> {
    let dots: std::collections::BTreeMap<String, Point> = serde_json::from_value(page.js(DOTS, &[]).await).unwrap();
    dots.into_iter().collect()
}

fn apart(one: Point, other: Point) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// The point at a distance from a dot that is farthest from all other dots.
fn beside(code: &str, dots: &[(String, Point)]) -> Point {
    let at = dots.iter().find(|(known, _)| known == code).unwrap().1;
    let others: Vec<Point> = dots
        .iter()
        .filter(|(known, _)| known != code)
        .map(|(_, at)| *at)
        .collect();
    let room = |point: &Point| {
        let distances = others.iter().map(|other| apart(*point, *other));
        distances.fold(f64::INFINITY, f64::min)
    };
    let around = (0..16).map(|turn| {
        let angle = f64::from(turn) * std::f64::consts::TAU / 16.0;
        (at.0 + REACH * angle.cos(), at.1 + REACH * angle.sin())
    });
    around.max_by(|one, other| room(one).total_cmp(&room(other))).unwrap()
}

async fn frame(page: &Page) -> [f64; 4] {
    serde_json::from_value(page.js(FRAME, &[]).await).unwrap()
}

/// Somewhere in the southern ocean, where there is no land for a finger's width.
async fn sea(page: &Page) -> Point {
    let [left, top, width, height] = frame(page).await;
    (left + width * 0.72, top + height * 0.8)
}

/// Taps a point and waits for the country/region's card; the sea in between gives the choice up.
async fn tap_finds(page: &Page, code: &str, point: Point) {
    page.tap(point).await;
    page.until("nothing was chosen", "return location.search.includes('country=')", &[])
        .await;
    assert_eq!(
        page.address().await,
        format!("/map?country={code}"),
        "touched at {point:?}"
    );
    page.until_card_of(code).await;
    page.tap(sea(page).await).await;
    page.until_at("/map").await;
}

#[tokio::test]
async fn small_states_are_touched_within_a_fingers_width() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        let dots = dots(page).await;
        for code in ["PW", "MH", "TO"] {
            tap_finds(page, code, beside(code, &dots)).await;
        }
    })
    .await;
}

/// Where the own point of an area is in the window.
async fn own_point(page: &Page, code: &str) -> Point {
    let rows = include_str!("../../../map/world.txt").lines();
    let mut row = rows.filter_map(|row| row.strip_prefix(code)?.strip_prefix(' '));
    let words: Vec<i32> = row
        .next()
        .unwrap()
        .splitn(3, ' ')
        .take(2)
        .map(|word| word.parse().unwrap())
        .collect();
    let script = "const { x, y } = new DOMPoint(...arguments[0]) \
        .matrixTransform(document.querySelector('.world-land').getScreenCTM()); return [x, y]";
    serde_json::from_value(page.js(script, &[json!(words)]).await).unwrap()
}

#[tokio::test]
async fn countries_beside_dots_are_touched_where_they_are() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        // Beside Hong Kong, the Maldives, Brunei, Singapore, Luxembourg and San Marino.
        for code in ["TW", "VN", "LK", "PH", "MY", "DE", "IT"] {
            tap_finds(page, code, own_point(page, code).await).await;
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_dots_that_are_close_the_nearer_one_is_meant() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        let dots = dots(page).await;
        let wanted = ["PW", "TO", "MH", "WS", "FM", "TV", "SG", "KI", "BN", "NR", "HK", "MV"];
        let mut wrong = Vec::new();
        for code in wanted {
            let at = dots.iter().find(|(known, _)| known == code).unwrap().1;
            page.tap(at).await;
            page.until("nothing was chosen", "return location.search.includes('country=')", &[])
                .await;
            let found = page.address().await;
            if found != format!("/map?country={code}") {
                wrong.push(format!("{code} leads to {found}"));
            }
            page.tap(sea(page).await).await;
            page.until_at("/map").await;
        }
        assert!(wrong.is_empty(), "touched in their middle: {wrong:?}");
    })
    .await;
}

#[tokio::test]
async fn a_touched_country_shows_its_number_without_searching_for_it() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        let [left, top, width, height] = frame(page).await;
        page.tap((left + width * 0.36, top + height * 0.24)).await;
        page.until_at("/map?country=CN").await;
        // On a phone the card stands far below: what was touched is read without scrolling.
        let expected = page.expected(&MapView::from_query("country=CN")).await;
        let number = expected.line("CN".parse().unwrap());
        let seen = "const isSeen = (element) => { \
                const { top, bottom, left, right } = element.getBoundingClientRect(); \
                const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2); \
                return top >= 0 && bottom <= innerHeight && (element.contains(found) || found?.contains(element)); }; \
            const says = (element) => element.children.length === 0 && element.textContent.includes(arguments[0]); \
            return [...document.querySelectorAll('main *')].some((element) => says(element) && isSeen(element))";
        page.until("the number is out of sight", seen, &[json!(number)]).await;
    })
    .await;
}

#[tokio::test]
async fn two_fingers_zoom_and_one_moves_what_is_near() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        let [left, top, width, height] = frame(page).await;
        let (x, y) = (left + width / 2.0, top + height / 2.0);
        page.drag(&[((x - 20.0, y), (x - 60.0, y)), ((x + 20.0, y), (x + 60.0, y))])
            .await;
        // The first pixels decide whether it is a tap.
        let is_near = format!("const [scale] = (() => {{ {PLACE} }})(); return scale > 2 && scale < 3.2");
        page.until("two fingers do not zoom", &is_near, &[]).await;
        assert_eq!(page.scrolled().await, 0.0, "pinching does not scroll");
        let before = page.map_place().await;
        page.drag(&[((x, y), (x - 50.0, y - 60.0))]).await;
        let moved = "const [left, top] = arguments; \
            const drawn = document.querySelector('.world-drawing').getBoundingClientRect(); \
            const frame = document.getElementById('world').getBoundingClientRect(); \
            return Math.abs(drawn.left - frame.left - left) < 12 && Math.abs(drawn.top - frame.top - top) < 12";
        let wanted = [json!(before[1] - 50.0), json!(before[2] - 60.0)];
        page.until("one finger does not move the map that is near", moved, &wanted)
            .await;
        assert_eq!(page.scrolled().await, 0.0, "the finger moves the map and not the page");
        assert_eq!(page.address().await, "/map", "moving chooses nothing");
    })
    .await;
}

#[tokio::test]
async fn one_finger_on_the_whole_map_scrolls_the_page() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        let [left, top, width, height] = frame(page).await;
        let (x, y) = (left + width / 2.0, top + height / 2.0);
        page.drag(&[((x, y), (x, y - 150.0))]).await;
        page.until("the page does not scroll", "return window.scrollY > 80", &[])
            .await;
        let [scale, ..] = page.map_place().await;
        assert!((scale - 1.0).abs() < 0.01, "the map is {scale} times as large");
        assert_eq!(page.address().await, "/map", "scrolling chooses nothing");
    })
    .await;
}

#[tokio::test]
async fn two_taps_look_nearer() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        let at = sea(page).await;
        page.tap_twice(at).await;
        page.until_scale(1.6).await;
        page.press("button", &words("map.whole")).await;
        page.until_scale(1.0).await;
        page.press("button", &words("map.nearer")).await;
        page.until_scale(1.6).await;
    })
    .await;
}
