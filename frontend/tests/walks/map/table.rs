//! The table under the map: sorted, searched, and the way back to the card.

use shared::map::{MapLayer, MapView};

use super::numbers::check_table;
use crate::support::{CARD_SEEN, DESKTOP, Page, walk, words};

#[tokio::test]
async fn the_table_is_sorted_searched_and_leads_to_the_card() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_whole_map("/map?scope=high_school&year=2017").await;
        let expected = page.expected(&MapView::from_query("scope=high_school&year=2017")).await;
        page.until_shown(|shown| check_table(&expected, &shown)).await;
        let sources = page.texts(".map-table > .figure-source").await.concat();
        for source in expected.sources() {
            assert!(sources.contains(&source), "{source} is not named: {sources}");
        }
        let names = "tbody .place-name";
        assert_eq!(page.texts(names).await[..2], ["China", "India"], "the most come first");
        page.press("button", &words("map.place")).await;
        page.until(
            "names are not in order",
            "const names = [...document.querySelectorAll('tbody .place-name')] \
            .map((name) => name.textContent); \
            return names.every((name, place) => place === 0 || names[place - 1].localeCompare(name, 'en') <= 0)",
            &[],
        )
        .await;
        page.fill(".map-table-search input", "marshall").await;
        page.until(
            "the search finds something else",
            "return document.querySelectorAll('.figures-table tbody tr').length === 1",
            &[],
        )
        .await;
        let found = expected.place("MH".parse().unwrap()).unwrap();
        let sum = super::numbers::sum(std::slice::from_ref(found));
        let foot = page.texts(".figures-table tfoot td").await;
        assert_eq!(foot[0], sum, "the sum is of the rows that are shown");
        page.press_at(".figures-table tbody .row-button").await;
        page.until_at("/map?scope=high_school&year=2017&country=MH").await;
        page.until_focused("map-card").await;
        page.until_card_of("MH").await;
        page.fill(".map-table-search input", "atlantis").await;
        page.get("text", &words("map.no_match")).await;
    })
    .await;
}

#[tokio::test]
async fn the_layer_of_members_says_which_numbers_it_shows() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.press("radio", &words(MapLayer::Members.key())).await;
        page.until_at("/map?layer=members").await;
        let expected = page.expected(&MapView::from_query("layer=members")).await;
        page.until_shown(|shown| expected.check_shades(&shown)).await;
        let legend = page.texts(".legend-entry").await;
        assert!(legend.contains(&words("shade.few")), "{legend:?}");
        assert!(
            !legend.contains(&words("shade.zero")),
            "nobody knows whether there are none: {legend:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_finds_the_table_before_it_is_there_and_brings_it() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        // Where it begins just below the window, the next step of the keyboard is this.
        page.at("#map-numbers[tabindex='0']").await;
        assert!(page.texts(".figures-table").await.is_empty(), "it is there already");
        page.get("any", &words("map.table")).await;
        page.js("document.getElementById('map-numbers').focus()", &[]).await;
        page.at(".figures-table").await;
        page.until_focused("map-numbers").await;
        page.tab_to(".map-table-search input").await;
    })
    .await;
}

#[tokio::test]
async fn a_row_that_is_pressed_brings_its_card_into_sight() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.go_to_numbers().await;
        page.press_at("tbody tr:has([data-code=BD]) .row-button").await;
        page.until_at("/map?country=BD").await;
        page.until_card_of("BD").await;
        page.until("what was chosen is out of sight", CARD_SEEN, &[]).await;
    })
    .await;
}
