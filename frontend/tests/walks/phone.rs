//! The same on a phone: facets in a sheet, settings in another, four entries within reach of the thumb.

use serde_json::json;
use shared::directory::{Facet, MemberFilter};
use thirtyfour::prelude::*;

use crate::support::{PHONE, Page, digits, walk, words};

const INSIDE: &str = "const dialog = document.querySelector('dialog[open]'); \
    return Boolean(dialog?.contains(document.activeElement))";
const CLOSED: &str = "return !document.querySelector('dialog[open]')";
const OPENER: &str = "#open-filters button";

fn vietnam() -> MemberFilter {
    let named = MemberFilter {
        q: "nguyen".into(),
        ..MemberFilter::default()
    };
    named.toggled(Facet::Country, "VN")
}

#[tokio::test]
async fn a_phone_narrows_the_list_in_a_sheet() {
    walk(PHONE, async |page: &Page| {
        page.visit("/directory?q=nguyen").await;
        page.press_at(OPENER).await;
        page.until("the sheet does not take the keyboard", INSIDE, &[]).await;
        page.get("heading", &words("directory.filters")).await;
        page.press_at("input[name=sheet-country][value=VN]").await;
        let expected = page.until_shows(&vietnam()).await;
        page.compare_counts(&expected, "sheet").await;
        page.press_at("input[name=sheet-fiscal_year][value='2019']").await;
        let expected = page.until_shows(&vietnam().toggled(Facet::FiscalYear, "2019")).await;
        let done = page.at("dialog[open] footer button").await.text().await.unwrap();
        assert_eq!(
            digits(&done),
            Some(expected.total),
            "the button says what is behind the sheet"
        );
        page.press("button", &done).await;

        page.until("the sheet stays open", CLOSED, &[]).await;
        assert_eq!(page.address().await, "/directory?q=nguyen&country=VN&fiscal_year=2019");
        let remove = words("directory.remove");
        let year = remove.replace("{name}", "FY2019");
        page.get("button", &remove.replace("{name}", "Vietnam")).await;
        page.press("button", &year).await;
        page.until_shows(&vietnam()).await;
        assert!(!page.has("button", &year).await, "the chip is gone with its filter");
    })
    .await;
}

#[tokio::test]
async fn a_sheet_is_left_with_escape_and_the_keyboard_returns_to_its_button() {
    walk(PHONE, async |page: &Page| {
        page.visit("/directory").await;
        page.press_at(OPENER).await;
        page.until("the sheet does not take the keyboard", INSIDE, &[]).await;
        page.key(Key::Escape).await;
        page.until("Escape does not close the sheet", CLOSED, &[]).await;
        let returned = "return document.activeElement === document.querySelector(arguments[0])";
        page.until("the keyboard is lost", returned, &[json!(OPENER)]).await;
        assert_eq!(page.address().await, "/directory");
        page.press_at(OPENER).await;
        page.press("button", &words("dialog.close")).await;
        page.until("the button does not close the sheet", CLOSED, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn a_profile_on_a_phone_leads_back_to_the_list() {
    walk(PHONE, async |page: &Page| {
        page.visit("/directory?q=nguyen&country=VN").await;
        let rows = page.rows().await;
        page.press_at("#member-8").await;
        page.until_at(&rows[8]).await;
        page.press("link", &words("profile.back")).await;
        page.until_at("/directory?q=nguyen&country=VN").await;
        assert_eq!(page.rows().await, rows);
        let in_sight = "const { top, bottom } = document.getElementById('member-8').getBoundingClientRect(); \
            return top >= 0 && bottom <= innerHeight";
        page.until("the row that was opened is out of sight", in_sight, &[])
            .await;
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_touched_is_large_enough() {
    /// WCAG 2.2 asks for 24 px; the design asks for 44 px of everything that stands alone.
    const SMALL: &str = "return [...document.querySelectorAll('button, a[href], input, select, summary')] \
        .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, .skip-link, dialog:not([open])')) \
        .map((element) => (element.matches('input[type=checkbox], input[type=radio]') && element.closest('label')) || element) \
        .filter((element) => getComputedStyle(element).display !== 'inline') \
        .map((element) => [element.getBoundingClientRect(), element]) \
        .filter(([box]) => box.width > 0 && (box.height < 24 || box.width < 24)) \
        .map(([box, element]) => `${Math.round(box.width)}x${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`)";
    walk(PHONE, async |page: &Page| {
        for path in ["/", "/directory?country=VN", "/sign-in"] {
            page.visit(path).await;
            assert_eq!(page.js(SMALL, &[]).await, json!([]), "too small at {path}");
        }
        for path in ["/map?country=PW", "/map?form=tiles"] {
            page.visit_whole_map(path).await;
            assert_eq!(page.js(SMALL, &[]).await, json!([]), "too small at {path}");
        }
        page.visit("/directory").await;
        page.press_at(OPENER).await;
        page.until("the sheet does not take the keyboard", INSIDE, &[]).await;
        assert_eq!(page.js(SMALL, &[]).await, json!([]), "too small in the sheet");
    })
    .await;
}
