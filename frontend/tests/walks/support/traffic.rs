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

/// Said by the program's own loader where a walk cut the program off.
const CUT_OFF: &str = "Uncaught TypeError: Failed to fetch";

/// What the browser reads from itself.
const INSIDE: [&str; 6] = ["data:", "blob:", "about:", "chrome:", "chrome-extension:", "devtools:"];

impl Page {
    /// Reads everything that the browser noted since the walk began.
    pub(crate) async fn check_traffic(&self) {
        let mut elsewhere = self.requests().await;
        elsewhere.retain(|address| !self.is_ours(address));
        assert!(elsewhere.is_empty(), "requests left our origin: {elsewhere:?}");
        let log = self.driver.browser_log().await.unwrap();
        let is_bad = |message: &&str| BAD_NEWS.iter().any(|news| message.contains(news)) && !message.ends_with(CUT_OFF);
        let messages = log.iter().map(|entry| entry.message.as_str());
        let bad: Vec<&str> = messages.filter(is_bad).collect();
        assert!(bad.is_empty(), "the browser complained: {bad:#?}");
    }

    /// The addresses on any network that were asked for since the last time this was called.
    pub(crate) async fn requests(&self) -> Vec<String> {
        let events = self.driver.get_log("performance").await.unwrap();
        let addresses = events.iter().filter_map(|event| requested(&event.message));
        addresses
            .filter(|address| !INSIDE.iter().any(|scheme| address.starts_with(scheme)))
            .collect()
    }

    /// Whether an address is on the server of the walk.
    pub(crate) fn is_ours(&self, address: &str) -> bool {
        let path = address.strip_prefix(&self.origin);
        path.is_some_and(|path| path.starts_with('/'))
    }
}

/// The address in a note of the browser about a request.
fn requested(note: &str) -> Option<String> {
    let note: Value = serde_json::from_str(note).ok()?;
    let event = &note["message"];
    let is_request = event["method"] == "Network.requestWillBeSent";
    is_request.then(|| event["params"]["request"]["url"].as_str().map(String::from))?
}
