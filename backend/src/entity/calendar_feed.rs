//! The secret addresses of members' own calendars, by the hash of the secret.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    pub token_hash: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
