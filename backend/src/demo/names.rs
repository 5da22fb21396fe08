//! Names that look right for each culture, in Latin letters and in the native script. Parts are combined at random,
//! so that no name is a certain person's.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;

use super::tables::{Weighted, number, rows, unless_dash};

/// A name in both scripts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) latin: String,
    pub(super) native: Option<String>,
}

/// Whose forms a pattern or a part has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

impl Gender {
    const fn suffix(self) -> &'static str {
        match self {
            Self::Male => "_m",
            Self::Female => "_f",
        }
    }
}

/// A Latin pattern and the native one that goes with it.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    latin: &'static str,
    native: Option<&'static str>,
}

/// How a culture makes names.
#[derive(Debug, Default)]
pub(super) struct Culture {
    patterns: [Weighted<Pattern>; 2],
    parts: BTreeMap<&'static str, Weighted<(&'static str, Option<&'static str>)>>,
    aliases: BTreeMap<&'static str, &'static str>,
}

/// The pattern lines of one kind, for both genders: their own lines where there are any, else those for everybody.
fn pattern_lines(table: &'static str, kind: &str, gender: Gender) -> Vec<(&'static str, u32)> {
    let named = |name: &str| {
        let lines = table
            .lines()
            .filter_map(|line| line.strip_prefix("# ")?.split_once(": "));
        let fits = lines.filter_map(|(head, pattern)| {
            let (kind, weight) = head
                .split_once(' ')
                .map_or((head, 1), |(kind, weight)| (kind, number(weight).max(1)));
            (kind == name).then_some((pattern, weight))
        });
        fits.collect::<Vec<_>>()
    };
    let own = named(&format!("{kind}{}", gender.suffix()));
    if own.is_empty() { named(kind) } else { own }
}

impl Culture {
    /// Reads a culture's table.
    pub(super) fn parse(table: &'static str) -> Self {
        let mut culture = Self::default();
        for line in table.lines().filter_map(|line| line.strip_prefix("# alias ")) {
            culture
                .aliases
                .extend(line.split_once('=').map(|(name, target)| (name.trim(), target.trim())));
        }
        for gender in [Gender::Male, Gender::Female] {
            let natives = pattern_lines(table, "native", gender);
            for (place, (latin, weight)) in pattern_lines(table, "latin", gender).into_iter().enumerate() {
                // One native pattern serves all Latin ones, several pair with them in order.
                let native = natives
                    .get(if natives.len() == 1 { 0 } else { place })
                    .map(|(pattern, _)| *pattern);
                culture.patterns[gender as usize].push(Pattern { latin, native }, weight);
            }
        }
        for [part, native, latin, weight] in rows(table) {
            culture
                .parts
                .entry(part)
                .or_default()
                .push((latin, unless_dash(native)), number(weight));
        }
        culture
    }

    fn choices(&self, part: &str, gender: Gender) -> Option<&Weighted<(&'static str, Option<&'static str>)>> {
        let gendered = format!("{part}{}", gender.suffix());
        let own = self.parts.get(gendered.as_str()).or_else(|| self.parts.get(part));
        own.or_else(|| self.choices(self.aliases.get(part)?, gender))
    }

    /// Makes a name.
    pub(super) fn name(&self, gender: Gender, rng: &mut ChaCha8Rng) -> Name {
        let Some(pattern) = self.patterns[gender as usize].draw(rng).copied() else {
            return Name {
                latin: String::new(),
                native: None,
            };
        };
        let mut drawn: BTreeMap<&str, (&str, Option<&str>)> = BTreeMap::new();
        for part in parts(pattern.latin).chain(pattern.native.into_iter().flat_map(parts)) {
            if drawn.contains_key(part) {
                continue;
            }
            // Drawn again when somebody would be called Anna Anna.
            let is_double = |choice: &(&str, _)| drawn.values().any(|(latin, _)| *latin == choice.0);
            let draws: Vec<_> = (0..3)
                .filter_map(|_| self.choices(part, gender)?.draw(rng).copied())
                .collect();
            let choice = draws.iter().find(|choice| !is_double(choice)).or(draws.last()).copied();
            drawn.extend(choice.map(|choice| (part, choice)));
        }
        let latin = fill(pattern.latin, |part| drawn.get(part).map(|(latin, _)| *latin));
        let native = pattern
            .native
            .and_then(|native| fill(native, |part| drawn.get(part).and_then(|(_, native)| *native)));
        Name {
            latin: latin.unwrap_or_default(),
            native,
        }
    }
}

/// The names in a pattern's braces.
fn parts(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    pattern.split('{').skip(1).filter_map(|rest| rest.split('}').next())
}

/// Fills a pattern; nothing when one of its parts is missing.
fn fill<'a>(pattern: &str, part: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    let mut pieces = pattern.split('{');
    let mut name = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (inside, after) = piece.split_once('}')?;
        name.push_str(part(inside)?);
        name.push_str(after);
    }
    Some(name)
}
