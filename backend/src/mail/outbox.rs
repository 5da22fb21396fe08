//! The outbox of a demonstration: what would be sent, to fictional people.

use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder, QuerySelect};
use shared::admin::{MailState, OutboxFilter, OutboxPage, OutboxRow};
use shared::api::ProblemCode;
use shared::ids::MailId;
use shared::instant::Instant;
use shared::mail::MailKind;
use shared::words::Text;

use super::letter::{self, Letter};
use super::{facts, worker};
use crate::app::App;
use crate::entity::outbox;
use crate::error::{AppError, Result};

/// A page of it, the latest first.
pub(crate) async fn page(app: &App, filter: OutboxFilter) -> Result<OutboxPage> {
    let db = &app.db.read;
    let total = outbox::Entity::find().count(db).await?;
    let rows = outbox::Entity::find()
        .order_by_desc(outbox::Column::CreatedAt)
        .order_by_desc(outbox::Column::Id)
        .offset(u64::from(OutboxFilter::PER_PAGE) * u64::from(filter.page - 1))
        .limit(u64::from(OutboxFilter::PER_PAGE))
        .all(db)
        .await?;
    let mut mails = Vec::with_capacity(rows.len());
    for row in rows {
        if let (Ok(kind), Some(facts)) = (row.kind.parse::<MailKind>(), facts::read(app, &row).await?) {
            mails.push(OutboxRow {
                id: MailId(row.id),
                kind,
                to: facts.reader.name.clone(),
                event_title: facts.title.clone(),
                subject: letter::subject(&facts),
                due_at: Instant::from_millis(row.due_at),
                state: state(&row),
            });
        }
    }
    Ok(OutboxPage {
        mails,
        total: u32::try_from(total).unwrap_or(u32::MAX),
    })
}

const fn state(row: &outbox::Model) -> MailState {
    match (row.sent_at, row.given_up_at) {
        (Some(_), _) => MailState::Sent,
        (None, Some(_)) => MailState::Dropped,
        (None, None) => MailState::Waiting,
    }
}

/// One mail as it would be read now.
pub(crate) async fn letter(app: &App, id: MailId) -> Result<Letter> {
    let none = || AppError::told(ProblemCode::NotFound, Text::new("problem.not_found_mail"));
    let row = outbox::Entity::find_by_id(id.0).one(&app.db.read).await?;
    worker::preview(app, &row.ok_or_else(none)?).await?.ok_or_else(none)
}
