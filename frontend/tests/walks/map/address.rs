//! The address holds every choice: it can be sent, reloaded, and gone back from.

use serde_json::{Value, json};
use shared::map::{MapForm, MapLayer, MapView};

use crate::support::{DESKTOP, Page, http_get, stage, walk, words};

/// What the controls show.
const CHOSEN: &str = "const checked = (name) => document.querySelector(`input[name=${name}]:checked`).value; \
    return [document.getElementById('scope').value, checked('map-layer'), checked('map-form'), \
        document.querySelector('.map-illustration input')?.checked ?? null, \
        document.querySelector('.year-bar input').value]";

async fn until_chosen(page: &Page, wanted: Value) {
    let script = format!("return JSON.stringify((() => {{ {CHOSEN} }})()) === JSON.stringify(arguments[0])");
    page.until(&format!("the controls are not {wanted}"), &script, &[wanted])
        .await;
}

#[tokio::test]
async fn the_maps_address_is_answered_without_a_detour() {
    for address in ["/map", "/map?year=2017&country=VN"] {
        let answer = http_get(stage().server.port(), address).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{address}: {answer:.160}");
    }
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        assert_eq!(page.address().await, "/map");
    })
    .await;
}

#[tokio::test]
async fn every_choice_stands_in_the_address_and_can_be_taken_back() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        until_chosen(page, json!(["all", "figures", "world", true, "0"])).await;
        page.choose("#scope", "high_school").await;
        page.until_at("/map?scope=high_school").await;
        page.press(
            "checkbox",
            &[words("map.show_illustration"), words("map.fiction")].concat(),
        )
        .await;
        page.until_at("/map?scope=high_school&illustration=false").await;
        page.choose(".year-bar input", "4").await;
        page.until_at("/map?scope=high_school&year=2017&illustration=false")
            .await;
        page.press("radio", &words(MapForm::Tiles.key())).await;
        page.until_at("/map?scope=high_school&year=2017&form=tiles&illustration=false")
            .await;
        page.press_at("#tile-MN").await;
        let figures = "/map?scope=high_school&year=2017&form=tiles&illustration=false&country=MN";
        page.until_at(figures).await;
        page.press("radio", &words(MapLayer::Members.key())).await;
        let whole = "/map?scope=high_school&year=2017&layer=members&form=tiles&illustration=false&country=MN";
        page.until_at(whole).await;
        let chosen = json!(["high_school", "members", "tiles", null, "4"]);
        until_chosen(page, chosen.clone()).await;

        page.reload().await;
        until_chosen(page, chosen).await;
        page.at("#tile-MN[aria-pressed=true]").await;
        page.until_card_of("MN").await;

        page.back().await;
        page.until_at(figures).await;
        until_chosen(page, json!(["high_school", "figures", "tiles", false, "4"])).await;
        for address in [
            "/map?scope=high_school&year=2017&form=tiles&illustration=false",
            "/map?scope=high_school&year=2017&illustration=false",
            "/map?scope=high_school&illustration=false",
            "/map?scope=high_school",
            "/map",
        ] {
            page.back().await;
            page.until_at(address).await;
        }
        until_chosen(page, json!(["all", "figures", "world", true, "0"])).await;
        page.until_drawn().await;
        page.get("heading", &words("map.everywhere")).await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_nobody_knows_still_shows_the_map() {
    walk(DESKTOP, async |page: &Page| {
        for query in [
            "scope=nobody&year=1999&layer=none&form=globe&illustration=perhaps&country=XX",
            "scope=&year=&country=",
            "year=20170&country=vn%20&utm_source=mail",
        ] {
            page.visit_map(&["/map", query].join("?")).await;
            until_chosen(page, json!(["all", "figures", "world", true, "0"])).await;
            let expected = page.expected(&MapView::default()).await;
            page.until_shown(|shown| expected.check_shades(&shown)).await;
            page.get("heading", &words("map.everywhere")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_year_that_has_not_come_yet_shows_all_years() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?year=2031&illustration=false").await;
        page.until_shown(|shown| match shown.card[1].contains("42,652") {
            true => Ok(()),
            false => Err("the card does not tell of all years".into()),
        })
        .await;
        // Slider and words say the same year.
        let now = page.texts(".year-now").await.concat();
        let slider = "const { value } = document.querySelector('.year-bar input'); \
            return value === '0' ? null : `FY${2013 + Number(value)}`";
        let slider = page.js(slider, &[]).await;
        let said = slider.as_str().map_or_else(|| words("map.all_years"), String::from);
        assert_eq!(now, said, "what the slider shows");
    })
    .await;
}
