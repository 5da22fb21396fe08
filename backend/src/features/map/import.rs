//! Figures from files: those that the program brings along, and those of the operator.

use std::collections::HashMap;

use anyhow::anyhow;
use shared::map::Figure;

use super::figure_file::{self, FigureRow};
use super::key::{Key, key};
use super::queries;
use crate::db::Db;

/// The published figures that were found, each with its source.
const PUBLISHED: &str = include_str!("../../../data/invitee_figures.csv");

/// What became of a row of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There was no figure for its place, years and scope.
    Added,
    /// There was another one.
    Replaced,
    /// It was there already.
    Unchanged,
}

impl Verdict {
    /// All verdicts, in the order in which they are counted.
    pub const ALL: [Self; 3] = [Self::Added, Self::Replaced, Self::Unchanged];

    /// The verdict in a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Replaced => "replaced",
            Self::Unchanged => "unchanged",
        }
    }
}

/// Adds the figures that the program brings along as far as they are missing; what stands is left as it is, so that
/// this can be done any number of times.
///
/// # Errors
/// When the database cannot be written.
pub async fn seed_figures(db: &Db) -> anyhow::Result<()> {
    let bad = |problems: Vec<figure_file::FileProblem>| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow!("the built-in figures are bad: {}", problems.join("; "))
    };
    let rows = figure_file::read(PUBLISHED.as_bytes()).map_err(bad)?;
    let figures: Vec<&Figure> = rows.iter().map(|row| &row.figure).collect();
    let tx = db.begin().await?;
    queries::insert_missing(&tx, &figures).await?;
    tx.commit().await?;
    Ok(())
}

/// Publishes the figures of a file, all of them or none. Answers what became of each row.
///
/// # Errors
/// When the database cannot be written.
pub async fn import_figures(db: &Db, rows: &[FigureRow]) -> anyhow::Result<Vec<Verdict>> {
    let tx = db.begin().await?;
    let published = queries::published_rows(&tx).await?;
    let known: HashMap<Key<'_>, &(i64, Figure)> = published.iter().map(|row| (key(&row.1), row)).collect();
    let mut added = Vec::new();
    let mut verdicts = Vec::with_capacity(rows.len());
    for FigureRow { figure, .. } in rows {
        verdicts.push(match known.get(&key(figure)) {
            None => {
                added.push(figure);
                Verdict::Added
            }
            Some((_, same)) if same == figure => Verdict::Unchanged,
            Some((id, _)) => {
                queries::replace(&tx, *id, figure).await?;
                Verdict::Replaced
            }
        });
    }
    queries::insert(&tx, &added).await?;
    tx.commit().await?;
    Ok(verdicts)
}
