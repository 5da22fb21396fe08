//! Decodes paths, queries and bodies. What cannot be decoded is a problem that names the field.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use shared::api::{Endpoint, ProblemCode};
use shared::words::Text;

use crate::error::{AppError, Result};

/// Longest query string, in bytes.
const MAX_QUERY_BYTES: usize = 8 * 1024;
/// Largest JSON body, in bytes.
const MAX_BODY_BYTES: usize = 64 * 1024;
/// How long a body may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(10);

/// The values of the path's braces.
pub(super) async fn params<E: Endpoint>(parts: &mut Parts) -> Result<E::Params> {
    let params = Path::<E::Params>::from_request_parts(parts, &()).await;
    params.map(|Path(params)| params).map_err(|_| {
        let name = E::PATH.split(['{', '}']).nth(1).unwrap_or("path");
        AppError::invalid_field(name, Text::new("invalid.malformed"))
    })
}

/// An id in the path of a route that is no endpoint.
pub(super) fn id<T: std::str::FromStr>(text: &str, name: &str) -> Result<T> {
    text.parse()
        .map_err(|_| AppError::invalid_field(name, Text::new("invalid.malformed")))
}

/// A query string; lists are repeated keys.
pub(super) fn query<T: DeserializeOwned>(query: &str) -> Result<T> {
    if query.len() > MAX_QUERY_BYTES {
        return Err(AppError::of(ProblemCode::TooLarge));
    }
    // Without an escape it is text as it stands.
    let escaped = query.split('&').filter(|pair| pair.contains('%'));
    for pair in escaped {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let is_text = |part: &str| percent_encoding::percent_decode_str(part).decode_utf8().is_ok();
        if !is_text(key) || !is_text(value) {
            let field = String::from_utf8_lossy(key.as_bytes()).into_owned();
            return Err(AppError::invalid_field(&field, Text::new("invalid.not_utf8")));
        }
    }
    let pairs = form_urlencoded::parse(query.as_bytes());
    serde_path_to_error::deserialize(serde_html_form::Deserializer::new(pairs)).map_err(|error| wrong_value(&error))
}

/// A JSON body.
pub(super) async fn json<T: DeserializeOwned>(headers: &HeaderMap, body: Body) -> Result<T> {
    let is_json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(';')
                .next()
                .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
        });
    if !is_json {
        return Err(AppError::of(ProblemCode::UnsupportedMediaType));
    }
    let bytes = arrived(body, MAX_BODY_BYTES).await?;
    // Every input has names for its parts; a list would be taken for them in their order.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err(AppError::invalid_field("body", Text::new("invalid.not_json")));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(&bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        if error.inner().is_data() {
            return wrong_value(&error);
        }
        AppError::invalid_field("body", Text::new("invalid.not_json"))
    })?;
    deserializer
        .end()
        .map_err(|_| AppError::invalid_field("body", Text::new("invalid.not_json")))?;
    Ok(value)
}

/// A whole file.
pub(super) async fn file(headers: &HeaderMap, body: Body, max_bytes: usize) -> Result<Bytes> {
    let told = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok());
    // Who says how much it will be need not send it first.
    if told
        .and_then(|value| value.parse::<usize>().ok())
        .is_some_and(|length| length > max_bytes)
    {
        return Err(AppError::of(ProblemCode::TooLarge));
    }
    arrived(body, max_bytes).await
}

/// A body that arrives in time and is not too large.
async fn arrived(body: Body, max_bytes: usize) -> Result<Bytes> {
    let collected = tokio::time::timeout(BODY_TIME, Limited::new(body, max_bytes).collect()).await;
    let Ok(arrived) = collected else {
        return Err(AppError::of(ProblemCode::Timeout));
    };
    let arrived = arrived.map_err(|error| {
        AppError::of(if error.is::<LengthLimitError>() {
            ProblemCode::TooLarge
        } else {
            ProblemCode::Invalid
        })
    })?;
    Ok(arrived.to_bytes())
}

/// The field is the path without list places: `country[1]` is `country`.
fn wrong_value<E: std::fmt::Display>(error: &serde_path_to_error::Error<E>) -> AppError {
    let names: Vec<&str> = error
        .path()
        .iter()
        .filter_map(|segment| match segment {
            Segment::Map { key } => Some(key.as_str()),
            Segment::Enum { variant } => Some(variant.as_str()),
            Segment::Seq { .. } | Segment::Unknown => None,
        })
        .collect();
    let said = error.inner().to_string();
    // The one thing that the decoder says about a field that is not there.
    let missing = said
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next());
    match missing {
        Some(name) => {
            let field = names.iter().copied().chain([name]).collect::<Vec<_>>().join(".");
            AppError::invalid_field(&field, Text::new("invalid.missing"))
        }
        None => {
            let field = if names.is_empty() {
                "body".to_owned()
            } else {
                names.join(".")
            };
            AppError::invalid_field(&field, Text::new("invalid.unknown_value"))
        }
    }
}
