//! The drawing itself: nothing is torn, and the smallest states are there.

use serde_json::{Value, json};

use crate::support::{DESKTOP, PHONE, Page, Size, walk};

const LONGEST: &str = include_str!("longest.js");

/// Width and height of an outline in parts of the map.
const EXTENT: &str = "const [code] = arguments; const drawing = document.querySelector('.world-land').viewBox.baseVal; \
    const land = document.querySelector(`#world [data-code=${code}]`); \
    const { width, height } = (land.matches('path') ? land : land.querySelector('.land')).getBBox(); \
    return [width / drawing.width, height / drawing.height]";

/// What of a country/region can be seen inside the frame: the size of its box, or of its dot.
const VISIBLE: &str = "const [code] = arguments; \
    const frame = document.getElementById('world').getBoundingClientRect(); \
    const land = document.querySelector(`#world [data-code=${code}]`); \
    const spot = land.querySelector('.dot-spot'); \
    const box = (spot ?? land).getBoundingClientRect(); \
    const size = spot ? parseFloat(getComputedStyle(spot).strokeWidth) : Math.max(box.width, box.height); \
    const isInside = box.left >= frame.left - 1 && box.right <= frame.right + 1 \
        && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1; \
    const paint = getComputedStyle(spot ?? land)[spot ? 'stroke' : 'fill']; \
    return isInside && paint !== 'none' && paint !== 'rgba(0, 0, 0, 0)' ? size : 0";

#[tokio::test]
async fn no_outline_is_torn_across_the_map() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map").await;
        let longest = page.js(LONGEST, &[]).await;
        let longest = longest.as_object().unwrap();
        assert_eq!(longest.len(), 249);
        let length = |length: &Value| length.as_f64().unwrap();
        let streaks: Vec<_> = longest.iter().filter(|(_, line)| length(line) > 0.25).collect();
        assert!(streaks.is_empty(), "straight lines in widths of the map: {streaks:?}");
        assert!(length(&longest["RU"]) > 0.0, "Russia has an outline");
        for (code, most) in [
            ("RU", 0.65),
            ("FJ", 0.05),
            ("AQ", 0.9),
            ("US", 0.45),
            ("NZ", 0.15),
            ("KI", 0.25),
        ] {
            let extent = page.js(EXTENT, &[json!(code)]).await;
            let width = extent[0].as_f64().unwrap();
            assert!(width < most, "{code} is {width} of the map wide");
        }
    })
    .await;
}

async fn check_small_states(size: Size) {
    walk(size, async |page: &Page| {
        page.visit_map("/map").await;
        for code in [
            "AU", "SG", "PW", "MH", "FM", "KI", "TV", "NR", "TO", "WS", "MV", "BN", "TL", "JP",
        ] {
            let seen = page.js(VISIBLE, &[json!(code)]).await;
            let seen = seen.as_f64().unwrap();
            assert!(seen >= 3.0, "{code} is {seen} px large");
        }
    })
    .await;
}

#[tokio::test]
async fn the_smallest_states_can_be_seen_on_a_desk() {
    check_small_states(DESKTOP).await;
}

#[tokio::test]
async fn the_smallest_states_can_be_seen_on_a_phone() {
    check_small_states(PHONE).await;
}

#[tokio::test]
async fn a_dot_stays_as_large_however_near_one_looks() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_map("/map?country=PW").await;
        let halo = "return document.querySelector('.halo[data-dot]').getBoundingClientRect().width";
        let stroke = "return getComputedStyle(document.querySelector('[data-code=PW] .dot-spot')).vectorEffect";
        assert_eq!(page.js(stroke, &[]).await, json!("non-scaling-stroke"));
        let before = page.js(halo, &[]).await;
        page.js("document.getElementById('world').focus()", &[]).await;
        page.keys("+++").await;
        page.until_scale(1.6 * 1.6 * 1.6).await;
        assert_eq!(page.js(halo, &[]).await, before);
    })
    .await;
}
