//! The smallest parts of the page in two files: what several parts need becomes dozens of chunks, most of them smaller
//! than the words of a request, and a page would ask for twelve of them at once. Those that the map needs stand apart,
//! because opening the map has a limit.
//!
//! A file begins with the places of its parts: for each of them where it begins, and last where the last one ends, as
//! four bytes each, the lowest first.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{OrFail as _, Result};

/// What packs are named after, in place of the parts that need them.
pub(super) const NAME: &str = "small";
/// The names of the packs: with what the map needs, and with everything else.
pub(super) const NAMES: [&str; 2] = ["small.map", NAME];
/// How their names end.
pub(super) const ENDING: &str = "bin";

/// Whether a part is small: a third of these bytes or more are the compiler's own words (1,058 in the emptiest part), and
/// do not get far.
pub(super) const fn is_small(bytes: usize) -> bool {
    bytes < 3_100
}

/// In which of the packs a small part stands, by the parts that need it.
pub(super) fn pack_of(needed_by: &str) -> usize {
    usize::from(needed_by.split('.').all(|part| part != "map"))
}

/// Where a part waits until it is packed, in the folder of the parts.
pub(super) fn waiting(parts: &Path, pack: &str, place: usize) -> PathBuf {
    parts.join(pack).join(format!("{place:04}.wasm"))
}

/// What is in a folder, in the order of names.
pub(super) fn of(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = || format!("{} cannot be read", folder.display());
    let entries = fs::read_dir(folder).or_fail(unreadable)?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<std::io::Result<_>>().or_fail(unreadable)?;
    paths.sort();
    Ok(paths)
}

/// Parts as one file.
pub(super) fn packed(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut at = (parts.len() + 1) * 4;
    let mut pack = Vec::new();
    for length in parts.iter().map(Vec::len).chain([0]) {
        pack.extend(u32::try_from(at).unwrap_or(u32::MAX).to_le_bytes());
        at += length;
    }
    pack.extend(parts.concat());
    pack
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_map_needs_stands_apart() {
        let names = ["event.map", "map", "event.maps", "events"].map(|needed_by| NAMES[pack_of(needed_by)]);
        assert_eq!(names, ["small.map", "small.map", "small", "small"]);
    }

    #[test]
    fn parts_stand_where_the_beginning_says() {
        let pack = packed(&[vec![7, 8], vec![], vec![9]]);
        assert_eq!(pack, [16, 0, 0, 0, 18, 0, 0, 0, 18, 0, 0, 0, 19, 0, 0, 0, 7, 8, 9]);
        assert_eq!(packed(&[]), [4, 0, 0, 0]);
    }
}
