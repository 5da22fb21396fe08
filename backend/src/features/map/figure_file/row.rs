//! One row of a file of figures. Cells are looked at one after the other, so that a row says all that is wrong with it.

use csv::ByteRecord;
use shared::fields::{CountryCode, FiscalYear};
use shared::map::{Figure, FigureKind, MAX_INVITEES, Scope};

use super::names::country_of;
use super::{ALL, COLUMNS, FileProblem, about_line};

/// Longest source or note, in characters.
const MAX_TEXT_CHARS: usize = 2_000;
/// Longest other cell, in characters.
const MAX_CELL_CHARS: usize = 100;

/// A row as a figure; what is wrong with it is added to the problems.
pub(super) fn figure(record: &ByteRecord, line: u64, problems: &mut Vec<FileProblem>) -> Option<Figure> {
    if record.len() != COLUMNS.len() {
        let (found, wanted) = (record.len(), COLUMNS.len());
        problems.push(about_line(line, format!("has {found} cells instead of {wanted}")));
        return None;
    }
    let before = problems.len();
    let mut row = Row { record, line, problems };
    let place = row.place();
    let years = row.years();
    let scope = row.code::<Scope>("scope", Scope::ALL, Scope::code);
    let invitees = row.invitees();
    let kind = row.kind();
    let source = row.text("source", MAX_TEXT_CHARS);
    let source = source.and_then(|text| row.unless_empty("source", text));
    let note = row.text("note", MAX_TEXT_CHARS);
    // A cell that is right by itself does not save a row with a wrong one.
    if row.problems.len() > before {
        return None;
    }
    let (country, group) = place?;
    let (from, to) = years?;
    Some(Figure {
        country,
        group,
        from,
        to,
        scope: scope?,
        invitees: invitees?,
        kind: kind?,
        source: source?.to_owned(),
        note: note.filter(|note| !note.is_empty()).map(str::to_owned),
    })
}

/// A row that is being looked at.
struct Row<'a> {
    record: &'a ByteRecord,
    line: u64,
    problems: &'a mut Vec<FileProblem>,
}

impl<'a> Row<'a> {
    /// Notes what is wrong with a cell; the answer is always nothing.
    fn refuse<T>(&mut self, column: &'static str, reason: impl Into<String>) -> Option<T> {
        self.problems.push(FileProblem {
            column: Some(column),
            ..about_line(self.line, reason)
        });
        None
    }

    /// A cell without the space around it.
    fn text(&mut self, column: &'static str, max_chars: usize) -> Option<&'a str> {
        let place = COLUMNS.iter().position(|known| *known == column)?;
        let Ok(text) = std::str::from_utf8(self.record.get(place)?) else {
            return self.refuse(column, "is not UTF-8 text");
        };
        if text.chars().any(char::is_control) {
            return self.refuse(column, "contains a line break or another control character");
        }
        if text.chars().count() > max_chars {
            return self.refuse(column, format!("is longer than {max_chars} characters"));
        }
        Some(text.trim())
    }

    fn cell(&mut self, column: &'static str) -> Option<&'a str> {
        self.text(column, MAX_CELL_CHARS)
    }

    fn unless_empty(&mut self, column: &'static str, text: &'a str) -> Option<&'a str> {
        if text.is_empty() {
            return self.refuse(column, "is empty");
        }
        Some(text)
    }

    /// The country/region or the group; neither where all are meant.
    fn place(&mut self) -> Option<(Option<CountryCode>, Option<String>)> {
        let name = self.cell("country_name");
        let name = name.and_then(|name| self.unless_empty("country_name", name));
        let code = self.cell("country_code")?;
        let named = name.and_then(|name| Some((name, country_of(name)?)));
        if !code.is_empty() {
            let Ok(country) = code.parse() else {
                return self.refuse("country_code", format!("`{code}` is no code of a country/region"));
            };
            return match named {
                Some((name, other)) if other != country => {
                    self.refuse("country_name", format!("`{name}` is {other} and not {code}"))
                }
                _ => Some((Some(country), None)),
            };
        }
        if let Some((name, country)) = named {
            return self.refuse("country_code", format!("is empty, but `{name}` is {country}"));
        }
        match name? {
            ALL => Some((None, None)),
            other if other.eq_ignore_ascii_case(ALL) => self.refuse(
                "country_name",
                format!("`{other}` is neither `{ALL}` nor the name of a group"),
            ),
            group => Some((None, Some(group.to_owned()))),
        }
    }

    fn year(&mut self, column: &'static str) -> Option<FiscalYear> {
        let text = self.cell(column)?;
        let (first, last) = (FiscalYear::FIRST, FiscalYear::LAST);
        let year = text.parse().ok().filter(|_| is_digits(text));
        year.or_else(|| self.refuse(column, format!("`{text}` is not a year from {first} to {last}")))
    }

    fn years(&mut self) -> Option<(FiscalYear, FiscalYear)> {
        let (from, to) = (self.year("fiscal_year_from"), self.year("fiscal_year_to"));
        let (from, to) = (from?, to?);
        if to < from {
            return self.refuse("fiscal_year_to", format!("{to} is before {from}"));
        }
        Some((from, to))
    }

    fn code<T: std::str::FromStr + Copy>(
        &mut self,
        column: &'static str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.cell(column)?;
        let known: Vec<&str> = all.iter().map(|known| code(*known)).collect();
        let parsed = text.parse().ok();
        parsed.or_else(|| self.refuse(column, format!("`{text}` is none of {}", known.join(", "))))
    }

    fn kind(&mut self) -> Option<FigureKind> {
        let published: Vec<FigureKind> = FigureKind::ALL
            .iter()
            .copied()
            .filter(|kind| *kind != FigureKind::Demo)
            .collect();
        match self.code("kind", &published, FigureKind::code)? {
            FigureKind::Demo => self.refuse("kind", "`demo` is for the illustration, which is never published"),
            kind => Some(kind),
        }
    }

    fn invitees(&mut self) -> Option<u32> {
        let column = "invitees";
        let text = self.cell(column)?;
        let size = text.strip_prefix('-').unwrap_or(text);
        let is_fraction = size
            .split_once('.')
            .is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest));
        if !is_digits(size) && !is_fraction {
            return self.refuse(column, format!("`{text}` is not a number in digits"));
        }
        if size.len() < text.len() {
            return self.refuse(column, format!("{text} is negative"));
        }
        if is_fraction {
            return self.refuse(column, format!("{text} is not a whole number"));
        }
        match text.parse() {
            Ok(invitees) if invitees <= MAX_INVITEES => Some(invitees),
            _ => self.refuse(column, format!("{text} is more than {MAX_INVITEES}")),
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
