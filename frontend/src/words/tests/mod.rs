//! The catalogues against the sources: no key without a sentence, no sentence without a use, the same
//! placeholders in every language, and no text for people in the code.

mod lists;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use shared::words::{Catalogue, Entry, LANGUAGES, placeholders};

use self::lists::listed;

/// Keys that only the server says, or that are put together from parts.
const SAID_ELSEWHERE: [&str; 10] = [
    "problem.not_found_member",
    "problem.csrf",
    "problem.body_too_large",
    "problem.too_slow",
    "invalid.unknown_value",
    "invalid.malformed",
    "invalid.missing",
    "invalid.not_utf8",
    "invalid.minor_exchange_only",
    "invalid.wrong_type",
];

fn root() -> PathBuf {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap().into()
}

fn catalogues() -> BTreeMap<&'static str, Catalogue> {
    let read = |language: &&'static str| {
        let files = files(language).map(|path| fs::read_to_string(path).unwrap());
        let joined = Catalogue::joined(files.iter().map(String::as_str)).unwrap();
        let alone = files
            .iter()
            .map(|file| Catalogue::parse(file).unwrap().entries().count());
        assert_eq!(
            joined.entries().count(),
            alone.sum::<usize>(),
            "{language} has a key in two files"
        );
        (*language, joined)
    };
    LANGUAGES.iter().map(read).collect()
}

/// The files of a language: the page's, those of its parts, and those of mails.
fn files(language: &str) -> [PathBuf; 5] {
    ["", "later", "numbers", "doors", "mail"].map(|folder| {
        let folder = root().join("frontend/locales").join(folder);
        folder.join(format!("{language}.json"))
    })
}

/// The Rust sources of a crate, without the parts after `#[cfg(test)]`.
fn sources(krate: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&root().join(krate).join("src"), &mut found);
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && !path.starts_with(root().join("frontend/src/words/tests"))
        {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            found.push((path, code.into()));
        }
    }
}

/// String literals, roughly: comments are left out, and so are escapes.
fn literals(code: &str) -> Vec<&str> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

fn is_key(literal: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    literal == "loading" || (literal.split('.').count() == 2 && literal.split('.').all(is_part))
}

/// Keys written in the code; those that look like one but are not are files and fields.
fn used() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for krate in ["frontend", "shared", "backend"] {
        for (_, code) in sources(krate) {
            let found = literals(&code)
                .into_iter()
                .filter(|literal| is_key(literal))
                .map(String::from);
            keys.extend(found);
        }
    }
    keys.extend(SAID_ELSEWHERE.map(String::from));
    keys.extend(listed());
    keys
}

/// Calls whose argument must be a key.
fn said(code: &str) -> Vec<&str> {
    let calls = ["t(\"", "count(\"", "Text::new(\""];
    let argument = |call: &'static str| code.split(call).skip(1).filter_map(|rest| rest.split('"').next());
    calls.into_iter().flat_map(argument).filter(|key| is_key(key)).collect()
}

#[test]
fn every_language_has_every_key() {
    let catalogues = catalogues();
    let all: BTreeSet<&str> = catalogues
        .values()
        .flat_map(|known| known.entries().map(|(key, _)| key))
        .collect();
    for (language, catalogue) in &catalogues {
        let missing: Vec<_> = all.iter().filter(|key| !catalogue.has(key)).collect();
        assert!(missing.is_empty(), "{language} has no sentence for {missing:?}");
    }
}

#[test]
fn every_key_that_is_said_exists() {
    let english = &catalogues()["en"];
    for krate in ["frontend", "shared"] {
        for (path, code) in sources(krate) {
            for key in said(&code) {
                assert!(
                    english.has(key),
                    "{} says {key}, which is in no catalogue",
                    path.display()
                );
            }
        }
    }
    for key in listed().iter().map(String::as_str).chain(SAID_ELSEWHERE) {
        assert!(english.has(key), "{key} is in no catalogue");
    }
}

#[test]
fn every_sentence_is_used() {
    let used = used();
    let english = &catalogues()["en"];
    let unused: Vec<_> = english
        .entries()
        .map(|(key, _)| key)
        .filter(|key| !used.contains(*key))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn placeholders_are_the_same_in_every_form_of_every_language() {
    let catalogues = catalogues();
    for (key, entry) in catalogues["en"].entries() {
        let expected = placeholders(entry.forms()[0]);
        for (language, catalogue) in &catalogues {
            let (_, entry) = catalogue.entries().find(|(known, _)| *known == key).unwrap();
            for form in entry.forms() {
                assert_eq!(placeholders(form), expected, "{language} {key}");
                assert!(!form.is_empty(), "{language} {key} is empty");
            }
        }
    }
}

#[test]
fn plural_sentences_have_a_form_for_everything_else() {
    for (language, catalogue) in &catalogues() {
        for (key, entry) in catalogue.entries() {
            if let Entry::Plural(forms) = entry {
                assert!(forms.contains_key("other"), "{language} {key}");
            }
        }
    }
}

#[test]
fn languages_are_sorted_and_use_their_own_signs() {
    for path in LANGUAGES.into_iter().flat_map(files) {
        let language = path.display().to_string();
        let text = fs::read_to_string(path).unwrap();
        let keys: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("  \"")?.split('"').next())
            .collect();
        assert!(keys.is_sorted(), "{language} is not sorted by key");
        assert!(!text.contains("..."), "{language} writes … as three dots");
    }
}

#[test]
fn no_text_for_people_stands_in_the_code() {
    let is_text = |literal: &&str| {
        let letters = literal.chars().filter(|letter| letter.is_alphabetic()).count();
        let is_class = literal.split_whitespace().all(|word| {
            word.contains('-')
                || word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'=')
        });
        letters > 1 && literal.contains(' ') && !is_class
    };
    for (path, code) in sources("frontend") {
        // Icons are drawn with paths, formatters and attributes need no words.
        if path.ends_with("ui/icon.rs") || path.components().any(|part| part.as_os_str() == "browser") {
            continue;
        }
        let code: String = code
            .lines()
            .filter(|line| !line.contains("reason ="))
            .collect::<Vec<_>>()
            .join("\n");
        let text: Vec<_> = literals(&code).into_iter().filter(is_text).collect();
        assert!(text.is_empty(), "{} has words of its own: {text:?}", path.display());
    }
}
