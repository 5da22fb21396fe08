//! Pictures of events: files, which cannot be endpoints.

use axum::Json;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use shared::api::{Coordinator, Empty, ProblemCode, Public};
use shared::events::TakenPicture;
use shared::validate::field_error;
use shared::words::Text;

use super::access::Guard;
use super::decode;
use crate::app::App;
use crate::error::{AppError, Result, text_of};
use crate::features::events::{self, PicturePlace};

/// Largest file.
const MAX_BYTES: usize = 8 * 1024 * 1024;
/// A picture never changes under its id; who may see it is asked anew by every other browser.
const KEPT: &str = "private, max-age=31536000, immutable";

/// The routes.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/api/organiser/events/{event_id}/cover", put(put_cover))
        .route(
            "/api/organiser/events/{event_id}/report-pictures",
            post(add_report_picture),
        )
        .route("/api/pictures/{picture_id}", get(picture).delete(delete_picture))
}

async fn put_cover(
    State(app): State<App>,
    headers: HeaderMap,
    Path(event): Path<String>,
    body: Body,
) -> Result<Json<TakenPicture>> {
    take(&app, &headers, &event, body, PicturePlace::Cover).await
}

async fn add_report_picture(
    State(app): State<App>,
    headers: HeaderMap,
    Path(event): Path<String>,
    body: Body,
) -> Result<Json<TakenPicture>> {
    take(&app, &headers, &event, body, PicturePlace::Report).await
}

/// First who sends it and whether it may be sent, then the file.
async fn take(
    app: &App,
    headers: &HeaderMap,
    event: &str,
    body: Body,
    place: PicturePlace,
) -> Result<Json<TakenPicture>> {
    let signed_in = Coordinator::admit(app, headers).await?;
    let event = decode::id(event, "event_id")?;
    events::check_picture(app, &signed_in, event, place).await?;
    let file = file(headers, body).await?;
    Ok(Json(events::take_picture(app, &signed_in, event, place, file).await?))
}

async fn file(headers: &HeaderMap, body: Body) -> Result<Bytes> {
    decode::file(headers, body, MAX_BYTES)
        .await
        .map_err(|error| match error {
            AppError::Problem {
                code: ProblemCode::TooLarge,
                ..
            } => {
                let most = Text::new("invalid.picture_too_large").with("max", MAX_BYTES / 1024 / 1024);
                AppError::Problem {
                    code: ProblemCode::TooLarge,
                    text: text_of(ProblemCode::TooLarge),
                    fields: field_error("picture", most),
                }
            }
            other => other,
        })
}

async fn picture(State(app): State<App>, headers: HeaderMap, Path(picture): Path<String>) -> Result<Response> {
    let actor = Public::admit(&app, &headers).await?;
    let picture = events::picture(&app, &actor, decode::id(&picture, "picture_id")?).await?;
    let headers = [
        (header::CONTENT_TYPE, picture.media_type),
        (header::CACHE_CONTROL, KEPT.into()),
    ];
    Ok((headers, picture.bytes).into_response())
}

async fn delete_picture(
    State(app): State<App>,
    headers: HeaderMap,
    Path(picture): Path<String>,
) -> Result<Json<Empty>> {
    let signed_in = Coordinator::admit(&app, &headers).await?;
    events::delete_picture(&app, &signed_in, decode::id(&picture, "picture_id")?).await?;
    Ok(Json(Empty {}))
}
