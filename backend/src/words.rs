//! The server's copy of the page's catalogues: English for whoever reads the wire, every language for the search.

use std::sync::LazyLock;

use shared::words::{Catalogue, Text};

/// Of each language: the page's words, those of its parts, and those of mails.
const FILES: [[&str; 5]; 2] = [
    [
        include_str!("../../frontend/locales/en.json"),
        include_str!("../../frontend/locales/later/en.json"),
        include_str!("../../frontend/locales/numbers/en.json"),
        include_str!("../../frontend/locales/doors/en.json"),
        include_str!("../../frontend/locales/mail/en.json"),
    ],
    [
        include_str!("../../frontend/locales/ja.json"),
        include_str!("../../frontend/locales/later/ja.json"),
        include_str!("../../frontend/locales/numbers/ja.json"),
        include_str!("../../frontend/locales/doors/ja.json"),
        include_str!("../../frontend/locales/mail/ja.json"),
    ],
];

/// The catalogues in the order of `shared::words::LANGUAGES`.
pub(crate) static CATALOGUES: LazyLock<[Catalogue; 2]> =
    LazyLock::new(|| FILES.map(|files| Catalogue::joined(files).unwrap_or_default()));

/// Says a text without a count in every language.
pub(crate) fn in_all_languages(text: &Text) -> [String; 2] {
    CATALOGUES
        .each_ref()
        .map(|catalogue| catalogue.say(text, |_| String::from("other")))
}

/// Says a text in English.
pub(crate) fn in_english(text: &Text) -> String {
    let [english, ..] = &*CATALOGUES;
    english.say(text, |count| String::from(if count == "1" { "one" } else { "other" }))
}
