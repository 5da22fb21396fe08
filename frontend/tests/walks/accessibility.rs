//! axe finds nothing on any screen, in either theme, on desks and on phones.

use serde_json::{Value, json};

use crate::support::{DESKTOP, Language, PHONE, Page, Screen, Size, stage, walk};

const RUN: &str = "const done = arguments[arguments.length - 1]; \
    axe.run(document, { resultTypes: ['violations'] }).then( \
        (report) => done(report.violations.map(({ id, impact, help, nodes }) => ({ \
            id, impact, help, nodes: nodes.slice(0, 4).map(({ html, failureSummary }) => `${html} ${failureSummary}`) \
        }))), \
        (error) => done([{ id: String(error) }]))";

async fn check_every_screen(size: Size, theme: &str, is_wanted: impl Fn(Screen) -> bool) {
    walk(size, async |page: &Page| {
        page.prefer(theme, Language::English).await;
        let mut found: Vec<String> = Vec::new();
        let look = async |screen: Screen| {
            page.js(&stage().axe, &[]).await;
            let report = page.driver.execute_async(RUN, Vec::<Value>::new()).await.unwrap();
            if *report.json() != json!([]) {
                found.push(format!("{}: {:#}", screen.name(), report.json()));
            }
        };
        page.every_screen(Language::English, is_wanted, look).await;
        assert!(
            found.is_empty(),
            "axe found, in the {theme} theme:\n{}",
            found.join("\n")
        );
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_light_theme() {
    check_every_screen(DESKTOP, "light", |screen| !screen.is_phones()).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_dark_theme() {
    check_every_screen(DESKTOP, "dark", |screen| !screen.is_phones()).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    check_every_screen(PHONE, "light", |_| true).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_dark_phone() {
    check_every_screen(PHONE, "dark", |_| true).await;
}

#[tokio::test]
async fn axe_would_find_what_is_wrong() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/").await;
        let spoil =
            "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/x.png\"><button></button>')";
        page.js(spoil, &[]).await;
        page.js(&stage().axe, &[]).await;
        let report = page.driver.execute_async(RUN, Vec::<Value>::new()).await.unwrap();
        let found = report.json().as_array().unwrap().iter();
        let found: Vec<&str> = found.filter_map(|found| found["id"].as_str()).collect();
        assert_eq!(found, ["button-name", "image-alt"]);
    })
    .await;
}
