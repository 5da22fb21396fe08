//! Exchanges: one trip of one group, the unit that people remember.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "exchange")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub fiscal_year: i32,
    pub programme_code: String,
    pub country_code: String,
    pub field_code: String,
    pub host_id: Uuid,
    pub sending_id: Uuid,
    pub theme: String,
    pub starts_on: String,
    pub ends_on: String,
}

impl ActiveModelBehavior for ActiveModel {}
