//! Past events of the club and the programme as they were found, each with its source.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "past_event")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// A day, or the month alone where the day was not found.
    pub starts_on: String,
    /// The last day, where there were more than one.
    pub ends_on: Option<String>,
    pub kind: String,
    /// The country/region; empty where it was for several.
    pub country_code: Option<String>,
    pub city: Option<String>,
    pub title: String,
    pub venue: Option<String>,
    pub mode: String,
    pub note: Option<String>,
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
