//! The one shape of every error that reaches a client.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::validate::FieldErrors;
use crate::words::Text;

/// What went wrong, for programs. Closed, with a catch-all for clients older than the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Nobody is signed in, or the session has ended.
    Unauthenticated,
    /// The caller may not do this.
    Forbidden,
    /// There is no such thing, or none that the caller may know of.
    NotFound,
    /// The path exists, the method does not.
    MethodNotAllowed,
    /// It contradicts the present state.
    Conflict,
    /// The input is wrong; `fields` says where.
    Invalid,
    /// The body is not of the expected media type.
    UnsupportedMediaType,
    /// The input is too large.
    TooLarge,
    /// The request took too long to arrive or to answer.
    Timeout,
    /// Too many requests.
    RateLimited,
    /// The server cannot answer now.
    Unavailable,
    /// The server's fault.
    Internal,
    /// A code this client does not know.
    Unknown,
}

impl ProblemCode {
    /// Every code that a server sends.
    pub const ALL: [Self; 12] = [
        Self::Unauthenticated,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::Conflict,
        Self::Invalid,
        Self::UnsupportedMediaType,
        Self::TooLarge,
        Self::Timeout,
        Self::RateLimited,
        Self::Unavailable,
        Self::Internal,
    ];

    /// The code as it travels.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::Conflict => "conflict",
            Self::Invalid => "invalid",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::TooLarge => "too_large",
            Self::Timeout => "timeout",
            Self::RateLimited => "rate_limited",
            Self::Unavailable => "unavailable",
            Self::Internal => "internal",
            Self::Unknown => "unknown",
        }
    }

    /// The HTTP status that goes with the code.
    pub const fn status(self) -> u16 {
        match self {
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::Timeout => 408,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::Invalid => 422,
            Self::RateLimited => 429,
            Self::Internal | Self::Unknown => 500,
            Self::Unavailable => 503,
        }
    }
}

// Through the text, as all codes.
impl<'de> Deserialize<'de> for ProblemCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = <Cow<'de, str>>::deserialize(deserializer)?;
        let known = Self::ALL.into_iter().find(|known| known.code() == code);
        Ok(known.unwrap_or(Self::Unknown))
    }
}

/// An error as it travels: a code for programs, words for people, and where it went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// What went wrong, for programs.
    pub code: ProblemCode,
    /// What went wrong, as a key that the page says in its reader's language.
    pub text: Text,
    /// The same in English, for people who read the wire.
    pub message: String,
    /// What is wrong with which field of the input.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: FieldErrors,
    /// The request's id, to be quoted when asking for help.
    pub request_id: String,
}
