//! A browser of one's own: a new profile, nothing remembered, nothing sent home.

use serde_json::json;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

use super::stage::stage;
use super::{Page, Size};

/// The pipe ends the browser together with its driver; ports would not.
const FLAGS: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
];

impl Page {
    /// Starts a browser for the site at `origin`.
    pub(super) async fn open(origin: &str, size: Size) -> Self {
        let stage = stage();
        let mut chrome = DesiredCapabilities::chrome();
        chrome.set_binary(&stage.chromium.to_string_lossy()).unwrap();
        for flag in FLAGS {
            chrome.add_arg(flag).unwrap();
        }
        let profile = format!("--user-data-dir={}", stage.profile().display());
        chrome.add_arg(&profile).unwrap();
        chrome.add_arg("--window-size=1440,900").unwrap();
        chrome.add_arg("--lang=en-US").unwrap();
        let preferences = json!({ "intl.accept_languages": "en-US,en" });
        chrome.add_experimental_option("prefs", preferences).unwrap();
        for log in ["browser", "performance"] {
            chrome.set_logging_prefs(log, LoggingPrefsLogLevel::All).unwrap();
        }
        let driver = match WebDriver::new(stage.driver.as_str(), chrome).await {
            Ok(driver) => driver,
            Err(error) => panic!("no browser could be started: {error}"),
        };
        let page = Self {
            driver,
            origin: origin.into(),
        };
        page.resize(size).await;
        page
    }
}
