//! Does errands together: one transaction, one commit, and only then the answers.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use bytes::Bytes;
use shared::api::ProblemCode;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::words::Text;

use super::errand::{By, Errand, Waiting};
use super::queries::{self, KeptKey};
use super::room::Room;
use super::sheet::{Sheet, no_event};
use crate::app::App;
use crate::error::{AppError, Result};

type Sheets = BTreeMap<EventId, Option<Sheet>>;
type Keys = HashMap<(MemberId, String), KeptKey>;

/// What a batch has come to.
struct Done {
    answers: Vec<Result<Bytes>>,
    /// Events whose answers have changed, as they are now.
    rooms: Vec<Arc<Room>>,
}

/// Does errands and answers whoever waits.
pub(super) async fn run(app: &App, waiting: Vec<Waiting>) {
    let (errands, replies): (Vec<_>, Vec<_>) = waiting.into_iter().map(|each| (each.errand, each.reply)).unzip();
    match write(app, &errands).await {
        Ok(done) => {
            for room in done.rooms {
                let event = room.event;
                app.desk.rooms.keep(room);
                app.live.tell(event);
            }
            for (reply, answer) in replies.into_iter().zip(done.answers) {
                // Whoever has left meanwhile is not told; the answer stands.
                let _ = reply.send(answer);
            }
        }
        Err(error) => {
            // Nothing was written: the first is told with the cause, which is logged once, the others to try again.
            let mut first = Some(error);
            for reply in replies {
                let told = first.take().unwrap_or_else(|| AppError::of(ProblemCode::Unavailable));
                let _ = reply.send(Err(told));
            }
        }
    }
}

async fn write(app: &App, errands: &[Errand]) -> Result<Done> {
    let now = Instant::from_millis(app.clock.now().as_millisecond());
    let tx = app.db.begin().await?;
    let mut sheets = Sheets::new();
    for errand in errands {
        sheets.entry(errand.event).or_default();
    }
    // In the order of their ids, so that no two processes wait for each other.
    for (id, sheet) in &mut sheets {
        if let Some(row) = queries::lock_event(&tx, *id).await? {
            let room = match app.desk.rooms.seen_before(app, *id) {
                Some(room) => room,
                None => queries::room(&tx, &app.desk.rooms, &row).await?,
            };
            *sheet = Some(Sheet::new(Room::clone(&room), now));
        }
    }
    let mut keys = queries::kept_keys(&tx, errands).await?;
    let mut new_keys = Vec::new();
    let answers = errands
        .iter()
        .map(|errand| one(app, errand, &mut sheets, &mut keys, &mut new_keys, now))
        .collect();
    queries::keep_keys(&tx, new_keys, now.millis()).await?;
    let mut rooms = Vec::new();
    for sheet in sheets.into_values().flatten().filter(|sheet| !sheet.is_blank()) {
        rooms.push(Arc::new(queries::write_sheet(&tx, sheet, now.millis()).await?));
    }
    tx.commit().await?;
    Ok(Done { answers, rooms })
}

/// One errand; one that came before with the same key is answered as it was then.
fn one(
    app: &App,
    errand: &Errand,
    sheets: &mut Sheets,
    keys: &mut Keys,
    new_keys: &mut Vec<KeptKey>,
    now: Instant,
) -> Result<Bytes> {
    let key = errand.key().map(|(member, key)| (member, key.to_owned()));
    let fingerprint = key.as_ref().map(|_| errand.fingerprint()).unwrap_or_default();
    if let Some(kept) = key.as_ref().and_then(|key| keys.get(key)) {
        return if kept.fingerprint == fingerprint {
            kept.answer()
        } else {
            Err(AppError::told(
                ProblemCode::Conflict,
                Text::new("problem.key_of_another_request"),
            ))
        };
    }
    let sheet = sheets.get_mut(&errand.event).and_then(Option::as_mut);
    let sheet = sheet.ok_or_else(no_event)?;
    let invitee = match errand.by {
        By::Member(member) => app.directory.invitee(member),
        By::Organiser(organiser) => app.directory.invitee(organiser.id),
        By::Nobody => None,
    };
    // A row for nobody would be refused with everything else of the batch.
    let is_nobody = |member| app.directory.invitee(member).is_none();
    let answer = match errand.subject().filter(|member| is_nobody(*member)) {
        None => sheet.take(errand, invitee.as_ref(), now),
        Some(_) => sheet.refuse_nobody(errand, invitee.as_ref(), now),
    };
    if let Some((member, key)) = key
        && let Some(kept) = KeptKey::of(errand.event, member, &key, fingerprint, &answer)
    {
        new_keys.push(kept.clone());
        keys.insert((member, key), kept);
    }
    answer
}
