//! What is left of a walk that failed: picture, document, and what the browser said.

use std::fs;

use super::Page;
use super::stage::stage;

/// Writes everything beside the screens, under `failed/`.
pub(super) async fn record(page: &Page, name: &str) {
    let folder = stage().screens.join("failed");
    let name = name.rsplit("walks::").next().unwrap_or(name).replace("::", "-");
    let place = folder.join(&name);
    drop(fs::create_dir_all(&folder));
    drop(page.driver.screenshot(&place.with_extension("png")).await);
    let html = page.driver.source().await.unwrap_or_default();
    drop(fs::write(place.with_extension("html"), html));
    let log = page.driver.browser_log().await.unwrap_or_default();
    let lines: Vec<String> = log
        .into_iter()
        .map(|entry| format!("{} {}\n", entry.level, entry.message))
        .collect();
    drop(fs::write(place.with_extension("log"), lines.concat()));
}
