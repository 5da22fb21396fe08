//! The few routes that cannot be endpoints: health, the documents about the endpoints, and files to be saved.

use axum::Router;
use axum::extract::State;
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sea_orm::ConnectionTrait;
use shared::api::ProblemCode;
use shared::map::FigureFilter;
use shared::validate::Validate;

use super::{decode, docs, live, openapi};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::map;

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
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{}\"", file.name),
        ),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    Ok((headers, file.bytes).into_response())
}
