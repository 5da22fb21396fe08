//! Everybody who answered as a CSV file, safe for spreadsheets: no cell of it is taken for a formula.

use csv::WriterBuilder;
use shared::ids::EventId;
use shared::rsvp::Attendee;

use super::{guests, service};
use crate::app::App;
use crate::error::Result;
use crate::http::SignedIn;

/// The columns before those of the questions.
const COLUMNS: [&str; 9] = [
    "name",
    "answer",
    "standing",
    "position",
    "people",
    "placed_by_organiser",
    "answered_at",
    "checked_in_at",
    "member_id",
];
/// Says to spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// The file's bytes, for organisers of the event.
///
/// # Errors
/// When the caller does not organise the event, or the database does not answer.
pub(crate) async fn attendee_csv(app: &App, signed_in: &SignedIn, event: EventId) -> Result<Vec<u8>> {
    let room = guests::organised_room(app, signed_in, event).await?;
    let list = guests::list_attendees(app, signed_in, event).await?;
    let questions = &room.facts.questions;
    let mut file = WriterBuilder::new().from_writer(MARK.as_bytes().to_vec());
    let header = COLUMNS
        .into_iter()
        .chain(questions.iter().map(|question| question.label.as_str()));
    file.write_record(header.map(safe)).map_err(anyhow::Error::from)?;
    for attendee in &list.attendees {
        let answer = |id: &str| attendee.answers.iter().find(|answer| answer.id == id);
        let answers = questions
            .iter()
            .map(|question| answer(&question.id).map_or("", |answer| answer.value.as_str()));
        let cells = cells(attendee);
        let cells = cells.iter().map(String::as_str).chain(answers);
        file.write_record(cells.map(safe)).map_err(anyhow::Error::from)?;
    }
    Ok(file.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?)
}

fn cells(attendee: &Attendee) -> [String; 9] {
    let rsvp = &attendee.rsvp;
    [
        attendee.name.clone(),
        rsvp.answer.code().into(),
        rsvp.standing.code().into(),
        rsvp.position.map(|position| position.to_string()).unwrap_or_default(),
        (rsvp.companions + 1).to_string(),
        if rsvp.is_placed { "yes" } else { "no" }.into(),
        attendee.answered_at.to_string(),
        attendee.checked_in_at.map(|at| at.to_string()).unwrap_or_default(),
        attendee.member_id.to_string(),
    ]
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before what begins like one.
fn safe(cell: &str) -> String {
    let is_risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']);
    if is_risky { ["'", cell].concat() } else { cell.into() }
}

/// What such a file is called: `attendees-2026-11-20.csv`, by the day of the clock in UTC. It names no event, so that it
/// can be told before anything was read.
pub(crate) fn file_name(app: &App) -> String {
    let day = service::now(app).to_string();
    format!("attendees-{}.csv", day.split('T').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for cell in ["=1+1", "+81 90", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(safe(cell), format!("'{cell}"));
        }
        for cell in ["", "Ada", "a=b", "2026-12-05T09:00:00Z"] {
            assert_eq!(safe(cell), cell);
        }
    }
}
