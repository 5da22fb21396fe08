//! The few routes that cannot be endpoints: health, and the documents about the endpoints.

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sea_orm::ConnectionTrait;
use shared::api::ProblemCode;

use super::{docs, openapi};
use crate::app::App;
use crate::error::{AppError, Result};

/// The routes.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .route("/api/openapi.json", get(openapi_document))
        .route("/api/docs", get(docs::page))
        .route("/api/docs/docs.css", get(docs::style))
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
