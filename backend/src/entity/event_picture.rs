//! Pictures of an event, made anew from what was sent.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_picture")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event_id: Uuid,
    /// `cover` or `report`.
    pub place: String,
    pub position: i32,
    pub media_type: String,
    pub width: i32,
    pub height: i32,
    pub bytes: Vec<u8>,
    pub created_by: Uuid,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
