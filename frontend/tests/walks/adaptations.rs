//! What the device may ask for: forced colours, less motion, a very narrow or a zoomed page.

use serde_json::{Value, json};

use crate::support::{DESKTOP, Language, PHONE, Page, Screen, Size, stage, walk, words};

/// How many things move for longer than a moment.
const MOVING: &str = "return document.getAnimations() \
    .map((animation) => animation.effect.getComputedTiming()) \
    .filter((timing) => timing.activeDuration > 20).length";

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
        return [...document.querySelectorAll('.button--primary, [aria-current=page], .chip, input:not([type=checkbox], [type=radio], [type=range]), select, \
            .segment:has(:checked), .legend-entry[aria-pressed=true], .tile[aria-pressed=true]')] \
            .filter((element) => element.checkVisibility() && !isMarked(element)) \
            .map((element) => element.outerHTML.slice(0, 140))";
    walk(DESKTOP, async |page: &Page| {
        emulate(page, "forced-colors", "active").await;
        for (path, name) in [
            ("/", "home"),
            ("/directory?country=VN", "directory"),
            ("/sign-in", "sign-in"),
            ("/map?country=IN", "map"),
            ("/map?form=tiles&country=IN", "map-tiles"),
        ] {
            page.visit(path).await;
            if path.starts_with("/map") {
                page.until_drawn().await;
            }
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
async fn the_map_does_not_glide_where_less_motion_is_wanted() {
    walk(DESKTOP, async |page: &Page| {
        emulate(page, "prefers-reduced-motion", "reduce").await;
        page.visit_map("/map").await;
        page.press("button", &words("map.nearer")).await;
        page.until_scale(1.6).await;
        assert_eq!(page.js(MOVING, &[]).await, json!(0), "the map moves");
        page.press("button", &words("map.play")).await;
        let plays = "return document.querySelector('.year-now').textContent === 'FY2014'";
        page.until("the years are not played", plays, &[]).await;
        assert_eq!(page.js(MOVING, &[]).await, json!(0), "the colours move");
    })
    .await;
}

#[tokio::test]
async fn forced_colours_leave_the_maps_colours_as_they_are() {
    /// The colours of a few places and of the legend's entries that stand for them.
    const COLOURS: &str = "const paint = (selector) => getComputedStyle(document.querySelector(selector)); \
        return [paint('path[data-code=CN]').fill, paint('path[data-code=KR]').fill, \
            paint('.legend-colour[data-shade=\"5\"]').backgroundColor, paint('.legend-colour[data-shade=\"3\"]').backgroundColor]";
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        page.at("#world [data-shade='5']").await;
        let before = page.js(COLOURS, &[]).await;
        emulate(page, "forced-colors", "active").await;
        let forced = page.js(COLOURS, &[]).await;
        assert_eq!(forced, before, "colours are what the map says");
        assert_eq!(
            (&forced[0], &forced[1]),
            (&forced[2], &forced[3]),
            "the legend has those of the map"
        );
        assert_ne!(forced[0], forced[1], "what differs looks different");
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
