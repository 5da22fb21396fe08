//! The script that keeps a ticket at hand without network: it is told the names of the files that it needs.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Result};
use crate::page::pack;

/// Where the names belong.
const PLACE: &str = "/* files */";
/// The part of the page that works without network.
const PART: &str = "event";
/// The script's name in the page.
const NAME: &str = "offline.js";

/// Writes the script into the page folder.
pub(crate) fn add(from: &Path, page: &Path) -> Result<()> {
    let script = fs::read_to_string(from).or_fail(|| format!("{} cannot be read", from.display()))?;
    let mut names = Vec::new();
    for folder in ["", "parts", "locales"] {
        let dir = page.join(folder);
        for entry in fs::read_dir(&dir).or_fail(|| format!("{} cannot be read", dir.display()))? {
            let entry = entry.or_fail(|| format!("{} cannot be read", dir.display()))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_needed(folder, &name) {
                let path = [folder, &name]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join("/");
                names.push(format!("\"/{path}\""));
            }
        }
    }
    names.sort();
    let script = told(&script, &names)?;
    fs::write(page.join(NAME), script).or_fail(|| format!("{NAME} cannot be written"))
}

fn told(script: &str, names: &[String]) -> Result<String> {
    if !script.contains(PLACE) {
        return Err(Failure::new(format!(
            "{NAME} has no place for the names of files: {PLACE}"
        )));
    }
    Ok(script.replace(PLACE, &names.join(", ")))
}

/// The shell's files, those of the part with its looks, and the words of every language.
fn is_needed(folder: &str, name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    match folder {
        "" => matches!(ending, "css" | "js" | "wasm") && name != NAME,
        "parts" => {
            ending == "css" && name.starts_with("later")
                || name.split(['.', '-']).any(|part| part == PART || part == pack::NAME)
        }
        _ => ending == "json",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_and_the_part_are_needed_and_nothing_else() {
        for (folder, name, expected) in [
            ("", "club-0123456789abcdef.css", true),
            ("", "frontend-1_bg.wasm", true),
            ("", "index.html", false),
            ("", "offline.js", false),
            ("parts", "event-0123456789abcdef.wasm", true),
            ("parts", "event.events-0123456789abcdef.wasm", true),
            ("parts", "events-0123456789abcdef.wasm", false),
            ("parts", "map-0123456789abcdef.wasm", false),
            ("parts", "small-0123456789ab.bin", true),
            ("parts", "later-0123456789abcdef.css", true),
            ("locales", "later-ja-0123456789abcdef.json", true),
        ] {
            assert_eq!(is_needed(folder, name), expected, "{folder}/{name}");
        }
    }

    #[test]
    fn names_are_written_into_the_script() {
        let names = ["\"/a.js\"".to_owned(), "\"/b.css\"".to_owned()];
        assert_eq!(told("[/* files */]", &names), Ok("[\"/a.js\", \"/b.css\"]".to_owned()));
        assert!(told("[]", &names).is_err());
    }
}
