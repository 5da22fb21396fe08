//! Fictional events for the demonstration, as they would be after their organisers had made them.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged, ConnectionTrait};
use shared::events::{EventInput, EventLife, ReportInput};
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;

use super::super::{markdown, moments};
use super::{Writing, insert_event, put_report};
use crate::entity::event;

/// A fictional event.
#[derive(Debug)]
pub(crate) struct DemoEvent {
    pub(crate) id: EventId,
    pub(crate) input: EventInput,
    pub(crate) life: EventLife,
    pub(crate) cancel_reason: Option<String>,
    pub(crate) report: Option<ReportInput>,
    pub(crate) created_by: MemberId,
}

/// Adds a fictional event.
///
/// # Errors
/// When its times are none, or the database does not take it.
pub(crate) async fn insert_demo_event(db: &impl ConnectionTrait, demo: &DemoEvent, now: Instant) -> anyhow::Result<()> {
    let (moments, wrong) = moments::read(&demo.input);
    anyhow::ensure!(wrong.is_empty(), "a fictional event has no times: {wrong:?}");
    let writing = Writing {
        id: demo.id,
        input: &demo.input,
        moments,
        now,
    };
    insert_event(db, writing, demo.created_by, true).await?;
    let row = event::ActiveModel {
        id: Unchanged(demo.id.0),
        life: Set(demo.life.code().into()),
        cancel_reason: Set(demo.cancel_reason.clone()),
        ..Default::default()
    };
    row.update(db).await?;
    if let Some(report) = &demo.report {
        put_report(db, demo.id, report, &markdown::to_html(&report.text), now).await?;
    }
    Ok(())
}
