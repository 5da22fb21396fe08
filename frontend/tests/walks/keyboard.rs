//! Everything with the keyboard alone, and always seeing where it is.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{DESKTOP, Page, walk, words};

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
        page.check_focus().await;
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
        for path in ["/", "/directory", "/map", "/sign-in"] {
            page.visit(path).await;
            page.key(Key::Tab).await;
            let text = page.js("return document.activeElement.textContent", &[]).await;
            assert_eq!(text, json!(words("nav.skip")), "the first stop of {path}");
            page.check_focus().await;
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
        for path in [
            "/",
            "/directory?q=nguyen&country=VN",
            "/map?country=VN",
            "/map?form=tiles",
            "/sign-in",
        ] {
            page.visit(path).await;
            for _ in 0..40 {
                page.key(Key::Tab).await;
                if !page.check_focus().await {
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
