//! Nothing comes from anywhere else, and the page's policy is never broken, on any screen.

use serde_json::json;

use crate::support::{DESKTOP, Language, Page, Screen, walk};

/// Notes what the policy forbade; read after every screen.
const LISTEN: &str = "window.violations = []; document.addEventListener('securitypolicyviolation', \
    (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`))";
const ELSEWHERE: &str = "return performance.getEntriesByType('resource').map((entry) => entry.name) \
    .filter((address) => new URL(address).origin !== location.origin)";

#[tokio::test]
async fn no_request_leaves_our_origin_and_no_policy_is_broken() {
    walk(DESKTOP, async |page: &Page| {
        page.before_every_page(LISTEN).await;
        let look = async |screen: Screen| {
            let name = screen.name();
            assert_eq!(page.js("return window.violations", &[]).await, json!([]), "{name}");
            assert_eq!(page.js(ELSEWHERE, &[]).await, json!([]), "{name}");
        };
        // What the browser itself asks for, seen from outside the page, is checked at the end of every walk.
        page.every_screen(Language::English, |screen| !screen.is_phones(), look)
            .await;
        let asked = page.requests().await;
        assert!(
            asked.iter().any(|address| address.ends_with(".wasm")),
            "nothing was noted: {asked:?}"
        );
        assert!(asked.iter().all(|address| page.is_ours(address)), "{asked:?}");
    })
    .await;
}

#[tokio::test]
async fn a_foreign_request_would_be_noticed() {
    walk(DESKTOP, async |page: &Page| {
        page.before_every_page(LISTEN).await;
        page.visit("/").await;
        let meddle = "fetch('http://127.0.0.1:9/elsewhere').catch(() => null)";
        page.js(meddle, &[]).await;
        page.until(
            "the policy lets foreign requests through",
            "return window.violations.length > 0",
            &[],
        )
        .await;
        let log = page.driver.browser_log().await.unwrap();
        assert!(
            log.iter()
                .any(|entry| entry.message.contains("Content Security Policy")),
            "the browser's log does not say so: {log:?}"
        );
    })
    .await;
}
