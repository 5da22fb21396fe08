//! What can go wrong, and how it becomes the one shape that reaches a client.

use std::panic::Location;

use axum::response::{IntoResponse, Response};
use sea_orm::DbErr;
use shared::api::ProblemCode;
use shared::validate::{FieldErrors, field_error};
use shared::words::Text;

/// A result whose error becomes a problem.
pub type Result<T, E = AppError> = std::result::Result<T, E>;

/// What can go wrong while a request is answered.
#[derive(Debug)]
pub enum AppError {
    /// Something to tell the caller.
    Problem {
        /// What, for programs.
        code: ProblemCode,
        /// What, for people.
        text: Text,
        /// Where in the input.
        fields: FieldErrors,
    },
    /// Our own fault: logged once, told to nobody.
    Internal {
        /// What happened.
        source: anyhow::Error,
        /// Where it was noticed.
        location: &'static Location<'static>,
    },
}

impl AppError {
    /// A problem in the words of its code.
    pub fn of(code: ProblemCode) -> Self {
        Self::told(code, text_of(code))
    }

    /// A problem in words of its own.
    pub fn told(code: ProblemCode, text: Text) -> Self {
        Self::Problem {
            code,
            text,
            fields: FieldErrors::new(),
        }
    }

    /// A wrong input.
    pub fn invalid(fields: FieldErrors) -> Self {
        Self::Problem {
            code: ProblemCode::Invalid,
            text: text_of(ProblemCode::Invalid),
            fields,
        }
    }

    /// One wrong field of an input.
    pub fn invalid_field(field: &str, text: Text) -> Self {
        Self::invalid(field_error(field, text))
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Problem { text, .. } => f.write_str(&text.key),
            Self::Internal { source, location } => write!(f, "{source:#} ({location})"),
        }
    }
}

impl std::error::Error for AppError {}

impl From<DbErr> for AppError {
    #[track_caller]
    fn from(error: DbErr) -> Self {
        if matches!(error, DbErr::ConnectionAcquire(_)) {
            return Self::of(ProblemCode::Unavailable);
        }
        Self::Internal {
            source: error.into(),
            location: Location::caller(),
        }
    }
}

impl From<anyhow::Error> for AppError {
    #[track_caller]
    fn from(source: anyhow::Error) -> Self {
        Self::Internal {
            source,
            location: Location::caller(),
        }
    }
}

/// The words of a code.
pub(crate) fn text_of(code: ProblemCode) -> Text {
    Text::new(match code {
        ProblemCode::Unauthenticated => "problem.unauthenticated",
        ProblemCode::Forbidden => "problem.forbidden",
        ProblemCode::NotFound => "problem.not_found",
        ProblemCode::MethodNotAllowed => "problem.method_not_allowed",
        ProblemCode::Conflict => "problem.conflict",
        ProblemCode::Invalid => "problem.invalid",
        ProblemCode::UnsupportedMediaType => "problem.unsupported_media_type",
        ProblemCode::TooLarge => "problem.too_large",
        ProblemCode::Timeout => "problem.timeout",
        ProblemCode::RateLimited => "problem.rate_limited",
        ProblemCode::Unavailable => "problem.unavailable",
        ProblemCode::Internal | ProblemCode::Unknown => "problem.internal",
    })
}

/// A problem on its way out; `http::boundary` adds the request's id and writes the body.
#[derive(Clone, Debug)]
pub(crate) struct PendingProblem {
    pub(crate) code: ProblemCode,
    pub(crate) text: Text,
    pub(crate) fields: FieldErrors,
    /// For the log alone.
    pub(crate) cause: Option<String>,
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let pending = match self {
            Self::Problem { code, text, fields } => PendingProblem {
                code,
                text,
                fields,
                cause: None,
            },
            Self::Internal { .. } => PendingProblem {
                code: ProblemCode::Internal,
                text: text_of(ProblemCode::Internal),
                fields: FieldErrors::new(),
                cause: Some(self.to_string()),
            },
        };
        let mut response = Response::new(axum::body::Body::empty());
        *response.status_mut() = axum::http::StatusCode::from_u16(pending.code.status())
            .unwrap_or(axum::http::StatusCode::INTERNAL_SERVER_ERROR);
        response.extensions_mut().insert(pending);
        response
    }
}
