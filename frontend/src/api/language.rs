//! Fetches the words of a language; English is compiled in, but for those that only parts of the page need.

use std::rc::Rc;

use shared::words::Catalogue;

use super::client::fetch_text;
use crate::browser::dom;
use crate::words::Words;

/// The words of a language; English when they cannot be had.
pub async fn fetch_words(language: &'static str) -> Words {
    let Some(url) = address(language) else {
        return Words::default();
    };
    let json = fetch_text(&url).await.unwrap_or_default();
    Words::parse(language, &json).unwrap_or_default()
}

/// The words of a language that only parts of the page need; nothing when they cannot be had.
pub async fn fetch_later_words(language: &'static str) -> Option<Rc<Catalogue>> {
    let url = address(&["later", language].join("-"))?;
    let json = fetch_text(&url).await.ok()?;
    Catalogue::parse(&json).ok().map(Rc::new)
}

/// Where a language's file is; the build writes the list into the page.
fn address(language: &str) -> Option<String> {
    let list = dom::meta("club-locales")?;
    let found = list
        .split_whitespace()
        .find_map(|entry| entry.strip_prefix(language)?.strip_prefix('='));
    found.map(String::from)
}
