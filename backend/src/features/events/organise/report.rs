//! What is told about an event that is over.

use shared::api::ProblemCode;
use shared::events::{EventLife, EventReport, ReportInput};
use shared::ids::EventId;
use shared::mail::MailKind;
use shared::words::Text;

use super::super::service::{admit_organiser, no_event, now, organiser};
use super::super::{markdown, queries, show};
use super::tell;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::rsvp::service as answers;
use crate::http::SignedIn;

/// Writes the report and thanks those who came, each of them once however often it is corrected.
pub(in super::super) async fn set_report(
    app: &App,
    signed_in: &SignedIn,
    id: EventId,
    input: &ReportInput,
) -> Result<EventReport> {
    let now = now(app);
    let organiser = organiser(app, signed_in)?;
    let tx = app.db.begin().await?;
    let stored = queries::lock_event(&tx, id).await?.ok_or_else(no_event)?;
    admit_organiser(app, &organiser, &stored.head)?;
    if stored.head.life(now) != EventLife::Past {
        return Err(AppError::told(
            ProblemCode::Conflict,
            Text::new("problem.event_not_over"),
        ));
    }
    queries::put_report(&tx, id, input, &markdown::to_html(&input.text), now).await?;
    let people = queries::who_came(&tx, id).await?;
    let mut mails = tell::mails(MailKind::ThankYou, id, people, "{}", now);
    for mail in &mut mails {
        mail.once = Some(format!("thank_you:{id}:{}", mail.to));
    }
    crate::mail::queue(&tx, mails, now.millis()).await?;
    let detail = serde_json::json!({ "came_count": input.came_count }).to_string();
    queries::log(&tx, id, organiser.id, "report", detail, now).await?;
    tx.commit().await?;
    answers::event_changed(app, id).await?;
    show::report(app, id).await?.ok_or_else(no_event)
}
