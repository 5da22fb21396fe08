//! The header `Idempotency-Key`: one request sent again is one request.

use axum::http::HeaderMap;
use shared::words::Text;

use crate::error::{AppError, Result};

/// Longest key.
const MAX_BYTES: usize = 64;
const NAME: &str = "idempotency-key";

/// A key that a client chose for a request and sends again when it repeats it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The key of a request, where it has one.
    ///
    /// # Errors
    /// When it is empty, too long, or not of visible ASCII characters.
    pub(super) fn of(headers: &HeaderMap) -> Result<Option<Self>> {
        let Some(value) = headers.get(NAME) else {
            return Ok(None);
        };
        let bytes = value.as_bytes();
        let is_good = (1..=MAX_BYTES).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_graphic);
        match value.to_str() {
            Ok(text) if is_good => Ok(Some(Self(text.into()))),
            _ => Err(AppError::invalid_field(NAME, Text::new("invalid.malformed"))),
        }
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
