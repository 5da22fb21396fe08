//! An event's texts in one language; position 0 is the original.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_text")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub language: String,
    pub title: String,
    pub summary: String,
    /// Made from Markdown and cleaned.
    pub description_html: String,
}

impl ActiveModelBehavior for ActiveModel {}
