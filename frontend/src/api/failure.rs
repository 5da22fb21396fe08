//! Why a call gave no answer.

use shared::api::{Problem, ProblemCode};
use shared::validate::FieldErrors;
use shared::words::Text;

/// Why a call gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server was not reached.
    Offline,
    /// The answer was not understood: page and server are of different versions, or something stood between.
    Decode,
    /// The server said no, and why.
    Problem(Box<Problem>),
}

impl Failure {
    /// The code, where the server answered.
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            Self::Offline | Self::Decode => None,
        }
    }

    /// Whether the same may work some moments later, because it was not decided upon, or nobody knows whether it was.
    pub fn is_passing(&self) -> bool {
        match self.code() {
            None => true,
            Some(code) => matches!(
                code,
                ProblemCode::Timeout | ProblemCode::RateLimited | ProblemCode::Unavailable | ProblemCode::Internal
            ),
        }
    }

    /// What to tell the reader.
    pub fn text(&self) -> Text {
        match self {
            Self::Offline => Text::new("failure.offline"),
            Self::Decode => Text::new("failure.decode"),
            Self::Problem(problem) => problem.text.clone(),
        }
    }

    /// What is wrong with which field.
    pub fn fields(&self) -> FieldErrors {
        match self {
            Self::Problem(problem) => problem.fields.clone(),
            Self::Offline | Self::Decode => FieldErrors::new(),
        }
    }

    /// The request's id, to be quoted when asking for help.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Problem(problem) => Some(&problem.request_id),
            Self::Offline | Self::Decode => None,
        }
    }
}
