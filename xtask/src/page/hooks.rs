//! What trunk calls before and after its own work. It tells us where through its environment.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::page::{budget, compress, files, locales, offline, split, styles};
use crate::project::Project;

/// Set where wasm-opt is missing: a larger page is better than none on such a machine.
pub(crate) const ANY_SIZE: &str = "CLUB_PAGE_ANY_SIZE";

/// Before trunk reads `index.html`, which links the joined style sheet.
pub(crate) fn prepare(project: &Project) -> Result<()> {
    let (styles, joined) = (project.root.join("frontend/styles"), project.page_parts());
    styles::join(&styles, &joined.join("club.css"))?;
    for part in files::STYLES_OF_PARTS {
        styles::join(&styles.join(part), &joined.join(format!("{part}.css")))?;
    }
    Ok(())
}

/// After trunk has written the page, before it takes the place of the last one:
/// a page over its budget never gets there.
pub(crate) fn finish(project: &Project) -> Result<()> {
    let page = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let page = page.ok_or_else(|| Failure::usage("`finish-page` is called by trunk only."))?;
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    locales::add(&project.root.join("frontend/locales"), &page)?;
    files::add_styles_of_parts(&project.page_parts(), &page)?;
    files::add_world(&project.root.join("frontend/map/world.txt"), &page)?;
    split::finish(project, &page, is_release)?;
    offline::add(&project.root.join("frontend/static/offline.js"), &page)?;
    if is_release {
        compress::all(&page)?;
        let limits = budget::read(project)?;
        if env::var_os(ANY_SIZE).is_none() {
            budget::check(&limits, &page)?;
        }
    }
    Ok(())
}
