//! What is told about an event that is over.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    pub came_count: i32,
    /// Codes with a space between them.
    pub countries: String,
    /// Markdown.
    pub text: String,
    /// Made from it and cleaned.
    pub text_html: String,
    pub published_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
