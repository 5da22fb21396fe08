//! `GET /api/demo/outbox/{mail_id}/html`: the HTML part of a mail, in demo mode, shut off from everything.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use shared::api::ProblemCode;
use shared::ids::MailId;

use super::decode;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::mail::outbox;

/// Mail programs allow styles in the document, so that mails have theirs there. Nothing else is allowed, and the
/// document is of no site.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/// The document.
pub(super) async fn page(State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    if !app.settings.is_demo {
        return Err(AppError::of(ProblemCode::NotFound));
    }
    let letter = outbox::letter(&app, decode::id::<MailId>(&id, "mail_id")?).await?;
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, Html(letter.html)).into_response())
}
