//! What the figures say together, as a CSV file for spreadsheets.

use std::collections::BTreeMap;

use csv::{Terminator, WriterBuilder};
use shared::fields::CountryCode;
use shared::map::{Figure, FigureList, PlaceFigure};
use shared::words::Text;

use super::service::Asked;
use crate::words;

/// Spreadsheets take a file for UTF-8 by this mark.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";
/// With these a spreadsheet takes a cell for a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
const COLUMNS: [&str; 11] = [
    "country_code",
    "country_name_en",
    "country_name_ja",
    "fiscal_year_from",
    "fiscal_year_to",
    "scope",
    "invitees",
    "completeness",
    "kind",
    "source",
    "note",
];

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CsvFile {
    /// What it is called.
    pub(crate) name: String,
    /// What stands in it.
    pub(crate) bytes: Vec<u8>,
}

/// One row for each country/region in the order of their codes, and at last one for all of them if anything is known.
pub(super) fn figures_csv(
    list: &FigureList,
    asked: Asked,
    names: &BTreeMap<CountryCode, [String; 2]>,
) -> anyhow::Result<CsvFile> {
    let all_places = words::in_all_languages(&Text::new("figures.all_places"));
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::from(BYTE_ORDER_MARK));
    writer.write_record(COLUMNS)?;
    for place in list.places.iter().chain(&list.all) {
        let [english, japanese] = match place.country {
            Some(country) => names.get(&country).cloned().unwrap_or_default(),
            None => all_places.clone(),
        };
        let added = || place.figures.iter().filter_map(|at| list.figures.get(*at));
        let cells = [
            place.country.map(CountryCode::code).unwrap_or_default().to_owned(),
            english,
            japanese,
            asked.years.from.to_string(),
            asked.years.to.to_string(),
            asked.scope.code().to_owned(),
            place.invitees.to_string(),
            completeness(place).to_owned(),
            place.kind.code().to_owned(),
            joined(added().map(|figure| figure.source.as_str())),
            joined(added().filter_map(|figure: &Figure| figure.note.as_deref())),
        ];
        writer.write_record(cells.map(harmless))?;
    }
    let (from, to, scope) = (asked.years.from, asked.years.to, asked.scope.code());
    Ok(CsvFile {
        name: format!("sakura-science-invitees-fy{from}-fy{to}-{scope}.csv"),
        bytes: writer.into_inner()?,
    })
}

const fn completeness(place: &PlaceFigure) -> &'static str {
    if place.is_at_least { "at_least" } else { "whole" }
}

/// Texts with a bar between them, each once.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut known: Vec<&str> = Vec::new();
    for text in texts {
        if !known.contains(&text) {
            known.push(text);
        }
    }
    known.join(" | ")
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(FORMULA_STARTS) {
        format!("'{cell}")
    } else {
        cell
    }
}
