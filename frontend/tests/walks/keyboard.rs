//! Everything with the keyboard alone, and always seeing where it is.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{DESKTOP, Page, walk, words};

/// Whether an outline or a shadow stands around what has the keyboard, or around the row that it stands for.
const SEEN: &str = "const element = document.activeElement; \
    const isMarked = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) \
        || style.boxShadow !== 'none'; \
    const around = [element, element.closest('li'), element.closest('label'), element.closest('form')].filter(Boolean); \
    const isSeen = around.some((one) => [null, '::before', '::after'].some((part) => isMarked(getComputedStyle(one, part)))); \
    const { top, bottom, left, right, width } = element.getBoundingClientRect(); \
    const isThere = width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth; \
    return { what: element.outerHTML.slice(0, 160), isSeen, isThere, isBody: element === document.body }";

#[tokio::test]
async fn somebody_is_found_and_opened_with_the_keyboard_alone() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/directory").await;
        page.keys("/").await;
        page.until_focused("search").await;
        page.keys("nguyen").await;
        page.until(
            "the search is not in the address",
            "return location.search === '?q=nguyen'",
            &[],
        )
        .await;
        page.until_quiet().await;
        page.key(Key::Down).await;
        page.until_focused("member-0").await;
        page.key(Key::Down).await;
        page.key(Key::Down).await;
        page.until_focused("member-2").await;
        page.key(Key::Up).await;
        page.until_focused("member-1").await;
        check_focus(page).await;
        page.key(Key::End).await;
        page.until_focused("member-19").await;
        page.key(Key::Home).await;
        page.until_focused("member-0").await;
        let rows = page.rows().await;
        page.key(Key::Enter).await;
        page.until_at(&rows[0]).await;

        page.back().await;
        page.until_at("/directory?q=nguyen").await;
        page.keys("/").await;
        page.until_focused("search").await;
        page.key(Key::Down).await;
        page.until_focused("member-0").await;
        page.key(Key::Escape).await;
        page.until_focused("search").await;
        let typed = page.at("#search").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("nguyen"), "Escape in a row only leads back");
    })
    .await;
}

#[tokio::test]
async fn the_first_stop_skips_to_the_content() {
    walk(DESKTOP, async |page: &Page| {
        for path in ["/", "/directory", "/sign-in"] {
            page.visit(path).await;
            page.key(Key::Tab).await;
            let text = page.js("return document.activeElement.textContent", &[]).await;
            assert_eq!(text, json!(words("nav.skip")), "the first stop of {path}");
            check_focus(page).await;
            page.key(Key::Enter).await;
            page.until_focused("main").await;
            assert_eq!(page.address().await, path, "skipping does not lead elsewhere");
        }
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_is_seen_at_every_stop() {
    walk(DESKTOP, async |page: &Page| {
        for path in ["/", "/directory?q=nguyen&country=VN", "/sign-in"] {
            page.visit(path).await;
            for _ in 0..40 {
                page.key(Key::Tab).await;
                if !check_focus(page).await {
                    break;
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn suggestions_are_chosen_with_arrows() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/").await;
        page.keys("/").await;
        page.until_focused("search").await;
        page.keys("nguyen").await;
        page.until(
            "nobody is suggested",
            "return document.querySelectorAll('[role=option]').length > 3",
            &[],
        )
        .await;
        page.key(Key::Down).await;
        page.key(Key::Down).await;
        let active = "const id = document.getElementById('search').getAttribute('aria-activedescendant'); \
            const option = id && document.getElementById(id); \
            return option?.getAttribute('aria-selected') === 'true' && option.id.endsWith('-1')";
        page.until("the second suggestion is not the active one", active, &[])
            .await;
        page.key(Key::Escape).await;
        page.until(
            "Escape does not close them",
            "return !document.querySelector('[role=option]')",
            &[],
        )
        .await;
        page.key(Key::Down).await;
        page.key(Key::Enter).await;
        page.until(
            "Enter opens nobody",
            "return location.pathname.startsWith('/members/')",
            &[],
        )
        .await;
    })
    .await;
}

/// Checks that what has the keyboard can be seen; tells whether anything of the page has it.
async fn check_focus(page: &Page) -> bool {
    let focus = page.js(SEEN, &[]).await;
    if focus["isBody"] == json!(true) {
        return false;
    }
    assert_eq!(focus["isThere"], json!(true), "outside the window: {}", focus["what"]);
    assert_eq!(
        focus["isSeen"],
        json!(true),
        "nothing shows that the keyboard is here: {}",
        focus["what"]
    );
    true
}
