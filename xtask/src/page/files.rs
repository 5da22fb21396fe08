//! Files that the page fetches by itself: copied under names that carry a hash of their content, which the page
//! learns from a meta tag.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Result};
use crate::hash::Fnv;
use crate::page::styles;

/// The folders of style sheets that are fetched later.
pub(crate) const STYLES_OF_PARTS: [&str; 3] = ["later", "map", "numbers"];

/// Writes a file into the page folder. `name` is `map/world.json`; the answer is `map/world-0123456789abcdef.json`.
pub(crate) fn put(page: &Path, name: &str, bytes: &[u8]) -> Result<String> {
    let mut hash = Fnv::new();
    hash.add(bytes);
    let (stem, ending) = name
        .rsplit_once('.')
        .ok_or_else(|| Failure::new(format!("{name} has no ending.")))?;
    let hashed = format!("{stem}-{}.{ending}", hash.hex());
    let file = page.join(&hashed);
    if let Some(dir) = file.parent() {
        fs::create_dir_all(dir).or_fail(|| format!("{} cannot be made", dir.display()))?;
    }
    fs::write(&file, bytes).or_fail(|| format!("{hashed} cannot be written"))?;
    Ok(hashed)
}

/// Adds `<meta name=… content=…>` to the page's `index.html`.
pub(crate) fn tell(page: &Path, meta: &str, content: &str) -> Result<()> {
    let index = page.join("index.html");
    let html = fs::read_to_string(&index).or_fail(|| format!("{} cannot be read", index.display()))?;
    let html = with_tag(&html, meta, content)?;
    fs::write(&index, html).or_fail(|| format!("{} cannot be written", index.display()))
}

fn with_tag(html: &str, meta: &str, content: &str) -> Result<String> {
    match html.split_once("</head>") {
        Some((head, rest)) => Ok(format!(
            "{head}<meta name=\"{meta}\" content=\"{content}\"></head>{rest}"
        )),
        None => Err(Failure::new(
            "index.html has no </head>, so files cannot be named in it.",
        )),
    }
}

/// Looks that only parts need, fetched with the first of them: of the map, of what stands under it, and of all the
/// others.
pub(crate) fn add_styles_of_parts(joined: &Path, page: &Path) -> Result<()> {
    for part in STYLES_OF_PARTS {
        let file = joined.join(format!("{part}.css"));
        let sheet = fs::read_to_string(&file).or_fail(|| format!("{} cannot be read", file.display()))?;
        let name = put(page, &format!("parts/{part}.css"), styles::lighter(&sheet).as_bytes())?;
        tell(page, &format!("club-{part}-styles"), &format!("/{name}"))?;
    }
    Ok(())
}

/// The shapes of the world, which the map fetches when it is opened.
pub(crate) fn add_world(from: &Path, page: &Path) -> Result<()> {
    let bytes = fs::read(from).or_fail(|| format!("{} cannot be read", from.display()))?;
    // Not in a folder `map`: the server would take the page of that address for it.
    let name = put(page, "shapes/world.txt", &bytes)?;
    tell(page, "club-world", &format!("/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_ends_the_head() {
        assert_eq!(
            with_tag("<head><b></head>x</head>", "a", "/x"),
            Ok("<head><b><meta name=\"a\" content=\"/x\"></head>x</head>".to_owned())
        );
        assert!(with_tag("<p>", "a", "/x").is_err());
    }

    #[test]
    fn a_file_is_named_after_its_content() -> Result<()> {
        let page = std::env::temp_dir().join(format!("club-files-{}", std::process::id()));
        let name = put(&page, "map/world.json", b"{}")?;
        assert!(
            name.starts_with("map/world-") && name.ends_with(".json") && name.len() == "map/world-.json".len() + 16
        );
        assert_ne!(name, put(&page, "map/world.json", b"[]")?);
        fs::remove_dir_all(&page).or_fail(|| "the folder cannot be removed")
    }
}
