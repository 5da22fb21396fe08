//! Text folding: how names and words become terms that forgive accents, case, width and script.
//! Members and queries pass through the same functions, so that both sides always agree.

use any_ascii::{any_ascii, any_ascii_char};
use unicode_normalization::UnicodeNormalization;

/// Folds a text into words: compatibility forms, no accents, lower case, Latin letters as plain ASCII, split at
/// spaces, punctuation and where an East Asian script meets another one.
pub(crate) fn words(text: &str) -> Vec<String> {
    if text.is_ascii() {
        return plain_words(text);
    }
    let mut words = Vec::new();
    let mut word = String::new();
    let mut is_east_asian_word = false;
    let folded = text
        .nfkd()
        .filter(|character| !is_mark(*character))
        .nfc()
        .flat_map(char::to_lowercase);
    for character in folded.filter(|character| !is_joiner(*character)) {
        let is_break = is_separator(character);
        let is_east_asian = is_east_asian(character);
        if (is_break || is_east_asian != is_east_asian_word) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        is_east_asian_word = is_east_asian;
        if !is_break {
            push_plain(&mut word, character);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The same for ASCII, which needs no tables.
fn plain_words(text: &str) -> Vec<String> {
    let words = text.split(|character| !is_joiner(character) && is_separator(character));
    let folded = words.map(|word| {
        word.chars()
            .filter(|character| !is_joiner(*character))
            .collect::<String>()
            .to_ascii_lowercase()
    });
    folded.filter(|word| !word.is_empty()).collect()
}

/// The key by which names are sorted.
pub(crate) fn sort_key(name: &str) -> String {
    words(name).join(" ")
}

/// The terms of a text in its own script. A word of an East Asian script stands for each of its endings too,
/// so that any part of it is the beginning of a term.
pub(crate) fn terms(text: &str) -> Vec<String> {
    terms_of(words(text))
}

/// The terms of folded words.
pub(crate) fn terms_of(words: Vec<String>) -> Vec<String> {
    let mut terms = Vec::with_capacity(words.len());
    for word in words {
        if is_east_asian_word(&word) {
            terms.extend(word.char_indices().map(|(start, _)| word[start..].to_owned()));
        } else {
            terms.push(word);
        }
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The terms of a folded native name in Latin letters: each syllable of a name in Han or Hangul, and all after the
/// first as one word (as in Wang Xiaoming); other scripts word by word.
pub(crate) fn latin_terms_of(words: &[String]) -> Vec<String> {
    let mut terms = Vec::new();
    for word in words.iter().filter(|word| !word.is_ascii()) {
        let readings = readings(word);
        if readings.len() > 1 {
            terms.push(readings[1..].concat());
        }
        terms.extend(readings);
    }
    terms.retain(|term| !term.is_empty());
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// How a query word in another script may stand in a Latin name: alternatives, each a list of words that must all
/// be there. 王小明 is `wang` and `xiaoming`, or `wangxiao` and `ming`.
pub(crate) fn latin_alternatives(word: &str) -> Vec<Vec<String>> {
    if word.is_ascii() {
        return Vec::new();
    }
    let readings = readings(word);
    let splits = (1..readings.len())
        .take(2)
        .map(|at| vec![readings[..at].concat(), readings[at..].concat()]);
    let whole = std::iter::once(vec![readings.concat()]);
    whole
        .chain(splits)
        .filter(|words| words.iter().all(|word| !word.is_empty()))
        .collect()
}

/// Latin readings: one for each character of Han or Hangul, else one for the whole word.
fn readings(word: &str) -> Vec<String> {
    let ascii = |text: &str| {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase()
    };
    if word.chars().all(is_syllabic) {
        word.chars().map(|character| ascii(any_ascii_char(character))).collect()
    } else {
        vec![ascii(&any_ascii(word))]
    }
}

/// Whether a word is written without spaces between its parts.
pub(crate) fn is_east_asian_word(word: &str) -> bool {
    word.chars().next().is_some_and(is_east_asian)
}

fn push_plain(word: &mut String, character: char) {
    let is_latin = matches!(u32::from(character), 0xC0..=0x2AF | 0x1E00..=0x1EFF);
    if is_latin {
        word.push_str(&any_ascii_char(character).to_ascii_lowercase());
    } else {
        word.push(character);
    }
}

/// Accents of alphabets, which people leave out; vowel signs of other scripts are letters and stay.
fn is_mark(character: char) -> bool {
    matches!(u32::from(character),
        0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F | 0x670
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF)
}

/// Apostrophes and invisible joiners belong to the word around them: O'Brien is obrien.
fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{640}'
    )
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || character.is_ascii_punctuation()
        || matches!(u32::from(character), 0x80..=0xBF | 0xD7 | 0xF7 | 0x2000..=0x206F | 0x3000..=0x3004 | 0x3008..=0x303F | 0x30FB | 0xFE30..=0xFE4F | 0xF0B..=0xF14)
}

fn is_syllabic(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF | 0xAC00..=0xD7A3)
}

fn is_east_asian(character: char) -> bool {
    is_syllabic(character)
        || matches!(u32::from(character), 0x3005..=0x3007 | 0x3041..=0x30FA | 0x30FC..=0x30FF | 0x31F0..=0x31FF)
}

#[cfg(test)]
mod tests {
    use super::{latin_alternatives, latin_terms_of, plain_words, terms, words};

    #[test]
    fn accents_and_strokes_fold() {
        let folded =
            ["Nguyễn", "Đinh", "Łukasz", "Ömer", "Straße", "O’Brien", "ＡＢＣ"].map(|name| words(name).join(" "));
        assert_eq!(folded, ["nguyen", "dinh", "lukasz", "omer", "strasse", "obrien", "abc"]);
    }

    #[test]
    fn scripts_keep_their_letters() {
        assert_eq!(words("สมชาย ใจดี"), ["สมชาย", "ใจดี"]);
        assert_eq!(words("प्रिया शर्मा"), ["प्रिया", "शर्मा"]);
        assert_eq!(words("がくさい"), ["がくさい"]);
        assert_eq!(words("김민준Kim"), ["김민준", "kim"]);
    }

    #[test]
    fn every_ending_of_an_east_asian_name_is_a_term() {
        assert_eq!(terms("王小明"), ["小明", "明", "王小明"]);
        assert_eq!(terms("X"), ["x"]);
    }

    #[test]
    fn native_names_have_latin_terms() {
        assert_eq!(latin_terms_of(&words("王小明")), ["ming", "wang", "xiao", "xiaoming"]);
        assert_eq!(latin_terms_of(&words("Батбаяр")), ["batbayar"]);
        assert_eq!(
            latin_alternatives("王伟"),
            [vec!["wangwei".to_owned()], vec!["wang".into(), "wei".into()]]
        );
        assert!(latin_alternatives("wang").is_empty());
    }

    #[test]
    fn plain_text_folds_as_all_text_does() {
        for text in ["O'Brien-Smith", " a  b,c.", "", "'", "x_y`z", "Dr. No"] {
            // With a letter that is not ASCII behind it, the same text takes the other way.
            let mut longer = words(&format!("{text} é"));
            longer.pop();
            assert_eq!(plain_words(text), longer, "{text}");
        }
    }
}
