//! Countries/regions of ISO 3166-1 with their UN M.49 grouping and CLDR names.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "country")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub alpha3: String,
    pub numeric: String,
    pub region: String,
    pub subregion: String,
    pub name_en: String,
    pub name_ja: String,
}

impl ActiveModelBehavior for ActiveModel {}
