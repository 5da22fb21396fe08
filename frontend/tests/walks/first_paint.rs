//! What can be read before the program has arrived, or without it.

use serde_json::json;

use crate::support::{DESKTOP, PHONE, Page, http_get, stage, walk, words};

const NEVER_ARRIVES: [&str; 2] = ["*.wasm", "*.js"];

async fn check_readable(page: &Page) {
    page.cut_off(&NEVER_ARRIVES).await;
    page.go("/").await;
    page.get("any", &words("club.name")).await;
    page.get_like("text", &words("home.lead")).await;
    page.get_like("text", "さくらサイエンスプログラムで日本を訪れた人")
        .await;
    let width = page
        .js("return document.documentElement.scrollWidth - innerWidth", &[])
        .await;
    assert!(width.as_i64().unwrap() <= 0, "too wide by {width}");
    let margin = "const { left } = document.querySelector('main p').getBoundingClientRect(); return left > 0";
    assert_eq!(
        page.js(margin, &[]).await,
        json!(true),
        "the words have a place of their own"
    );
}

#[tokio::test]
async fn a_desk_reads_what_this_is_before_the_program_has_arrived() {
    walk(DESKTOP, check_readable_on_a_page).await;
}

#[tokio::test]
async fn a_phone_reads_what_this_is_before_the_program_has_arrived() {
    walk(PHONE, check_readable_on_a_page).await;
}

async fn check_readable_on_a_page(page: &Page) {
    check_readable(page).await;
}

#[tokio::test]
async fn without_scripts_the_page_says_what_it_needs() {
    walk(DESKTOP, async |page: &Page| {
        page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
            .await;
        page.go("/directory").await;
        page.get_like("any", "JavaScript").await;
        page.get_like("text", &words("home.lead")).await;
    })
    .await;
}

#[tokio::test]
async fn the_document_itself_carries_its_first_words() {
    for path in [
        "/",
        "/directory",
        "/map",
        "/members/01890000-0000-7000-8000-000000000001",
    ] {
        let answer = http_get(stage().server.port(), path).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer:.200}");
        for said in [
            words("home.lead"),
            "さくらサイエンスプログラム".into(),
            "JavaScript".into(),
        ] {
            assert!(answer.contains(&said), "{path} does not say {said}");
        }
    }
}
