//! One style sheet from the many in `frontend/styles/`.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Result};

/// These come first, in this order: later sheets use and override them.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "ui.css"];

/// Joins all sheets of `from` into the file `to`.
pub(crate) fn join(from: &Path, to: &Path) -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from).or_fail(|| format!("{} cannot be read", from.display()))? {
        let entry = entry.or_fail(|| format!("{} cannot be read", from.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") && !name.starts_with('.') {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(Failure::new(format!("{} has no style sheet.", from.display())));
    }
    in_order(&mut names);
    let mut joined = String::new();
    for name in &names {
        let file = from.join(name);
        let text = fs::read_to_string(&file).or_fail(|| format!("{} cannot be read", file.display()))?;
        joined.push_str(&format!("/* {name} */\n{}\n", text.trim_end()));
    }
    if let Some(dir) = to.parent() {
        fs::create_dir_all(dir).or_fail(|| format!("{} cannot be made", dir.display()))?;
    }
    fs::write(to, joined).or_fail(|| format!("{} cannot be written", to.display()))
}

/// A sheet without comments and indentation; trunk does as much for the sheet of the first load. No string of ours holds
/// what looks like a comment.
pub(super) fn lighter(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once("*/").map_or("", |(_, rest)| rest));
    let bare: String = [first].into_iter().chain(rest).collect();
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn in_order(names: &mut [String]) {
    let rank = |name: &String| FIRST.iter().position(|first| first == name).unwrap_or(FIRST.len());
    names.sort_by(|one, other| rank(one).cmp(&rank(other)).then_with(|| one.cmp(other)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_do_not_read_is_left_out() {
        let sheet = "/* a.css */\n.a {\n  color: red; /* why\n  so */\n}\n\n.b > p {\n}\n";
        assert_eq!(lighter(sheet), ".a {\ncolor: red;\n}\n.b > p {\n}\n");
    }

    #[test]
    fn foundations_come_before_features() {
        let mut names = ["auth.css", "ui.css", "tokens.css", "map.css", "base.css"].map(str::to_owned);
        in_order(&mut names);
        assert_eq!(names, ["tokens.css", "base.css", "ui.css", "auth.css", "map.css"]);
    }
}
