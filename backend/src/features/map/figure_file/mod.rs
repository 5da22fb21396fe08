//! Reads a file of figures. Pure and strict: every bad row says its line, its column and what is wrong with it, and a
//! file with any bad row has no figures at all.

mod names;
mod row;

use std::collections::HashMap;
use std::fmt;

use csv::{ByteRecord, ReaderBuilder};
use shared::map::Figure;

use super::key::key;

/// The columns of a file; the first line names them.
const COLUMNS: [&str; 9] = [
    "country_code",
    "country_name",
    "fiscal_year_from",
    "fiscal_year_to",
    "scope",
    "invitees",
    "kind",
    "source",
    "note",
];
/// What the name says where all countries/regions are meant.
const ALL: &str = "All";
/// Largest file, in bytes.
pub const MAX_BYTES: usize = 10_000_000;

/// A figure with the line it stands in, the header being line 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// The line.
    pub line: u64,
    /// The figure.
    pub figure: Figure,
}

impl fmt::Display for FigureRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Figure {
            country,
            group,
            from,
            to,
            scope,
            invitees,
            ..
        } = &self.figure;
        let place = match (country, group) {
            (Some(country), _) => country.code(),
            (None, Some(group)) => group,
            (None, None) => ALL,
        };
        let (line, scope) = (self.line, scope.code());
        write!(f, "line {line}, {place} {from}-{to} {scope} {invitees}")
    }
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// The line, the header being line 1.
    pub line: u64,
    /// The column, unless it is about the whole line.
    pub column: Option<&'static str>,
    /// What is wrong, as the end of a sentence.
    pub reason: String,
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column {
            Some(column) => write!(f, "line {}, {column}: {}", self.line, self.reason),
            None => write!(f, "line {}: {}", self.line, self.reason),
        }
    }
}

fn about_line(line: u64, reason: impl Into<String>) -> FileProblem {
    FileProblem {
        line,
        column: None,
        reason: reason.into(),
    }
}

/// Reads a file in UTF-8, with or without a byte order mark, of at most [`MAX_BYTES`].
///
/// # Errors
/// Everything that is wrong with it, line by line.
pub fn read(bytes: &[u8]) -> Result<Vec<FigureRow>, Vec<FileProblem>> {
    if bytes.len() > MAX_BYTES {
        return Err(vec![about_line(
            1,
            format!("the file is larger than {MAX_BYTES} bytes"),
        )]);
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut problems = Vec::new();
    let mut rows: Vec<FigureRow> = Vec::new();
    let mut is_header = true;
    for record in reader.byte_records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => return Err(vec![about_line(1, error.to_string())]),
        };
        let line = line_of(&record, bytes);
        if std::mem::take(&mut is_header) {
            if record != *COLUMNS.as_slice() {
                return Err(vec![about_line(
                    line,
                    format!("the header is not {}", COLUMNS.join(",")),
                )]);
            }
        } else if let Some(figure) = row::figure(&record, line, &mut problems) {
            rows.push(FigureRow { line, figure });
        }
    }
    if is_header {
        return Err(vec![about_line(1, "the file is empty")]);
    }
    if rows.is_empty() && problems.is_empty() {
        return Err(vec![about_line(1, "there is no row after the header")]);
    }
    problems.extend(doubles(&rows));
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}

/// The line of a record. The reader's own number is that of the end of the line before, and of empty lines in between.
fn line_of(record: &ByteRecord, bytes: &[u8]) -> u64 {
    let Some(position) = record.position() else { return 1 };
    let rest = usize::try_from(position.byte())
        .ok()
        .and_then(|start| bytes.get(start..));
    let ends = rest
        .unwrap_or_default()
        .iter()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + ends.filter(|byte| **byte == b'\n').count() as u64
}

/// Rows whose place, years and scope stand in an earlier row.
fn doubles(rows: &[FigureRow]) -> Vec<FileProblem> {
    let mut lines = HashMap::new();
    let double = |row: &FigureRow, first: u64| {
        about_line(row.line, format!("has the same place, years and scope as line {first}"))
    };
    rows.iter()
        .filter_map(|row| {
            let first = *lines.entry(key(&row.figure)).or_insert(row.line);
            (first != row.line).then(|| double(row, first))
        })
        .collect()
}
