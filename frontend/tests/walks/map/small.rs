//! The small map of the start page: real figures, no illustration, and the way to the whole map.

use shared::map::MapView;
use thirtyfour::prelude::*;

use crate::support::{DESKTOP, PHONE, Page, Size, said, walk, words};

async fn check_small_map(size: Size) {
    walk(size, async |page: &Page| {
        page.visit_whole_home().await;
        let expected = page.expected(&MapView::from_query("illustration=false")).await;
        page.until_shown(|shown| expected.check_shades(&shown)).await;
        let all = said(expected.list.all.as_ref().unwrap());
        let line = page.texts("#home-map .small-map-line").await.concat();
        assert!(line.contains(&all), "the line under it is {line}");
        let source = page.texts("#home-map .figure-source").await.concat();
        assert!(source.contains("SSP brochure"), "the number's source is {source}");
        page.press("link", &words("map.open")).await;
        page.until_at("/map").await;
        page.until_drawn().await;
    })
    .await;
}

#[tokio::test]
async fn the_start_page_has_a_small_map_of_published_figures() {
    check_small_map(DESKTOP).await;
}

#[tokio::test]
async fn a_phone_has_the_small_map_too() {
    check_small_map(PHONE).await;
}

#[tokio::test]
async fn the_small_map_tells_of_what_is_pointed_at() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_whole_home().await;
        page.js("document.getElementById('world').focus()", &[]).await;
        page.key(Key::Right).await;
        let expected = page.expected(&MapView::from_query("illustration=false")).await;
        let first = page.map_codes().await[0].clone();
        let line = format!(
            "{}: {}",
            page.name_of(&first).await,
            expected.line(first.parse().unwrap())
        );
        page.get("text", &line).await;
        assert_eq!(page.address().await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_small_map_plays_its_years() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_whole_home().await;
        page.press("button", &words("map.play")).await;
        super::years::until_year(page, "FY2014").await;
        page.press("button", &words("map.pause")).await;
        page.get("button", &words("map.play")).await;
        let expected = page
            .expected(&MapView::from_query("year=2014&illustration=false"))
            .await;
        page.until_shown(|shown| expected.check_shades(&shown)).await;
        let all = said(expected.list.all.as_ref().unwrap());
        let line = page.texts("#home-map .small-map-line").await.concat();
        assert!(
            line.contains("FY2014") && line.contains(&all),
            "the line under it is {line}"
        );
        assert_eq!(page.address().await, "/");
    })
    .await;
}
