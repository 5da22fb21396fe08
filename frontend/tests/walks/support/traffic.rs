//! What holds in every walk: no request leaves our origin, the page's policy is never broken, the program never dies.

use serde_json::Value;

use super::Page;

/// Said by the browser when the page did something that its policy forbids, or when the program died.
const BAD_NEWS: [&str; 5] = [
    "Content Security Policy",
    "Refused to",
    "Uncaught",
    "panicked at",
    "valid digest",
];

impl Page {
    /// Reads everything that the browser noted since the walk began.
    pub(crate) async fn check_traffic(&self) {
        let elsewhere: Vec<String> = self.requests().await;
        let elsewhere: Vec<&String> = elsewhere.iter().filter(|address| !self.is_ours(address)).collect();
        assert!(elsewhere.is_empty(), "requests left our origin: {elsewhere:?}");
        let log = self.driver.browser_log().await.unwrap();
        let bad: Vec<&str> = log
            .iter()
            .map(|entry| entry.message.as_str())
            .filter(|message| BAD_NEWS.iter().any(|news| message.contains(news)))
            .collect();
        assert!(bad.is_empty(), "the browser complained: {bad:#?}");
    }

    /// The addresses that were asked for since the last time this was called.
    pub(crate) async fn requests(&self) -> Vec<String> {
        let events = self.driver.get_log("performance").await.unwrap();
        events.iter().filter_map(|event| requested(&event.message)).collect()
    }

    fn is_ours(&self, address: &str) -> bool {
        let is_inside = ["data:", "blob:", "about:", "chrome:", "chrome-extension:", "devtools:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        is_inside
            || address
                .strip_prefix(&self.origin)
                .is_some_and(|path| path.starts_with('/'))
    }
}

/// The address in a note of the browser about a request.
fn requested(note: &str) -> Option<String> {
    let note: Value = serde_json::from_str(note).ok()?;
    let event = &note["message"];
    let is_request = event["method"] == "Network.requestWillBeSent";
    is_request.then(|| event["params"]["request"]["url"].as_str().map(String::from))?
}
