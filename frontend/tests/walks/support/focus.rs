//! Where the keyboard is, and whether that can be seen.

use serde_json::json;
use thirtyfour::prelude::*;

use super::Page;

/// Whether an outline or a shadow stands around what has the keyboard, or around the row that it stands for.
const SEEN: &str = "const element = document.activeElement; \
    const isMarked = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) \
        || style.boxShadow !== 'none'; \
    const around = [element, ...['li', 'label', 'form'].map((name) => element.closest(name))].filter(Boolean); \
    const parts = [null, '::before', '::after']; \
    const isSeen = around.some((one) => parts.some((part) => isMarked(getComputedStyle(one, part)))); \
    const { top, bottom, left, right, width } = element.getBoundingClientRect(); \
    const isThere = width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth; \
    return { what: element.outerHTML.slice(0, 160), isSeen, isThere, isBody: element === document.body }";

impl Page {
    /// Checks that what has the keyboard can be seen; tells whether anything of the page has it.
    pub(crate) async fn check_focus(&self) -> bool {
        let focus = self.js(SEEN, &[]).await;
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

    /// Steps on with the tab key until the keyboard is at what fits a selector.
    pub(crate) async fn tab_to(&self, selector: &str) {
        const FURTHEST: usize = 40;
        for _ in 0..FURTHEST {
            self.key(Key::Tab).await;
            let is_here = self
                .js(
                    "return document.activeElement.matches(arguments[0])",
                    &[json!(selector)],
                )
                .await;
            if is_here == json!(true) {
                return;
            }
        }
        panic!("{FURTHEST} steps do not lead to {selector}");
    }
}
