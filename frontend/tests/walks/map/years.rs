//! The slider of years: by hand, by keys, played; and what a year without a number says.

use serde_json::json;
use shared::map::MapView;
use thirtyfour::prelude::*;

use crate::support::{DESKTOP, PHONE, Page, Size, choice, say, walk, words};

const SLIDER: &str = ".year-bar input[type=range]";

/// Waits until the bar says a year.
pub(super) async fn until_year(page: &Page, year: &str) {
    let script = "return document.querySelector('.year-now').textContent === arguments[0]";
    page.until(&format!("the year is not {year}"), script, &[json!(year)])
        .await;
}

/// Waits until the map has the colours of a choice.
pub(super) async fn until_coloured(page: &Page, query: &str) {
    let expected = page.expected(&MapView::from_query(query)).await;
    page.until_shown(|shown| expected.check_shades(&shown)).await;
}

#[tokio::test]
async fn arrows_move_the_slider_and_the_address_follows() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.js(&format!("document.querySelector('{SLIDER}').focus()"), &[])
            .await;
        page.key(Key::Right).await;
        page.until_at("/map?year=2014").await;
        until_year(page, "FY2014").await;
        page.key(Key::Right).await;
        page.until_at("/map?year=2015").await;
        until_coloured(page, "year=2015").await;
        page.key(Key::End).await;
        page.until_at("/map?year=2024").await;
        until_year(page, "FY2024").await;
        page.key(Key::Home).await;
        page.until_at("/map").await;
        until_year(page, &words("map.all_years")).await;
        let said = page.at(SLIDER).await.attr("aria-valuetext").await.unwrap();
        assert_eq!(said, Some(words("map.all_years")));
        // The years that were gone through are one step of the history.
        page.back().await;
        page.until_at("/map?year=2024").await;
        until_coloured(page, "year=2024").await;
        page.back().await;
        page.until_at("/map").await;
        until_year(page, &words("map.all_years")).await;
    })
    .await;
}

#[tokio::test]
async fn the_years_are_played_to_the_last_one() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?year=2021&illustration=false").await;
        page.press("button", &words("map.play")).await;
        for year in ["FY2022", "FY2023", "FY2024"] {
            until_year(page, year).await;
        }
        page.until_at("/map?year=2024&illustration=false").await;
        page.get("button", &words("map.play")).await;
        until_coloured(page, "year=2024&illustration=false").await;
        // From the end it begins anew.
        page.press("button", &words("map.play")).await;
        until_year(page, "FY2014").await;
        page.press("button", &words("map.pause")).await;
        page.get("button", &words("map.play")).await;
    })
    .await;
}

#[tokio::test]
async fn a_paused_play_leaves_its_year_in_the_address() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.press("button", &words("map.play")).await;
        until_year(page, "FY2014").await;
        until_coloured(page, "year=2014").await;
        assert_eq!(page.address().await, "/map", "the address waits until the play rests");
        until_year(page, "FY2015").await;
        page.press("button", &words("map.pause")).await;
        let rests = "return document.querySelector('.year-now').textContent.replace('FY', '/map?year=') \
            === location.pathname + location.search && location.search";
        let at = page.until("the address has another year", rests, &[]).await;
        until_coloured(page, at.as_str().unwrap().trim_start_matches('?')).await;
        page.back().await;
        page.until_at("/map").await;
        until_year(page, &words("map.all_years")).await;
    })
    .await;
}

#[tokio::test]
async fn a_year_without_a_total_says_so_and_names_what_is_known_together() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?year=2017").await;
        let note = page.at(".year-note").await.text().await.unwrap();
        let expected = page.expected(&MapView::from_query("year=2017")).await;
        assert!(expected.list.all.is_none(), "the walk needs a year without a total");
        let this = choice(&expected.view, expected.last);
        let missing = words("map.no_total").replace("{choice}", &this);
        assert!(note.contains(&missing), "the note is {note}");
        let years = words("map.years").replace("{from}", "FY2017").replace("{to}", "FY2018");
        let choice = words("map.choice").replace("{years}", &years);
        let choice = choice.replace("{scope}", &words("scope.all"));
        let together = say("map.together", 13_690).replace("{choice}", &choice);
        assert!(note.contains(&together), "the note is {note}");
    })
    .await;
}

#[tokio::test]
async fn the_sum_of_plans_is_said_to_be_planned() {
    walk(DESKTOP, async |page: &Page| {
        let query = "year=2014&scope=open_application_first_selection";
        page.visit_map(&format!("/map?{query}")).await;
        let expected = page.expected(&MapView::from_query(query)).await;
        let planned = say("map.planned", expected.list.sum);
        let note = page.at(".year-note").await.text().await.unwrap();
        assert!(
            note.contains(&words("map.by_place").replace("{number}", &planned)),
            "the note is {note}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_years_without_invitations_say_why_they_are_zero() {
    walk(DESKTOP, async |page: &Page| {
        for year in ["2020", "2021"] {
            page.visit_map(&format!("/map?year={year}")).await;
            page.get("text", &words("map.no_invitations")).await;
            let (zero, nothing) = ("zero".to_owned(), String::new());
            let shown = page.until_shown(|shown| match shown.shades.values().all(|shade| *shade == zero) {
                true => Ok(shown),
                false => Err(format!("{year} is not zero everywhere")),
            });
            let shown = shown.await;
            assert_eq!(shown.card[..2], [nothing, "0".into()], "the card of {year}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_notes_name_every_year_whose_total_was_not_found() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let mut missing = Vec::new();
        let last = page.expected(&MapView::default()).await.last.get();
        for year in 2014..=last {
            let expected = page.expected(&MapView::from_query(&format!("year={year}"))).await;
            if expected.list.all.is_none_or(|all| all.is_at_least) {
                missing.push(format!("FY{year}"));
            }
        }
        assert!(missing.contains(&"FY2017".to_owned()), "{missing:?}");
        page.go_to_numbers().await;
        let years = missing.join(&words("list.separator"));
        page.get("text", &words("map.missing_years").replace("{years}", &years))
            .await;
    })
    .await;
}

/// What is under the finger stays there, however much is said about a year.
async fn check_steady(size: Size) {
    walk(size, async |page: &Page| {
        page.visit_map("/map").await;
        page.js(
            "document.querySelector('.year-play').scrollIntoView({ block: 'end' })",
            &[],
        )
        .await;
        let place = "return Math.round(document.querySelector('.year-play').getBoundingClientRect().top + scrollY)";
        let before = page.js(place, &[]).await;
        for year in 2014..=2024 {
            page.choose(SLIDER, &(year - 2013).to_string()).await;
            page.until_at(&format!("/map?year={year}")).await;
            until_year(page, &format!("FY{year}")).await;
            assert_eq!(page.js(place, &[]).await, before, "the button in FY{year}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_slider_stays_where_it_is_while_the_years_change() {
    check_steady(DESKTOP).await;
}

#[tokio::test]
async fn the_slider_of_a_phone_stays_where_it_is_while_the_years_change() {
    check_steady(PHONE).await;
}

#[tokio::test]
async fn a_phone_shows_the_map_while_its_years_are_played() {
    walk(PHONE, async |page: &Page| {
        page.visit_map("/map").await;
        page.press("button", &words("map.play")).await;
        until_year(page, "FY2015").await;
        let seen = "const { top, bottom } = document.getElementById('world').getBoundingClientRect(); \
            return Math.min(bottom, innerHeight) - Math.max(top, 0) > (bottom - top) / 2";
        page.until("the map is out of sight", seen, &[]).await;
        page.press("button", &words("map.pause")).await;
    })
    .await;
}
