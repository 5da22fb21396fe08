//! Light, dark, or as the device says; never a flash of the other one.

use serde_json::json;
use shared::words::Text;

use crate::support::{DESKTOP, Language, Page, walk};

/// How bright the page's ground is, from 0 to 255.
const BRIGHTNESS: &str = "const canvas = document.createElement('canvas').getContext('2d'); \
    canvas.fillStyle = [document.body, document.documentElement] \
        .map((element) => getComputedStyle(element).backgroundColor) \
        .find((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? 'white'; \
    canvas.fillRect(0, 0, 1, 1); \
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data; \
    return (red + green + blue) / 3";

/// Notes theme and ground as soon as the document is read, which is before the program runs.
const NOTE: &str = "document.addEventListener('readystatechange', () => { \
    if (document.readyState !== 'interactive') return; \
    window.first = { theme: document.documentElement.dataset.theme, isMounted: Boolean(document.getElementById('main')) }; \
})";

async fn brightness(page: &Page) -> f64 {
    page.js(BRIGHTNESS, &[]).await.as_f64().unwrap()
}

/// What the button says when it leads from one theme to the next.
fn button(now: &'static str, next: &'static str) -> String {
    let words = Language::English.words();
    let text = Text::new("theme.button")
        .with("now", words.t(now))
        .with("next", words.t(next));
    words.say(&text).to_string()
}

#[tokio::test]
async fn the_dark_theme_is_chosen_and_is_there_from_the_first_moment() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/directory").await;
        let light = brightness(page).await;
        assert!(light > 200.0, "the light ground is {light}");
        page.press("button", &button("theme.system", "theme.light")).await;
        page.press("button", &button("theme.light", "theme.dark")).await;
        page.get("button", &button("theme.dark", "theme.system")).await;
        page.until_quiet().await;
        let dark = brightness(page).await;
        assert!(dark < 60.0, "the dark ground is {dark}");

        page.before_every_page(NOTE).await;
        page.reload().await;
        let first = page.js("return window.first", &[]).await;
        assert_eq!(
            first,
            json!({ "theme": "dark", "isMounted": false }),
            "what was there first"
        );
        assert_eq!(brightness(page).await, dark);
        page.get("button", &button("theme.dark", "theme.system")).await;

        page.cut_off(&["*.wasm"]).await;
        page.go("/").await;
        assert_eq!(
            brightness(page).await,
            dark,
            "the ground before the program has arrived"
        );
    })
    .await;
}

#[tokio::test]
async fn without_a_choice_the_theme_is_the_devices() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/").await;
        for (scheme, is_dark) in [("dark", true), ("light", false)] {
            let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.cdp("Emulation.setEmulatedMedia", features).await;
            let ground = brightness(page).await;
            assert_eq!(ground < 60.0, is_dark, "{scheme}: the ground is {ground}");
        }
    })
    .await;
}
