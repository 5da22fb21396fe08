//! What is told about an event that is over.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use shared::events::ReportInput;
use shared::ids::EventId;
use shared::instant::Instant;

use super::super::convert;
use super::super::stored::StoredReport;
use crate::entity::event_report;

/// An event's report.
pub(in super::super) async fn report(
    db: &impl ConnectionTrait,
    event: EventId,
) -> anyhow::Result<Option<StoredReport>> {
    let row = event_report::Entity::find_by_id(event.0).one(db).await?;
    row.map(convert::report).transpose()
}

/// Writes an event's report, in the place of an earlier one.
pub(in super::super) async fn put_report(
    db: &impl ConnectionTrait,
    event: EventId,
    input: &ReportInput,
    text_html: &str,
    now: Instant,
) -> anyhow::Result<()> {
    use event_report::Column as C;
    let row = event_report::ActiveModel {
        event_id: Set(event.0),
        came_count: Set(i32::try_from(input.came_count)?),
        countries: Set(convert::joined_countries(&input.countries)),
        text: Set(input.text.clone()),
        text_html: Set(text_html.into()),
        published_at: Set(now.millis()),
    };
    let replace = OnConflict::column(C::EventId)
        .update_columns([C::CameCount, C::Countries, C::Text, C::TextHtml])
        .to_owned();
    event_report::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
