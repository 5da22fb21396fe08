//! The words of every language but English, which is compiled in, become static files
//! whose names carry a hash of their content; the page learns the names from a meta tag.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Result};
use crate::hash::Fnv;

/// The language inside the module.
const COMPILED_IN: &str = "en";

/// Where `index.html` may ask for the tag to stand; minifying removes it, so the end of the head does too.
const PLACEHOLDER: &str = "<!-- locales -->";

/// Copies the languages into the page folder and names them in its `index.html`.
pub(crate) fn add(from: &Path, page: &Path) -> Result<()> {
    let mut named = Vec::new();
    for (language, text) in languages(from)? {
        let mut hash = Fnv::new();
        hash.add(&text);
        let name = format!("locales/{language}-{}.json", hash.hex());
        fs::create_dir_all(page.join("locales")).or_fail(|| "The page's folder for languages cannot be made")?;
        fs::write(page.join(&name), text).or_fail(|| format!("{name} cannot be written"))?;
        named.push(format!("{language}=/{name}"));
    }
    let index = page.join("index.html");
    let html = fs::read_to_string(&index).or_fail(|| format!("{} cannot be read", index.display()))?;
    let html = with_tag(&html, &named.join(" "))?;
    fs::write(&index, html).or_fail(|| format!("{} cannot be written", index.display()))
}

/// Languages and their files' bytes, by name.
fn languages(from: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(from).or_fail(|| format!("{} cannot be read", from.display()))? {
        let path = entry.or_fail(|| format!("{} cannot be read", from.display()))?.path();
        let language = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        if path.extension().is_none_or(|extension| extension != "json") || language == COMPILED_IN {
            continue;
        }
        if !is_language(&language) {
            return Err(Failure::new(format!(
                "{} is not named after a language, such as pt-BR.json.",
                path.display()
            )));
        }
        let bytes = fs::read(&path).or_fail(|| format!("{} cannot be read", path.display()))?;
        found.push((language, bytes));
    }
    found.sort();
    Ok(found)
}

fn is_language(name: &str) -> bool {
    !name.is_empty()
        && name
            .split('-')
            .all(|part| (2..=8).contains(&part.len()) && is_plain(part))
}

fn is_plain(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn with_tag(html: &str, names: &str) -> Result<String> {
    let tag = format!("<meta name=\"club-locales\" content=\"{names}\">");
    if html.contains(PLACEHOLDER) {
        return Ok(html.replacen(PLACEHOLDER, &tag, 1));
    }
    match html.split_once("</head>") {
        Some((head, rest)) => Ok(format!("{head}{tag}</head>{rest}")),
        None => Err(Failure::new(
            "index.html has no </head>, so the languages cannot be named in it.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_takes_the_placeholder_or_ends_the_head() {
        let tag = "<meta name=\"club-locales\" content=\"ja=/x\">";
        let with = |html: &str| with_tag(html, "ja=/x");
        assert_eq!(
            with("<head><!-- locales --><b></head>"),
            Ok(format!("<head>{tag}<b></head>"))
        );
        assert_eq!(
            with("<head><b></head>x</head>"),
            Ok(format!("<head><b>{tag}</head>x</head>"))
        );
        assert!(with("<p>").is_err());
    }

    #[test]
    fn only_language_tags_become_file_names() {
        assert!(is_language("ja") && is_language("pt-BR") && is_language("zh-Hant-TW"));
        assert!(!is_language("") && !is_language("j") && !is_language("ja\" onload") && !is_language("../x"));
    }
}
