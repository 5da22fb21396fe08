//! Calendars as files: routes that cannot be endpoints, because programs for calendars read them.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use shared::api::{ProblemCode, Public};
use shared::events::LanguageFilter;
use shared::fields::CountryCode;
use shared::ids::EventId;
use shared::validate::Validate;

use super::access::Guard;
use super::decode;
use crate::app::App;
use crate::calendar::{Method, file_for};
use crate::error::{AppError, Result};
use crate::features::events::calendar;

/// Feeds that say the same to everybody; whoever stands in between may keep them as long.
const FOR_ALL: &str = "public, max-age=300";
const FOR_ONE: &str = "private, max-age=300";
/// Depends on who asks, and may change with the next answer.
const FOR_NOW: &str = "private, no-cache";

/// Which events of everybody's are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct FeedFilter {
    /// Those to which this chapter invites.
    country: Option<CountryCode>,
    language: String,
}

/// `GET /api/events/{event_id}/calendar.ics`: an event as a file to be saved.
pub(super) async fn event(
    State(app): State<App>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response> {
    let actor = Public::admit(&app, &headers).await?;
    let id: EventId = decode::id(&id, "event_id")?;
    let language = language(decode::query(uri.query().unwrap_or_default())?)?;
    let entry = calendar::event_entry(&app, &actor, id, &language).await?;
    let mut response = answer(&headers, file_for(&entry), entry.method(), FOR_NOW);
    let name = header::HeaderValue::from_static("attachment; filename=\"event.ics\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

/// `GET /api/calendar.ics`: everybody's events, of the whole club or of one chapter.
pub(super) async fn club(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response> {
    let filter: FeedFilter = decode::query(uri.query().unwrap_or_default())?;
    let language = language(LanguageFilter {
        language: filter.language,
    })?;
    let feed = calendar::club_feed(&app, filter.country, &language).await?;
    Ok(answer(&headers, feed, Method::Publish, FOR_ALL))
}

/// `GET /api/calendars/{secret}.ics`: a member's own answers, for whoever has the address.
pub(super) async fn own(
    State(app): State<App>,
    Path(file): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response> {
    let language = language(decode::query(uri.query().unwrap_or_default())?)?;
    let secret = file.strip_suffix(".ics");
    let secret = secret.ok_or_else(|| AppError::of(ProblemCode::NotFound))?;
    let feed = calendar::own_feed(&app, secret, &language).await?;
    Ok(answer(&headers, feed, Method::Publish, FOR_ONE))
}

fn language(filter: LanguageFilter) -> Result<String> {
    filter.validate().map_err(AppError::invalid)?;
    Ok(filter.language)
}

/// A calendar, or word that the one that was fetched before is still right.
fn answer(headers: &HeaderMap, text: String, method: Method, kept: &'static str) -> Response {
    let hash = Sha256::digest(text.as_bytes());
    let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(hash);
    // Weak: what travels may be compressed.
    let tag = format!("W/\"{:016x}\"", u64::from_be_bytes([a, b, c, d, e, f, g, h]));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let is_known = known.is_some_and(|tags| tags.split(',').any(|known| known.trim() == tag));
    let kept = [(header::ETAG, tag), (header::CACHE_CONTROL, kept.to_owned())];
    if is_known {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    let kind = [(header::CONTENT_TYPE, method.media_type())];
    (kept, kind, text).into_response()
}
