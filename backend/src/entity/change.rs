//! The change feed: what other processes must read again. Written in the transaction that changes the thing.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The table that changed.
    pub kind: String,
    /// The row that changed.
    pub subject_id: Uuid,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
