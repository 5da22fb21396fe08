//! What the device may ask for: forced colours, less motion, a very narrow or a zoomed page.

use serde_json::{Value, json};

use crate::support::{DESKTOP, Language, PHONE, Page, Screen, Size, stage, walk};

async fn emulate(page: &Page, feature: &str, value: &str) {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    page.cdp("Emulation.setEmulatedMedia", features).await;
}

#[tokio::test]
async fn forced_colours_leave_everything_recognisable() {
    /// Buttons and boxes that only a colour told apart: without a border, an outline, an underline or a picture.
    const BARE: &str = "const isMarked = (element) => { const style = getComputedStyle(element); \
            return (style.borderStyle !== 'none' && parseFloat(style.borderBlockEndWidth) > 0) \
                || style.outlineStyle !== 'none' || style.textDecorationLine !== 'none' || element.querySelector('svg'); }; \
        return [...document.querySelectorAll('.button--primary, [aria-current=page], .chip, input:not([type=checkbox]), select')] \
            .filter((element) => element.checkVisibility() && !isMarked(element)) \
            .map((element) => element.outerHTML.slice(0, 140))";
    walk(DESKTOP, async |page: &Page| {
        emulate(page, "forced-colors", "active").await;
        for (path, name) in [
            ("/", "home"),
            ("/directory?country=VN", "directory"),
            ("/sign-in", "sign-in"),
        ] {
            page.visit(path).await;
            let bare = page.js(BARE, &[]).await;
            page.picture(DESKTOP, &stage().screens.join(format!("{name}-forced-colours.png")))
                .await;
            page.resize(DESKTOP).await;
            assert_eq!(bare, json!([]), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn less_motion_means_none() {
    const MOVING: &str = "return document.getAnimations() \
        .map((animation) => animation.effect.getComputedTiming()) \
        .filter((timing) => timing.activeDuration > 20).length";
    walk(PHONE, async |page: &Page| {
        emulate(page, "prefers-reduced-motion", "reduce").await;
        page.visit("/directory").await;
        page.js("document.querySelector('#open-filters button').click()", &[])
            .await;
        page.at("dialog[open] fieldset").await;
        assert_eq!(page.js(MOVING, &[]).await, json!(0), "the sheet moves");
        page.visit("/").await;
        page.cut_off(&["*/api/members*"]).await;
        page.go("/directory").await;
        assert_eq!(page.js(MOVING, &[]).await, json!(0), "the skeleton moves");
    })
    .await;
}

#[tokio::test]
async fn a_page_of_320_pixels_is_read_without_scrolling_sideways() {
    fits_everywhere(320, 640, |_| true).await;
}

#[tokio::test]
async fn a_page_at_twice_the_size_is_read_without_scrolling_sideways() {
    fits_everywhere(720, 450, |screen| !screen.is_phones()).await;
}

async fn fits_everywhere(width: u32, height: u32, is_wanted: impl Fn(Screen) -> bool) {
    const WIDE: &str = "const excess = document.documentElement.scrollWidth - arguments[0]; \
        if (excess <= 0) return null; \
        return [excess, [...document.body.querySelectorAll('*')] \
            .filter((element) => element.getBoundingClientRect().right > arguments[0] + 1) \
            .slice(0, 4).map((element) => element.outerHTML.slice(0, 140))]";
    let size = Size {
        width,
        height,
        is_phone: false,
    };
    walk(size, async |page: &Page| {
        let mut wrong: Vec<String> = Vec::new();
        let look = async |screen: Screen| {
            let wide = page.js(WIDE, &[json!(width)]).await;
            if wide != Value::Null {
                let file = stage().screens.join(format!("{}-{width}.png", screen.name()));
                page.picture(size, &file).await;
                page.resize(size).await;
                wrong.push(format!("{}: {wide:#}", screen.name()));
            }
        };
        page.every_screen(Language::English, is_wanted, look).await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}
