//! Changes to a draft of one's own profile.

use std::str::FromStr;

use shared::directory::ProfileInput;

/// Languages that are offered, by BCP 47 tag; names come from the browser.
pub(super) const LANGUAGES: [&str; 62] = [
    "am", "ar", "az", "bg", "bn", "cs", "da", "de", "dv", "dz", "el", "en", "es", "et", "fa", "fi", "fil", "fj", "fr",
    "gu", "ha", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "jv", "ka", "kk", "km", "kn", "ko", "ky", "lo", "ml",
    "mn", "mr", "ms", "my", "ne", "nl", "pl", "pt", "ro", "ru", "si", "sm", "sw", "ta", "te", "tet", "tg", "th", "to",
    "tr", "uk", "uz", "vi", "zh",
];

/// Puts the value of a code in or takes it out.
pub(super) fn switch_code<T: PartialEq + FromStr>(values: &mut Vec<T>, code: &str) {
    if let Ok(value) = code.parse() {
        switch(values, value);
    }
}

fn switch<T: PartialEq>(values: &mut Vec<T>, value: T) {
    match values.iter().position(|known| *known == value) {
        Some(place) => drop(values.remove(place)),
        None => values.push(value),
    }
}

/// Adds a language, once.
pub(super) fn add_language(input: &mut ProfileInput, tag: &str) {
    if !tag.is_empty() && !input.languages.iter().any(|known| known == tag) {
        input.languages.push(tag.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switching_twice_changes_nothing() {
        let mut values = vec![1, 2];
        switch(&mut values, 3);
        assert_eq!(values, [1, 2, 3]);
        switch(&mut values, 3);
        assert_eq!(values, [1, 2]);
    }
}
