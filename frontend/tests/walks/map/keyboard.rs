//! The map with the keyboard alone, from the start page to a person.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{DESKTOP, Page, walk, words};

/// What is said of the place that the arrows have come to.
const HEARD: &str = "return document.querySelector('.stage > [role=status]').textContent";

/// Waits until the arrows have come to a country/region.
async fn until_heard(page: &Page, name: &str) {
    let script = format!("{HEARD}.startsWith(`${{arguments[0]}}: `)");
    page.until(&format!("{name} is not heard"), &script, &[json!(name)])
        .await;
}

/// Presses an arrow until a country/region is reached.
async fn arrow_to(page: &Page, code: &str) {
    let codes = page.map_codes().await;
    let place = codes.iter().position(|known| known == code).unwrap();
    for passed in &codes[..=place] {
        page.key(Key::Right).await;
        until_heard(page, &page.name_of(passed).await).await;
    }
}

#[tokio::test]
async fn a_person_is_found_on_the_map_with_the_keyboard_alone() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/").await;
        page.tab_to("nav a[href='/map']").await;
        page.key(Key::Enter).await;
        page.until_at("/map").await;
        page.until_drawn().await;
        page.tab_to("#world").await;
        page.check_focus().await;
        arrow_to(page, "VN").await;
        page.key(Key::Enter).await;
        page.until_at("/map?country=VN").await;
        page.until_focused("map-card").await;
        page.key(Key::Tab).await;
        let link = page.js("return document.activeElement.textContent", &[]).await;
        assert_eq!(link, json!(words("map.people")));
        page.check_focus().await;
        page.key(Key::Enter).await;
        page.until_at("/directory?country=VN").await;
        page.keys("/").await;
        page.key(Key::Down).await;
        page.until_focused("member-0").await;
        let rows = page.rows().await;
        page.key(Key::Enter).await;
        page.until_at(&rows[0]).await;
    })
    .await;
}

#[tokio::test]
async fn arrows_go_round_the_world_and_escape_gives_the_choice_up() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let codes = page.map_codes().await;
        let (first, last) = (&codes[0], &codes[248]);
        page.tab_to("#world").await;
        for (key, code) in [
            (Key::Down, first),
            (Key::Up, last),
            (Key::Right, first),
            (Key::Left, last),
            (Key::Home, first),
            (Key::End, last),
        ] {
            page.key(key).await;
            until_heard(page, &page.name_of(code).await).await;
            page.until_card_of(code).await;
        }
        page.keys(" ").await;
        page.until_at(&format!("/map?country={}", codes[248])).await;
        page.until_focused("map-card").await;
        page.js("document.getElementById('world').focus()", &[]).await;
        page.at(".halo[d]").await;
        page.key(Key::Escape).await;
        page.until_at("/map").await;
        assert!(page.texts(".halo--chosen").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn escape_in_the_card_gives_the_choice_up_and_returns_to_the_map() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.tab_to("#world").await;
        arrow_to(page, "MN").await;
        page.key(Key::Enter).await;
        page.until_focused("map-card").await;
        page.key(Key::Escape).await;
        page.until_at("/map").await;
        page.until_focused("world").await;
    })
    .await;
}

#[tokio::test]
async fn the_card_shows_that_it_has_the_keyboard() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.tab_to("#world").await;
        arrow_to(page, "CN").await;
        page.key(Key::Enter).await;
        page.until_focused("map-card").await;
        assert!(page.check_focus().await);
    })
    .await;
}

#[tokio::test]
async fn plus_minus_and_zero_change_the_scale() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.tab_to("#world").await;
        page.keys("+").await;
        page.until_scale(1.6).await;
        page.keys("+").await;
        page.until_scale(2.56).await;
        page.keys("-").await;
        page.until_scale(1.6).await;
        let [_, left, top] = page.map_place().await;
        let arrows: String = [Key::Right, Key::Down].iter().map(Key::value).collect();
        let with_shift = page.driver.action_chain().key_down(Key::Shift).send_keys(arrows);
        with_shift.key_up(Key::Shift).perform().await.unwrap();
        let moved = page.map_place().await;
        assert!(
            moved[1] < left && moved[2] < top,
            "the map stands at {moved:?}, before at {left}, {top}"
        );
        page.keys("0").await;
        page.until_scale(1.0).await;
        page.keys("-").await;
        page.until_scale(1.0).await;
        assert_eq!(page.address().await, "/map", "where one looks is not in the address");
    })
    .await;
}

#[tokio::test]
async fn what_the_arrows_reach_is_in_sight_however_near_one_looks() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.tab_to("#world").await;
        page.keys("+++++").await;
        for code in ["CN", "MO"] {
            page.key(Key::Home).await;
            arrow_from_home(page, code).await;
            let inside = "const frame = document.getElementById('world').getBoundingClientRect(); \
                const halo = document.querySelector('.halo').getBoundingClientRect(); \
                return halo.right > frame.left && halo.left < frame.right \
                    && halo.bottom > frame.top && halo.top < frame.bottom";
            page.until(&format!("{code} is out of sight"), inside, &[]).await;
        }
    })
    .await;
}

async fn arrow_from_home(page: &Page, code: &str) {
    let codes = page.map_codes().await;
    let place = codes.iter().position(|known| known == code).unwrap();
    for _ in 0..place {
        page.key(Key::Right).await;
    }
    until_heard(page, &page.name_of(code).await).await;
}

#[tokio::test]
async fn tiles_have_the_same_arrows() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let codes = page.map_codes().await;
        page.visit_map("/map?form=tiles").await;
        page.tab_to(".tile").await;
        page.until_focused(&format!("tile-{}", codes[0])).await;
        page.check_focus().await;
        for code in &codes[1..12] {
            page.key(Key::Right).await;
            page.until_focused(&format!("tile-{code}")).await;
        }
        page.key(Key::Up).await;
        page.until_focused(&format!("tile-{}", codes[10])).await;
        page.key(Key::End).await;
        page.until_focused(&format!("tile-{}", codes[248])).await;
        page.key(Key::Right).await;
        page.until_focused(&format!("tile-{}", codes[0])).await;
        page.key(Key::Enter).await;
        page.until_at(&format!("/map?form=tiles&country={}", codes[0])).await;
        page.until_focused("map-card").await;
        page.js("document.querySelector('.tile[aria-pressed=true]').focus()", &[])
            .await;
        page.key(Key::Escape).await;
        page.until_at("/map?form=tiles").await;
        assert!(page.texts(".tile[aria-pressed=true]").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_legend_entry_under_the_keyboard_leaves_only_its_places_in_full_colour() {
    /// Codes of the places that are drawn in full, and whether any other is drawn pale.
    const FULL: &str = "const places = [...document.querySelectorAll('#world [data-code]')]; \
        const full = places.filter((place) => getComputedStyle(place).opacity === '1'); \
        return full.length > 0 && full.length < places.length \
            && full.every(({ dataset }) => dataset.shade === arguments[0]) \
            && places.every((place) => full.includes(place) || place.dataset.shade !== arguments[0])";
    const EVERYTHING: &str = "return !document.querySelector('[data-only]')";
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?scope=high_school&year=2017&illustration=false")
            .await;
        page.until(
            "no country is drawn",
            "return document.querySelector('#world [data-shade=\"3\"]')",
            &[],
        )
        .await;
        page.tab_to(".legend-entry").await;
        page.until(
            "only what has no figure should be drawn in full",
            FULL,
            &[json!("none")],
        )
        .await;
        page.check_focus().await;
        for _ in 0..4 {
            page.key(Key::Tab).await;
        }
        page.until("only hundreds should be drawn in full", FULL, &[json!("3")])
            .await;
        page.key(Key::Enter).await;
        page.tab_to("[type=range]").await;
        page.until("a pressed entry stays", FULL, &[json!("3")]).await;
        page.press_at(".legend-entry[aria-pressed=true]").await;
        page.tab_to("[type=range]").await;
        page.until("an entry that is left should free the others", EVERYTHING, &[])
            .await;
    })
    .await;
}
