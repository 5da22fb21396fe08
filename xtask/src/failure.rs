//! The one error of the project's commands: what failed, what to do by hand,
//! and the last lines the failed program wrote.

use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

/// Result of everything a command does.
pub(crate) type Result<T, E = Failure> = std::result::Result<T, E>;

/// Why a command stopped, in words for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    by_hand: Option<String>,
    tail: Vec<String>,
    log: Option<PathBuf>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Failed,
    WrongUsage,
    /// A step that was ended because the one beside it failed: not the news.
    Stopped,
}

impl Failure {
    /// Something went wrong; `what` is a full sentence.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            by_hand: None,
            tail: Vec::new(),
            log: None,
            kind: Kind::Failed,
        }
    }

    /// The command line makes no sense; leads to exit code 2.
    pub(crate) fn usage(what: impl Into<String>) -> Self {
        Self {
            kind: Kind::WrongUsage,
            ..Self::new(what)
        }
    }

    /// This step was ended because another one failed.
    pub(crate) fn stopped() -> Self {
        Self {
            kind: Kind::Stopped,
            ..Self::new("Stopped because another step failed.")
        }
    }

    /// Adds what a person can do instead.
    #[must_use]
    pub(crate) fn by_hand(mut self, advice: impl Into<String>) -> Self {
        self.by_hand = Some(advice.into());
        self
    }

    /// Adds the end of the failed program's output and where all of it is.
    #[must_use]
    pub(crate) fn with_output(mut self, tail: Vec<String>, log: PathBuf) -> Self {
        self.tail = tail;
        self.log = Some(log);
        self
    }

    /// Whether this is only the echo of another failure.
    pub(crate) fn is_stopped(&self) -> bool {
        self.kind == Kind::Stopped
    }

    /// Whether the command line was the mistake.
    pub(crate) fn is_usage(&self) -> bool {
        self.kind == Kind::WrongUsage
    }

    /// 2 for a wrong command line, 1 for everything else.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self.kind {
            Kind::WrongUsage => ExitCode::from(2),
            Kind::Failed | Kind::Stopped => ExitCode::from(1),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.tail {
            writeln!(f, "    {line}")?;
        }
        write!(f, "{}", self.what)?;
        if let Some(advice) = &self.by_hand {
            write!(f, "\nBy hand: {advice}")?;
        }
        if let Some(log) = &self.log {
            write!(f, "\nAll of its output: {}", log.display())?;
        }
        Ok(())
    }
}

/// Turns a foreign error into a sentence at the place that knows what it was doing.
pub(crate) trait OrFail<T> {
    /// `what` says what could not be done; the error's own words follow.
    fn or_fail<S: fmt::Display>(self, what: impl FnOnce() -> S) -> Result<T>;
}

impl<T, E: fmt::Display> OrFail<T> for std::result::Result<T, E> {
    fn or_fail<S: fmt::Display>(self, what: impl FnOnce() -> S) -> Result<T> {
        self.map_err(|error| Failure::new(format!("{}: {error}.", what())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_reads_from_evidence_to_advice() {
        let failure = Failure::new("trunk could not be built.")
            .by_hand("cargo install trunk")
            .with_output(vec!["error: no".into()], PathBuf::from("logs/trunk.log"));
        assert_eq!(
            failure.to_string(),
            "    error: no\ntrunk could not be built.\nBy hand: cargo install trunk\nAll of its output: logs/trunk.log"
        );
    }

    #[test]
    fn only_wrong_usage_is_code_two() {
        assert_eq!(
            format!("{:?}", Failure::usage("x").exit_code()),
            format!("{:?}", ExitCode::from(2))
        );
        assert_eq!(
            format!("{:?}", Failure::new("x").exit_code()),
            format!("{:?}", ExitCode::from(1))
        );
    }
}
