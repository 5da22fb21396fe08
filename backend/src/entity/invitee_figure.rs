//! Numbers of invitees: of where, when and which part of the programme, how sure, and who says so.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitee_figure")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The country/region; empty for all of them and for a group.
    pub country_code: Option<String>,
    /// The name of a group of countries/regions; empty for all of them.
    pub group_name: Option<String>,
    pub fiscal_year_from: i32,
    /// Counted too.
    pub fiscal_year_to: i32,
    pub scope: String,
    /// How sure it is; `demo` is fictional and never published.
    pub kind: String,
    pub invitees: i32,
    pub source: String,
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
