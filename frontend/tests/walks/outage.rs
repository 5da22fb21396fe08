//! The server goes away and comes back.

use serde_json::json;

use crate::support::{DESKTOP, Page, Server, walk_on, words};

#[tokio::test]
async fn an_unreachable_server_is_said_and_tried_again() {
    let mut server = Server::start("outage", 2_000).unwrap();
    let origin = server.origin();
    walk_on(&origin, DESKTOP, async |page: &Page| {
        page.visit("/directory").await;
        let before = page.rows().await;
        server.stop();
        page.press_at("#search").await;
        page.keys("a").await;
        page.get_like("any", &words("failure.offline")).await;
        let typed = page.at("#search").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("a"), "what was typed stays");

        server.restart().unwrap();
        page.press("button", &words("failure.retry")).await;
        let is_gone = "return !document.querySelector('main [role=alert]')";
        page.until("the message stays", is_gone, &[]).await;
        page.until_quiet().await;
        let rows = page.rows().await;
        assert!(!rows.is_empty() && rows != before, "the rows are those of the search");
        let found = "return document.querySelectorAll('#results > li').length === arguments[0]";
        page.until("rows are missing", found, &[json!(rows.len())]).await;
    })
    .await;
}
