//! Events of the club.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What is stored of `shared::events::EventLife`: draft, scheduled, published or cancelled.
    pub life: String,
    pub kind: String,
    /// What the organiser typed, as JSON of `shared::events::EventInput`; the columns below follow from it.
    pub input: String,
    pub zone: String,
    pub starts_at: Option<i64>,
    pub ends_at: Option<i64>,
    pub deadline_at: Option<i64>,
    pub publish_at: Option<i64>,
    pub cancel_reason: Option<String>,
    /// Of the place.
    pub country_code: Option<String>,
    /// Empty: as many as come; 0: nobody can take part in this way.
    pub room_seats: Option<i32>,
    pub online_seats: Option<i32>,
    pub companions_max: i32,
    pub fill_seats: bool,
    pub hold_hours: i32,
    pub reach: String,
    /// Codes with a space between them.
    pub reach_countries: String,
    /// Years with a space between them.
    pub reach_years: String,
    pub cover_id: Option<Uuid>,
    pub is_demo: bool,
    pub created_by: Option<Uuid>,
    pub created_at: i64,
    pub updated_at: i64,
    /// Grows with every change of the event itself.
    pub version: i32,
    /// Grows with every change that calendars must learn of, once it is published.
    pub sequence: i32,
    /// Grows with every change of its answers.
    pub rsvp_revision: i64,
    /// The revision of the last change that deleted an answer: who knows an older one reads all of them again.
    pub rsvp_reload_revision: i64,
}

impl ActiveModelBehavior for ActiveModel {}
