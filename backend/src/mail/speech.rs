//! Says the words of mails in the reader's language.

use shared::words::{Catalogue, LANGUAGES, Text};

use crate::words::CATALOGUES;

/// The sentences of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speech {
    /// The language's tag.
    pub(crate) language: &'static str,
    catalogue: &'static Catalogue,
}

impl Speech {
    /// The language of a tag as far as the product speaks it, English otherwise.
    pub(crate) fn of(tag: &str) -> Self {
        let place = LANGUAGES.iter().position(|language| *language == primary(tag));
        let place = place.unwrap_or_default();
        Self {
            language: LANGUAGES[place],
            catalogue: &CATALOGUES[place],
        }
    }

    /// A sentence without arguments.
    pub(crate) fn t(self, key: &'static str) -> String {
        self.say(&Text::new(key))
    }

    /// A sentence; of several forms that for so many things.
    pub(crate) fn say(self, text: &Text) -> String {
        self.catalogue
            .say(text, |count| String::from(if count == "1" { "one" } else { "other" }))
    }

    /// A sentence about a number of things.
    pub(crate) fn count(self, key: &'static str, count: u32) -> String {
        self.say(&numbered(key, count))
    }

    /// A sentence about a place in an order.
    pub(crate) fn ordinal(self, key: &'static str, place: u32) -> String {
        self.catalogue
            .say(&numbered(key, place), |_| ordinal_category(place).into())
    }
}

fn numbered(key: &'static str, number: u32) -> Text {
    Text::new(key).with("count", number).with("number", number)
}

/// CLDR's category of an English ordinal; languages without such forms have one for everything else.
const fn ordinal_category(place: u32) -> &'static str {
    match (place % 10, place % 100) {
        (1, rest) if rest != 11 => "one",
        (2, rest) if rest != 12 => "two",
        (3, rest) if rest != 13 => "few",
        _ => "other",
    }
}

/// The language of a tag without script and region.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_in_english() {
        let said = |place| Speech::of("en").ordinal("mail.position", place);
        for (place, ending) in [
            (1, "1st"),
            (2, "2nd"),
            (3, "3rd"),
            (4, "4th"),
            (11, "11th"),
            (12, "12th"),
            (23, "23rd"),
            (113, "113th"),
        ] {
            assert!(said(place).contains(ending), "{}", said(place));
        }
        assert!(Speech::of("ja").ordinal("mail.position", 3).contains('3'));
    }

    #[test]
    fn languages_are_found_by_tag() {
        assert_eq!(
            ["ja", "ja-JP", "en-GB", "fr", ""].map(|tag| Speech::of(tag).language),
            ["ja", "ja", "en", "en", "en"]
        );
    }
}
