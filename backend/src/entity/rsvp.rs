//! Answers to events: what `shared::rsvp::Entry` holds, and what belongs to it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rsvp")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    pub answer: String,
    pub companions: i32,
    pub standing: String,
    pub offered_until: Option<i64>,
    pub since: i64,
    pub is_placed: bool,
    /// The revision of the event's answers that wrote the row.
    pub revision: i64,
    pub shown_to: String,
    /// To the organiser's questions: JSON.
    pub answers: String,
    /// Of mails; may be empty.
    pub language: String,
    /// Of mails; may be empty.
    pub zone: String,
    pub answered_at: i64,
    pub ticket_code: Option<String>,
    pub checked_in_at: Option<i64>,
    pub checked_in_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
