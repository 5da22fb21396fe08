//! Pictures of events: covers, and those of reports. Each is decoded and written anew, so that nothing of the file that
//! was sent is kept but what one sees.

mod remake;

use bytes::Bytes;
use shared::api::ProblemCode;
use shared::events::{EventLife, Organiser, TakenPicture};
use shared::ids::{EventId, PictureId};
use shared::words::Text;
use tokio::sync::Semaphore;
use uuid::Uuid;

use self::remake::{Remade, Unusable, remake};
use super::queries::{self, NewPicture, PictureFile, PicturePlace};
use super::service::{admit_organiser, admit_reader, no_event, now, organised, organiser};
use super::stored::Head;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::rsvp::service as answers;
use crate::http::{Actor, SignedIn};

/// Pictures of one event.
const MOST: u64 = 12;

/// One picture at a time: a large one takes hundreds of megabytes while it is decoded.
static EASEL: Semaphore = Semaphore::const_new(1);

/// Whether somebody may add a picture to an event now; asked before the file is read.
pub(crate) async fn check_picture(app: &App, signed_in: &SignedIn, event: EventId, place: PicturePlace) -> Result<()> {
    let (_, stored) = organised(app, signed_in, event).await?;
    check_place(app, &stored.head, place)?;
    check_room(queries::count_pictures(&app.db.read, event).await?, &stored.head, place)
}

/// Covers belong to what can still be changed, other pictures to reports.
fn check_place(app: &App, head: &Head, place: PicturePlace) -> Result<()> {
    let life = head.life(now(app));
    let conflict = |key| Err(AppError::told(ProblemCode::Conflict, Text::new(key)));
    match place {
        PicturePlace::Cover if !life.is_open_to_change() => conflict("problem.event_closed"),
        PicturePlace::Report if life != EventLife::Past => conflict("problem.event_not_over"),
        PicturePlace::Cover | PicturePlace::Report => Ok(()),
    }
}

fn check_room(pictures: u64, head: &Head, place: PicturePlace) -> Result<()> {
    // A new cover takes the place of the old one.
    let gone = u64::from(place == PicturePlace::Cover && head.cover.is_some());
    if pictures.saturating_sub(gone) < MOST {
        return Ok(());
    }
    Err(wrong(Text::new("invalid.pictures_full").with("max", MOST)))
}

fn wrong(text: Text) -> AppError {
    AppError::invalid_field("picture", text)
}

/// Takes a picture in.
pub(crate) async fn take_picture(
    app: &App,
    signed_in: &SignedIn,
    event: EventId,
    place: PicturePlace,
    file: Bytes,
) -> Result<TakenPicture> {
    let organiser = organiser(app, signed_in)?;
    let remade = on_the_easel(file).await?;
    let taken = TakenPicture {
        id: PictureId(Uuid::now_v7()),
        width: remade.width,
        height: remade.height,
    };
    write(app, &organiser, event, place, taken, remade.jpeg).await?;
    answers::event_changed(app, event).await?;
    Ok(taken)
}

async fn on_the_easel(file: Bytes) -> Result<Remade> {
    let _turn = EASEL.acquire().await.map_err(anyhow::Error::from)?;
    let remade = tokio::task::spawn_blocking(move || remake(&file)).await;
    remade
        .map_err(anyhow::Error::from)?
        .map_err(|unusable: Unusable| wrong(unusable.text()))
}

async fn write(
    app: &App,
    organiser: &Organiser,
    event: EventId,
    place: PicturePlace,
    taken: TakenPicture,
    jpeg: Vec<u8>,
) -> Result<()> {
    let now = now(app);
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, event).await?.ok_or_else(no_event)?;
    let head = &stored.head;
    admit_organiser(app, organiser, head)?;
    check_place(app, head, place)?;
    check_room(queries::count_pictures(&tx, event).await?, head, place)?;
    let picture = NewPicture {
        id: taken.id,
        event,
        place,
        width: taken.width,
        height: taken.height,
        bytes: jpeg,
        by: organiser.id,
        now: now.millis(),
    };
    queries::insert_picture(&tx, picture).await?;
    if place == PicturePlace::Cover {
        if let Some(old) = head.cover {
            queries::delete_picture(&tx, old).await?;
        }
        queries::set_cover(&tx, event, Some(taken.id)).await?;
    }
    let detail = serde_json::json!({ "picture": taken.id }).to_string();
    queries::log(&tx, event, organiser.id, "add_picture", detail, now).await?;
    Ok(tx.commit().await?)
}

fn no_picture() -> AppError {
    AppError::told(ProblemCode::NotFound, Text::new("problem.not_found_picture"))
}

/// A picture, for who may know of its event.
pub(crate) async fn picture(app: &App, actor: &Actor, id: PictureId) -> Result<PictureFile> {
    let picture = queries::picture(&app.db.read, id).await?.ok_or_else(no_picture)?;
    let head = queries::head(&app.db.read, picture.event)
        .await?
        .ok_or_else(no_picture)?;
    admit_reader(app, actor, &head).map_err(|_| no_picture())?;
    Ok(picture)
}

/// Removes a picture.
pub(crate) async fn delete_picture(app: &App, signed_in: &SignedIn, id: PictureId) -> Result<()> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let event = queries::event_of_picture(&app.db.read, id)
        .await?
        .ok_or_else(no_picture)?;
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, event).await?.ok_or_else(no_picture)?;
    admit_organiser(app, &organiser, &stored.head).map_err(|_| no_picture())?;
    if stored.head.cover == Some(id) {
        queries::set_cover(&tx, event, None).await?;
    }
    queries::delete_picture(&tx, id).await?;
    let detail = serde_json::json!({ "picture": id }).to_string();
    queries::log(&tx, event, organiser.id, "remove_picture", detail, now).await?;
    tx.commit().await?;
    answers::event_changed(app, event).await
}
