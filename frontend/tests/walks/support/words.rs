//! The page's own words, so that a walk looks for what a person reads and survives a better wording.

use frontend::words::Words;
use shared::words::{Catalogue, Text};

const ENGLISH: [&str; 4] = [
    include_str!("../../../locales/en.json"),
    include_str!("../../../locales/later/en.json"),
    include_str!("../../../locales/numbers/en.json"),
    include_str!("../../../locales/doors/en.json"),
];
const JAPANESE: [&str; 4] = [
    include_str!("../../../locales/ja.json"),
    include_str!("../../../locales/later/ja.json"),
    include_str!("../../../locales/numbers/ja.json"),
    include_str!("../../../locales/doors/ja.json"),
];

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Japanese,
}

impl Language {
    /// Its tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Japanese => "ja",
        }
    }

    /// Its sentences.
    pub(crate) fn words(self) -> Words {
        let [file, parts @ ..] = match self {
            Self::English => ENGLISH,
            Self::Japanese => JAPANESE,
        };
        let parts = Catalogue::joined(parts).unwrap();
        Words::parse(self.tag(), file).unwrap().with_later(parts.into())
    }
}

/// An English sentence of the catalogue.
pub(crate) fn words(key: &'static str) -> String {
    Language::English.words().say(&Text::new(key)).to_string()
}

/// Every key of the catalogue.
pub(crate) fn keys() -> Vec<String> {
    let english = Catalogue::joined(ENGLISH).unwrap();
    english.entries().map(|(key, _)| key.to_owned()).collect()
}

/// The digits of a text as a number: `1,234 people` is 1234.
pub(crate) fn digits(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}
