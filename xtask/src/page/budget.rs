//! How many bytes a visit may cost: the limits of `frontend/budget.toml` against a built page.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrFail as _, Result};
use crate::page::compress;
use crate::page::kilobytes;
use crate::project::Project;
use crate::toml;

const FILE: &str = "frontend/budget.toml";

/// One section of the budget file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Limit {
    name: String,
    /// Ends of the files' paths.
    files: Vec<String>,
    /// Beginnings of the files' paths; empty means anywhere.
    under: Vec<String>,
    /// Beginnings of paths that do not count.
    not_under: Vec<String>,
    /// Of the page's parts, those that count; empty means all.
    parts: Vec<String>,
    total: Option<u64>,
    each: Option<u64>,
}

/// What the files of one section weigh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weight {
    name: String,
    parts: Vec<(String, u64)>,
    /// Most bytes for all parts together.
    pub(crate) limit: Option<u64>,
    each: Option<u64>,
}

impl Weight {
    /// All parts together.
    pub(crate) fn total(&self) -> u64 {
        self.parts.iter().map(|(_, bytes)| bytes).sum()
    }

    fn is_over(&self) -> bool {
        let too_large = |limit: u64| self.parts.iter().any(|(_, bytes)| *bytes > limit);
        self.limit.is_some_and(|limit| self.total() > limit) || self.each.is_some_and(too_large)
    }

    /// The parts, the largest first, and the limit they broke.
    fn table(&self) -> String {
        let mut parts = self.parts.clone();
        parts.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
        parts.push(("together".to_owned(), self.total()));
        let mut table = format!("[{}] in kB brotli", self.name);
        for (name, bytes) in parts {
            table.push_str(&format!("\n  {:>9}  {name}", kilobytes(bytes)));
        }
        for (limit, name) in [(self.limit, "allowed together"), (self.each, "allowed for one file")] {
            table.extend(limit.map(|bytes| format!("\n  {:>9}  {name}", kilobytes(bytes))));
        }
        table
    }
}

/// The limits of this project.
pub(crate) fn read(project: &Project) -> Result<Vec<Limit>> {
    let text = fs::read_to_string(project.root.join(FILE)).or_fail(|| format!("{FILE} cannot be read"))?;
    parse(&text)
}

/// Weighs a built page.
pub(crate) fn weigh(limits: &[Limit], page: &Path) -> Result<Vec<Weight>> {
    let mut files = Vec::new();
    for file in compress::files(page)? {
        let name = file
            .strip_prefix(page)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        let packed = compress::beside(&file, "br");
        let sent = if packed.is_file() { packed } else { file };
        let bytes = sent
            .metadata()
            .or_fail(|| format!("{} cannot be read", sent.display()))?
            .len();
        files.push((name, bytes));
    }
    Ok(limits.iter().map(|limit| limit.weigh(&files)).collect())
}

/// Fails with a table of the parts when the page is heavier than allowed.
pub(crate) fn check(limits: &[Limit], page: &Path) -> Result<()> {
    let over: Vec<String> = weigh(limits, page)?
        .iter()
        .filter(|weight| weight.is_over())
        .map(Weight::table)
        .collect();
    if over.is_empty() {
        return Ok(());
    }
    let advice = format!("find out what made it grow, or raise the limit in {FILE} in a change of its own");
    Err(Failure::new(format!("The page is over its budget.\n{}", over.join("\n"))).by_hand(advice))
}

impl Limit {
    fn weigh(&self, files: &[(String, u64)]) -> Weight {
        let starts = |name: &str, starts: &[String]| starts.iter().any(|start| name.starts_with(start));
        let belongs = |name: &str| {
            (self.under.is_empty() || starts(name, &self.under))
                && !starts(name, &self.not_under)
                && self.needs(name)
                && self.files.iter().any(|end| name.ends_with(end))
        };
        let parts = files.iter().filter(|(name, _)| belongs(name)).cloned().collect();
        Weight {
            name: self.name.clone(),
            parts,
            limit: self.total,
            each: self.each,
        }
    }

    /// Whether a file is no part, or one that the parts of this limit need: a name says who does.
    fn needs(&self, name: &str) -> bool {
        let needed_by = name.strip_prefix("parts/").and_then(|file| file.rsplit_once('-'));
        needed_by.is_none_or(|(needed_by, _)| {
            self.parts.is_empty()
                || needed_by
                    .split('.')
                    .any(|part| self.parts.iter().any(|known| known == part))
        })
    }
}

fn parse(text: &str) -> Result<Vec<Limit>> {
    let known = [
        "files",
        "under",
        "not_under",
        "parts",
        "max_brotli_bytes",
        "max_brotli_bytes_each",
    ];
    let mut limits = Vec::new();
    for section in toml::read(FILE, text)?
        .into_iter()
        .filter(|section| !section.name.is_empty())
    {
        // A misspelled key would be a limit that nobody checks.
        if let Some((key, _)) = section.entries.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            return Err(Failure::new(format!(
                "{FILE}, [{}]: there is no key `{key}`.",
                section.name
            )));
        }
        let limit = Limit {
            files: section.words("files").to_vec(),
            under: section.words("under").to_vec(),
            not_under: section.words("not_under").to_vec(),
            parts: section.words("parts").to_vec(),
            total: section.number("max_brotli_bytes"),
            each: section.number("max_brotli_bytes_each"),
            name: section.name,
        };
        if limit.files.is_empty() || (limit.total.is_none() && limit.each.is_none()) {
            return Err(Failure::new(format!(
                "{FILE}, [{}] needs files and a limit.",
                limit.name
            )));
        }
        limits.push(limit);
    }
    Ok(limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[first_load]\nfiles = [\".css\", \".wasm\"]\nnot_under = [\"parts/\"]\nmax_brotli_bytes = 100\n\
                        [locale]\nunder = [\"locales/\"]\nfiles = [\".json\"]\nmax_brotli_bytes_each = 10\n";

    fn weights(files: &[(&str, u64)]) -> Result<Vec<Weight>> {
        let files: Vec<_> = files.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect();
        Ok(parse(TEXT)?.iter().map(|limit| limit.weigh(&files)).collect())
    }

    #[test]
    fn a_limit_counts_its_own_files_and_holds_at_its_very_edge() -> Result<()> {
        let fits = weights(&[
            ("a.css", 60),
            ("b.wasm", 40),
            ("locales/ja.json", 10),
            ("map.json", 999),
            ("parts/b.wasm", 999),
        ])?;
        assert!(!fits.iter().any(Weight::is_over), "{fits:?}");
        let heavy = weights(&[("a.css", 61), ("b.wasm", 40), ("locales/ja.json", 11)])?;
        assert!(heavy.iter().all(Weight::is_over), "{heavy:?}");
        Ok(())
    }

    #[test]
    fn a_limit_of_a_part_counts_what_that_part_needs() -> Result<()> {
        let limits = parse("[map]\nparts = [\"map\"]\nfiles = [\".wasm\", \".txt\"]\nmax_brotli_bytes = 111\n")?;
        let names = [
            ("parts/map-0.wasm", 1),
            ("parts/events.map-1.wasm", 10),
            ("parts/events.small_map-2.wasm", 999),
            ("shapes/world-3.txt", 100),
        ];
        let files: Vec<_> = names.map(|(name, bytes)| (name.to_owned(), bytes)).into();
        let totals: Vec<u64> = limits.iter().map(|limit| limit.weigh(&files).total()).collect();
        assert_eq!(totals, [111]);
        Ok(())
    }

    #[test]
    fn the_table_shows_the_largest_part_first() -> Result<()> {
        let heavy = weights(&[("a.css", 2_000), ("b.wasm", 90_500)])?;
        let table = heavy.first().map(Weight::table).unwrap_or_default();
        let lines: Vec<&str> = table.lines().map(str::trim).collect();
        let wanted = [
            "[first_load] in kB brotli",
            "90.5  b.wasm",
            "2.0  a.css",
            "92.5  together",
            "0.1  allowed together",
        ];
        assert_eq!(lines, wanted);
        Ok(())
    }

    #[test]
    fn a_limit_that_would_never_be_checked_is_refused() {
        assert!(parse("[a]\nfiles = [\".js\"]\nmax_bytes = 1\n").is_err());
        assert!(parse("[a]\nfiles = [\".js\"]\n").is_err());
        assert!(parse("[a]\nmax_brotli_bytes = 1\n").is_err());
    }

    #[test]
    fn our_own_budget_has_the_limit_that_was_agreed() -> Result<()> {
        let limits = read(&Project::find()?)?;
        let first = limits.first().map(|limit| (limit.name.clone(), limit.total));
        assert_eq!(first, Some(("first_load".to_owned(), Some(180_000))));
        Ok(())
    }
}
