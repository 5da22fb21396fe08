//! Japanese: all of it, at once, and still there after a reload.

use serde_json::json;

use crate::support::{DESKTOP, Language, PHONE, Page, walk, words};

const LANG: &str = "return document.documentElement.lang === arguments[0]";

fn japanese(key: &'static str) -> String {
    Language::Japanese.words().t(key).to_string()
}

#[tokio::test]
async fn the_page_switches_to_japanese_and_stays_so() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/directory?q=nguyen&country=VN").await;
        let rows = page.rows().await;
        page.press("button", &words("language.ja")).await;
        page.until("the document is not Japanese", LANG, &[json!("ja")]).await;
        page.until_quiet().await;
        check_japanese(page).await;
        assert_eq!(page.rows().await, rows, "another language, the same people");
        page.reload().await;
        check_japanese(page).await;
        page.press("button", &japanese("language.en")).await;
        page.until("the document is not English", LANG, &[json!("en")]).await;
        page.get("heading", &words("directory.title")).await;
    })
    .await;
}

async fn check_japanese(page: &Page) {
    assert_eq!(page.js("return document.documentElement.lang", &[]).await, json!("ja"));
    page.get("heading", &japanese("directory.title")).await;
    page.get("link", &japanese("account.sign_in")).await;
    let title = page.driver.title().await.unwrap();
    assert!(title.starts_with(&japanese("directory.title")), "the tab says {title}");
    let vietnam = page
        .texts("li:has(> label input[name=side-country][value=VN]) .facet-label")
        .await;
    assert!(vietnam.concat().contains("ベトナム"), "the facet says {vietnam:?}");
    let rows = page.texts("#results > li").await;
    let is_japanese = |row: &String| row.contains("ベトナム") && !row.contains("Vietnam");
    assert!(
        rows.iter().all(is_japanese),
        "a row says {:?}",
        rows.iter().find(|row| !is_japanese(row))
    );
    let total = page.texts("#found").await.concat();
    assert!(total.contains('人'), "the total says {total}");
}

#[tokio::test]
async fn the_document_is_japanese_before_the_program_has_arrived() {
    walk(DESKTOP, async |page: &Page| {
        page.prefer("light", Language::Japanese).await;
        page.cut_off(&["*.wasm"]).await;
        page.go("/").await;
        assert_eq!(page.js("return document.documentElement.lang", &[]).await, json!("ja"));
    })
    .await;
}

#[tokio::test]
async fn a_phone_switches_language_in_its_settings() {
    walk(PHONE, async |page: &Page| {
        page.visit("/").await;
        page.press("button", &words("nav.settings")).await;
        page.press_at("dialog[open] label:has(input[name=language][value=ja])")
            .await;
        page.until("the document is not Japanese", LANG, &[json!("ja")]).await;
        page.get("heading", &japanese("nav.settings")).await;
        page.press("button", &japanese("dialog.close")).await;
        page.until_quiet().await;
        page.get("heading", &japanese("home.lead")).await;
    })
    .await;
}

#[tokio::test]
async fn the_map_switches_to_japanese_with_its_choice() {
    walk(DESKTOP, async |page: &Page| {
        let address = "/map?scope=high_school&year=2017&country=VN";
        page.visit_map_numbers(address).await;
        let before = page.shown().await;
        page.press("button", &words("language.ja")).await;
        page.until("the document is not Japanese", LANG, &[json!("ja")]).await;
        page.until_drawn().await;
        assert_eq!(page.address().await, address);
        let after = page.shown().await;
        assert_eq!(after.shades, before.shades, "another language, the same colours");
        assert!(after.rows.keys().eq(before.rows.keys()), "the same rows");
        let said = page.texts("main :is(h1, h2, .legend-entry, .year-now, caption, th, .map-card-number)");
        let said = said.await.join("\n");
        for key in [
            "map.title",
            "shade.none",
            "map.invitees",
            "map.by_year",
            "map.by_region",
        ] {
            assert!(said.contains(&japanese(key)), "{key} is not in {said}");
        }
        for name in ["ベトナム", "2017年度"] {
            assert!(said.contains(name), "{name} is not in {said}");
        }
        assert!(!said.contains("Vietnam") && !said.contains("FY2017"), "{said}");
    })
    .await;
}
