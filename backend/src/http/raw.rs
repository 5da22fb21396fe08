//! The few routes that cannot be endpoints: health, the documents about the endpoints, and files to be saved.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sea_orm::ConnectionTrait;
use shared::api::{Coordinator, ProblemCode};
use shared::map::FigureFilter;
use shared::validate::Validate;

use super::access::Guard;
use super::{calendars, decode, docs, live, openapi, outbox_html, unsubscribe};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::{map, rsvp};

/// The routes.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .route("/api/openapi.json", get(openapi_document))
        .route("/api/docs", get(docs::page))
        .route("/api/docs/docs.css", get(docs::style))
        .route("/api/map/figures.csv", get(figures_csv))
        .route("/api/live", get(live::stream))
        .route("/api/organiser/events/{event_id}/attendees.csv", get(attendees_csv))
        .route("/api/calendar.ics", get(calendars::club))
        .route("/api/calendars/{file}", get(calendars::own))
        .route("/api/events/{event_id}/calendar.ics", get(calendars::event))
        .route(unsubscribe::PATH, get(unsubscribe::ask).post(unsubscribe::end))
        .route("/api/mails/unsubscribe.css", get(unsubscribe::style))
        .route("/api/demo/outbox/{mail_id}/html", get(outbox_html::page))
}

/// Ready when the database answers; the read model is built before the server listens.
async fn ready(State(app): State<App>) -> Result<&'static str> {
    let asked = app.db.read.execute_unprepared("SELECT 1").await;
    asked.map_err(|_| AppError::of(ProblemCode::Unavailable))?;
    Ok("ready")
}

async fn openapi_document(State(app): State<App>) -> Response {
    let document = openapi::document(app.settings.is_demo);
    ([(header::CONTENT_TYPE, "application/json")], document.to_string()).into_response()
}

/// What `GET /api/map/figures` answers to the same query, as a file.
async fn figures_csv(State(app): State<App>, uri: Uri) -> Result<Response> {
    let filter: FigureFilter = decode::query(uri.query().unwrap_or_default())?;
    filter.validate().map_err(AppError::invalid)?;
    let file = map::figures_csv(&app, filter).await?;
    Ok(csv_file(&file.name, "no-cache", file.bytes))
}

/// What `GET …/attendees` answers, as a file; never kept by anybody on the way.
async fn attendees_csv(State(app): State<App>, headers: HeaderMap, Path(event): Path<String>) -> Result<Response> {
    let signed_in = Coordinator::admit(&app, &headers).await?;
    let bytes = rsvp::attendee_csv(&app, &signed_in, decode::id(&event, "event_id")?).await?;
    Ok(csv_file(&rsvp::file_name(&app), "no-store", bytes))
}

fn csv_file(name: &str, kept: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, kept.to_owned()),
    ];
    (headers, bytes).into_response()
}
