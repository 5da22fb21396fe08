//! Idempotency keys with the outcomes that were answered to them; kept for a day.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rsvp_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub event_id: Uuid,
    pub request_hash: String,
    /// Nothing, or the code of a refusal.
    pub outcome: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
