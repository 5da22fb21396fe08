//! Mails to be sent, and those that were.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub member_id: Uuid,
    pub event_id: Option<Uuid>,
    /// What the words need: JSON.
    pub payload: String,
    pub language: String,
    pub zone: String,
    /// No two mails have the same one: what must not be sent twice.
    pub once: Option<String>,
    pub created_at: i64,
    pub due_at: i64,
    pub attempts: i32,
    pub claimed_until: Option<i64>,
    /// Which worker of which process.
    pub claimed_by: Option<String>,
    pub sent_at: Option<i64>,
    pub given_up_at: Option<i64>,
    pub last_error: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
