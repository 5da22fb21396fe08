//! Pictures of events.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use shared::ids::{EventId, MemberId, PictureId};
use uuid::Uuid;

use crate::entity::{event, event_picture};

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PicturePlace {
    /// Above what an event says.
    Cover,
    /// What became of it.
    Report,
}

impl PicturePlace {
    const fn code(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Report => "report",
        }
    }
}

/// A picture to be added.
#[derive(Debug)]
pub(in super::super) struct NewPicture {
    pub(in super::super) id: PictureId,
    pub(in super::super) event: EventId,
    pub(in super::super) place: PicturePlace,
    pub(in super::super) width: u32,
    pub(in super::super) height: u32,
    /// A JPEG.
    pub(in super::super) bytes: Vec<u8>,
    pub(in super::super) by: MemberId,
    pub(in super::super) now: i64,
}

/// A picture as a file.
#[derive(Debug)]
pub(crate) struct PictureFile {
    pub(in super::super) event: EventId,
    /// What it is.
    pub(crate) media_type: String,
    /// All of it.
    pub(crate) bytes: Vec<u8>,
}

/// A picture by its id.
pub(in super::super) async fn picture(db: &impl ConnectionTrait, id: PictureId) -> Result<Option<PictureFile>, DbErr> {
    let row = event_picture::Entity::find_by_id(id.0).one(db).await?;
    Ok(row.map(|row| PictureFile {
        event: EventId(row.event_id),
        media_type: row.media_type,
        bytes: row.bytes,
    }))
}

/// The event of a picture.
pub(in super::super) async fn event_of_picture(
    db: &impl ConnectionTrait,
    id: PictureId,
) -> Result<Option<EventId>, DbErr> {
    let event: Option<Uuid> = event_picture::Entity::find_by_id(id.0)
        .select_only()
        .column(event_picture::Column::EventId)
        .into_tuple()
        .one(db)
        .await?;
    Ok(event.map(EventId))
}

/// The pictures of an event's report, in their order.
pub(in super::super) async fn report_pictures(
    db: &impl ConnectionTrait,
    event: EventId,
) -> Result<Vec<PictureId>, DbErr> {
    let ids: Vec<Uuid> = event_picture::Entity::find()
        .select_only()
        .column(event_picture::Column::Id)
        .filter(event_picture::Column::EventId.eq(event.0))
        .filter(event_picture::Column::Place.eq(PicturePlace::Report.code()))
        .order_by_asc(event_picture::Column::Position)
        .order_by_asc(event_picture::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(PictureId).collect())
}

/// How many pictures an event has.
pub(in super::super) async fn count_pictures(db: &impl ConnectionTrait, event: EventId) -> Result<u64, DbErr> {
    event_picture::Entity::find()
        .filter(event_picture::Column::EventId.eq(event.0))
        .count(db)
        .await
}

/// Adds a picture behind those of its place.
pub(in super::super) async fn insert_picture(db: &impl ConnectionTrait, picture: NewPicture) -> Result<(), DbErr> {
    let last: Option<Option<i32>> = event_picture::Entity::find()
        .select_only()
        .column_as(event_picture::Column::Position.max(), "last")
        .filter(event_picture::Column::EventId.eq(picture.event.0))
        .filter(event_picture::Column::Place.eq(picture.place.code()))
        .into_tuple()
        .one(db)
        .await?;
    let row = event_picture::ActiveModel {
        id: Set(picture.id.0),
        event_id: Set(picture.event.0),
        place: Set(picture.place.code().into()),
        position: Set(last.flatten().map_or(0, |last| last.saturating_add(1))),
        media_type: Set("image/jpeg".into()),
        width: Set(i32::try_from(picture.width).unwrap_or(i32::MAX)),
        height: Set(i32::try_from(picture.height).unwrap_or(i32::MAX)),
        bytes: Set(picture.bytes),
        created_by: Set(picture.by.0),
        created_at: Set(picture.now),
    };
    event_picture::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Copies a picture to another event, which has none of its place yet; answers whether there was anything to copy.
pub(in super::super) async fn copy_picture(
    db: &impl ConnectionTrait,
    from: PictureId,
    to: PictureId,
    event: EventId,
    by: MemberId,
    now: i64,
) -> Result<bool, DbErr> {
    let Some(row) = event_picture::Entity::find_by_id(from.0).one(db).await? else {
        return Ok(false);
    };
    let copy = event_picture::ActiveModel {
        id: Set(to.0),
        event_id: Set(event.0),
        position: Set(0),
        created_by: Set(by.0),
        created_at: Set(now),
        ..row.into()
    };
    event_picture::Entity::insert(copy).exec_without_returning(db).await?;
    Ok(true)
}

/// Removes a picture.
pub(in super::super) async fn delete_picture(db: &impl ConnectionTrait, id: PictureId) -> Result<(), DbErr> {
    event_picture::Entity::delete_by_id(id.0).exec(db).await?;
    Ok(())
}

/// Sets an event's cover.
pub(in super::super) async fn set_cover(
    db: &impl ConnectionTrait,
    event: EventId,
    cover: Option<PictureId>,
) -> Result<(), DbErr> {
    let row = event::ActiveModel {
        id: Unchanged(event.0),
        cover_id: Set(cover.map(|cover| cover.0)),
        ..Default::default()
    };
    row.update(db).await?;
    Ok(())
}
