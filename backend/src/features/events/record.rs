//! Reads the record of past events that the program brings along. Pure and strict: the first bad cell is named, and
//! nothing is read.

use std::str::FromStr;

use anyhow::{Context, anyhow, ensure};
use csv::{ReaderBuilder, StringRecord};
use shared::events::PastEvent;

/// The past events that were found, each with its source.
pub(super) const RECORD: &str = include_str!("../../../data/past_events.csv");
/// The columns; the first line names them.
const COLUMNS: [&str; 10] = [
    "starts_on",
    "ends_on",
    "kind",
    "country_code",
    "city",
    "title",
    "venue",
    "mode",
    "note",
    "source",
];
/// What the record calls the programme's brochure, and its name where figures are taken from it too.
const BROCHURE: [&str; 2] = ["seed 002", "SSP brochure (seed 002)"];

/// All events of a record, in its order.
pub(super) fn read(text: &str) -> anyhow::Result<Vec<PastEvent>> {
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = records.next().context("the record of past events is empty")??;
    ensure!(
        header == *COLUMNS.as_slice(),
        "the columns of the record of past events are not {}",
        COLUMNS.join(",")
    );
    records
        .map(|record| {
            let record = record?;
            let line = record.position().map_or(0, csv::Position::line);
            event(&record).with_context(|| format!("the record of past events is bad in line {line}"))
        })
        .collect()
}

fn event(record: &StringRecord) -> anyhow::Result<PastEvent> {
    let cells: Vec<&str> = record.iter().collect();
    let [
        starts_on,
        ends_on,
        kind,
        country,
        city,
        title,
        venue,
        mode,
        note,
        source,
    ] = cells
        .try_into()
        .map_err(|cells: Vec<&str>| anyhow!("it has {} cells", cells.len()))?;
    let event = PastEvent {
        starts_on: known("starts_on", starts_on)?,
        ends_on: unless_empty(ends_on).map(|day| known("ends_on", day)).transpose()?,
        kind: known("kind", kind)?,
        country: unless_empty(country)
            .map(|code| known("country_code", code))
            .transpose()?,
        city: unless_empty(city).map(str::to_owned),
        title: unless_empty(title).context("title is empty")?.to_owned(),
        venue: unless_empty(venue).map(str::to_owned),
        mode: known("mode", mode)?,
        note: unless_empty(note).map(str::to_owned),
        source: named(unless_empty(source).context("source is empty")?).to_owned(),
    };
    ensure!(
        event.ends_on.is_none_or(|last| event.starts_on < last),
        "ends_on `{ends_on}` is not after {starts_on}"
    );
    Ok(event)
}

fn known<T: FromStr>(column: &str, text: &str) -> anyhow::Result<T> {
    text.parse()
        .map_err(|_| anyhow!("{column} `{text}` is not one of the possible values"))
}

fn unless_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn named(source: &str) -> &str {
    let [short, name] = BROCHURE;
    if source == short { name } else { source }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "2021-07,2021-08,reunion,IN,Delhi,A reunion,A house,online,A note,seed 002";

    fn read_row(row: &str) -> anyhow::Result<Vec<PastEvent>> {
        read(&[COLUMNS.join(",").as_str(), GOOD, row].join("\n"))
    }

    #[test]
    fn a_good_row_is_an_event_and_the_brochure_has_its_name() {
        let sparse = "2021-07-01,,webinar,,,A webinar,,online,,A report";
        let events = read_row(sparse).unwrap();
        assert_eq!((events.len(), events[0].source.as_str()), (2, BROCHURE[1]));
        let event = &events[1];
        assert_eq!((event.country, event.ends_on), (None, None));
        assert_eq!((&event.city, &event.venue, &event.note), (&None, &None, &None));
    }

    #[test]
    fn a_bad_cell_is_named_with_its_line() {
        for (good, bad, named) in [
            ("2021-07,", "2021,", "starts_on"),
            ("2021-08,", "2021-8,", "ends_on"),
            ("2021-08,", "2021-06,", "ends_on"),
            ("2021-08,", "2021-07,", "ends_on"),
            ("reunion", "party", "kind"),
            (",IN,", ",XX,", "country_code"),
            ("A reunion", "", "title"),
            ("online", "", "mode"),
            ("seed 002", "", "source"),
        ] {
            let row = GOOD.replacen(good, bad, 1);
            let said = format!("{:#}", read_row(&row).unwrap_err());
            assert!(said.contains("line 3") && said.contains(named), "{row}: {said}");
        }
        let short = GOOD.rsplit_once(',').unwrap().0;
        assert!(read_row(short).unwrap_err().to_string().contains("line: 3"));
    }

    #[test]
    fn other_columns_are_refused() {
        assert!(read("").is_err());
        assert!(
            read("starts_on,title")
                .unwrap_err()
                .to_string()
                .contains("starts_on,ends_on")
        );
    }
}
