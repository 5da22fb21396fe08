//! The parts of `cargo xtask test`, each of which can be run alone.

use crate::failure::{Failure, Result};

/// A part that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Fmt,
    Clippy,
    Docs,
    Unit,
    Postgres,
    Views,
    Page,
    Walks,
}

impl Part {
    /// All parts, in the order in which they run.
    pub(super) const ALL: [Self; 8] = [
        Self::Fmt,
        Self::Clippy,
        Self::Docs,
        Self::Unit,
        Self::Postgres,
        Self::Views,
        Self::Page,
        Self::Walks,
    ];

    /// The part a person named.
    pub(crate) fn named(word: &str) -> Result<Self> {
        let unknown = || {
            let names = Self::ALL.map(Self::name).join(", ");
            Failure::usage(format!("`test` has no part `{word}`; there are {names}."))
        };
        Self::ALL
            .into_iter()
            .find(|part| part.name() == word)
            .ok_or_else(unknown)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Docs => "docs",
            Self::Unit => "unit",
            Self::Postgres => "postgres",
            Self::Views => "views",
            Self::Page => "page",
            Self::Walks => "walks",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_name_and_run_in_their_order() {
        for part in Part::ALL {
            assert_eq!(Part::named(part.name()), Ok(part));
        }
        assert!(Part::ALL.is_sorted());
        assert_eq!(Part::ALL.last(), Some(&Part::Walks));
    }
}
