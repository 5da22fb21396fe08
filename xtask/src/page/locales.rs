//! The words of every language but English, which is compiled in, become static files whose names carry a hash of their
//! content; so do those that only parts of the page need, in every language. The page learns the names from a meta tag.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Result};
use crate::page::files;

/// The language inside the module.
const COMPILED_IN: &str = "en";
/// The folder of the words that only parts need.
const LATER: &str = "later";

/// Copies the languages into the page folder and names them in its `index.html`.
pub(crate) fn add(from: &Path, page: &Path) -> Result<()> {
    let mut named = Vec::new();
    for (folder, prefix) in [(from.to_path_buf(), ""), (from.join(LATER), "later-")] {
        for (language, text) in languages(&folder)? {
            if language == COMPILED_IN && prefix.is_empty() {
                continue;
            }
            let name = files::put(page, &format!("locales/{prefix}{language}.json"), &text)?;
            named.push(format!("{prefix}{language}=/{name}"));
        }
    }
    files::tell(page, "club-locales", &named.join(" "))
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
        if path.extension().is_none_or(|extension| extension != "json") {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_language_tags_become_file_names() {
        assert!(is_language("ja") && is_language("pt-BR") && is_language("zh-Hant-TW"));
        assert!(!is_language("") && !is_language("j") && !is_language("ja\" onload") && !is_language("../x"));
    }
}
