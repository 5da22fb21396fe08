//! Who did what to an event, in order; rows are added only.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_log")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: Uuid,
    pub actor_id: Uuid,
    /// The member whom it concerned.
    pub subject_id: Option<Uuid>,
    pub action: String,
    /// JSON, without texts of people.
    pub detail: String,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
