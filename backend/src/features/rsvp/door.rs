//! Tickets, the list for the door, and what was scanned there, perhaps some time ago. Coming in changes no seats.

use std::collections::HashMap;

use shared::api::ProblemCode;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::rsvp::{
    CheckInInput, CheckInOutcome, DoorGuest, DoorList, OwnStanding, Scan, ScanResult, ScanVerdict, Ticket, ticket_code,
};
use shared::words::Text;

use super::queries::{self, TicketRow};
use super::{guests, service};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::http::SignedIn;

/// One's own ticket.
pub(super) async fn get_ticket(app: &App, member: MemberId, event: EventId) -> Result<Ticket> {
    let room = service::known_room(app, Some(member), event).await?;
    let own = room.register.standing_of(member);
    let has_seats = own.is_some_and(|own| own.standing == OwnStanding::Confirmed);
    let row = if has_seats {
        queries::ticket(&app.db.read, event, member).await?
    } else {
        None
    };
    let none = || AppError::told(ProblemCode::NotFound, Text::new("problem.no_ticket"));
    Ok(row.ok_or_else(none)?.ticket)
}

/// Everybody who may come in, for organisers.
pub(super) async fn get_door(app: &App, signed_in: &SignedIn, event: EventId) -> Result<DoorList> {
    guests::organised_room(app, signed_in, event).await?;
    let rows = queries::tickets(&app.db.read, event).await?;
    let by = rows.iter().filter_map(|row| row.checked_in_by).collect::<Vec<_>>();
    let names = queries::names(&app.db.read, &by).await?;
    let mut guests: Vec<DoorGuest> = rows
        .into_iter()
        .filter(|row| row.is_confirmed)
        .map(|row| DoorGuest {
            member_id: row.member,
            checked_in_by: row.checked_in_by.and_then(|by| names.get(&by).cloned()),
            ticket: row.ticket,
        })
        .collect();
    guests.sort_by(|one, other| (&one.ticket.name, one.member_id).cmp(&(&other.ticket.name, other.member_id)));
    let checked_in = guests
        .iter()
        .filter(|guest| guest.ticket.checked_in_at.is_some())
        .count();
    Ok(DoorList {
        guests,
        checked_in: u32::try_from(checked_in).unwrap_or(u32::MAX),
    })
}

/// Takes in what was scanned. A ticket is checked once; who scans it again is told when it was and by whom.
pub(super) async fn check_in(
    app: &App,
    signed_in: &SignedIn,
    event: EventId,
    input: CheckInInput,
) -> Result<CheckInOutcome> {
    guests::organised_room(app, signed_in, event).await?;
    let now = service::now(app);
    let tx = app.db.begin().await?;
    let mut rows: HashMap<String, TicketRow> = queries::tickets(&tx, event)
        .await?
        .into_iter()
        .map(|row| (row.ticket.code.clone(), row))
        .collect();
    let mut results = Vec::with_capacity(input.scans.len());
    for scan in input.scans {
        let row = rows.get_mut(&ticket_code(&scan.code));
        let verdict = row.as_ref().map_or(ScanVerdict::Unknown, |row| verdict(row));
        if let Some(row) = row.filter(|_| verdict == ScanVerdict::CheckedIn) {
            let at = scan.at.min(now);
            queries::check_in(&tx, event, row.member, at.millis(), signed_in.member_id).await?;
            (row.ticket.checked_in_at, row.checked_in_by) = (Some(at), Some(signed_in.member_id));
        }
        results.push((scan, verdict));
    }
    let by: Vec<MemberId> = rows.values().filter_map(|row| row.checked_in_by).collect();
    let names = queries::names(&tx, &by).await?;
    let is_new = results.iter().any(|(_, verdict)| *verdict == ScanVerdict::CheckedIn);
    if is_new {
        queries::note_changed(&tx, event, now.millis()).await?;
    }
    tx.commit().await?;
    if is_new {
        app.live.tell(event);
    }
    let checked_in = rows.values().filter(|row| row.ticket.checked_in_at.is_some()).count();
    Ok(CheckInOutcome {
        results: results
            .into_iter()
            .map(|(scan, verdict)| result(scan, verdict, &rows, &names))
            .collect(),
        checked_in: u32::try_from(checked_in).unwrap_or(u32::MAX),
    })
}

fn verdict(row: &TicketRow) -> ScanVerdict {
    if row.ticket.checked_in_at.is_some() {
        ScanVerdict::Already
    } else if row.is_confirmed {
        ScanVerdict::CheckedIn
    } else {
        ScanVerdict::NotConfirmed
    }
}

fn result(
    scan: Scan,
    verdict: ScanVerdict,
    rows: &HashMap<String, TicketRow>,
    names: &HashMap<MemberId, String>,
) -> ScanResult {
    let row = rows.get(&ticket_code(&scan.code));
    let at: Option<Instant> = row.and_then(|row| row.ticket.checked_in_at);
    ScanResult {
        verdict,
        name: row.map(|row| row.ticket.name.clone()),
        at,
        by: row.and_then(|row| names.get(&row.checked_in_by?).cloned()),
        code: scan.code,
    }
}
