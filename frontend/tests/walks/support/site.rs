//! A copy of the built page from which something is missing, and may come back.

use std::fs;
use std::io;
use std::path::Path;

/// Copies those files of a folder whose paths in it are wanted.
pub(super) fn copy(from: &Path, to: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Result<(), String> {
    copy_under(from, to, "", is_wanted).map_err(|error| format!("{} cannot be copied: {error}", from.display()))
}

fn copy_under(from: &Path, to: &Path, under: &str, is_wanted: &dyn Fn(&str) -> bool) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let path = [under, &name.to_string_lossy()].concat();
        if entry.file_type()?.is_dir() {
            copy_under(&entry.path(), &to.join(&name), &[&path, "/"].concat(), is_wanted)?;
        } else if is_wanted(&path) {
            fs::copy(entry.path(), to.join(&name))?;
        }
    }
    Ok(())
}
