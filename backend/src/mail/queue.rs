//! Putting mails into the outbox.

use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use shared::ids::{EventId, MemberId};
use shared::mail::MailKind;
use uuid::Uuid;

use crate::entity::outbox;

/// Rows of one statement; both engines allow at least 32,766 values in one.
const PIECE: usize = 1_500;

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewMail {
    /// What it is about.
    pub(crate) kind: MailKind,
    /// To whom.
    pub(crate) to: MemberId,
    /// About which event.
    pub(crate) event: Option<EventId>,
    /// What its words need besides the event and the answer as they are when it is sent: a JSON object.
    pub(crate) payload: String,
    /// The reader's language, BCP 47; may be empty.
    pub(crate) language: String,
    /// The reader's IANA zone; may be empty.
    pub(crate) zone: String,
    /// No two mails have the same one: what must not be sent twice.
    pub(crate) once: Option<String>,
    /// When to send it, in unix milliseconds.
    pub(crate) due_at: i64,
}

/// Puts mails into the outbox; one with the same `once` as an earlier one is left out.
///
/// # Errors
/// When the database does not take them.
pub(crate) async fn queue(db: &impl ConnectionTrait, mails: Vec<NewMail>, now: i64) -> Result<(), DbErr> {
    let mut rows = mails.into_iter().map(|mail| row(mail, now)).peekable();
    while rows.peek().is_some() {
        let piece: Vec<_> = rows.by_ref().take(PIECE).collect();
        outbox::Entity::insert_many(piece)
            .on_conflict(OnConflict::column(outbox::Column::Once).do_nothing().to_owned())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

fn row(mail: NewMail, now: i64) -> outbox::ActiveModel {
    outbox::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(mail.kind.code().into()),
        member_id: Set(mail.to.0),
        event_id: Set(mail.event.map(|event| event.0)),
        payload: Set(mail.payload),
        language: Set(mail.language),
        zone: Set(mail.zone),
        once: Set(mail.once),
        created_at: Set(now),
        due_at: Set(mail.due_at),
        attempts: Set(0),
        claimed_until: NotSet,
        claimed_by: NotSet,
        sent_at: NotSet,
        given_up_at: NotSet,
        last_error: NotSet,
    }
}
