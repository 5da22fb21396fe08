//! One JSON object a line, the fields of an event beside its time, level and message.

use std::fmt::{self, Write as _};

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use crate::clock::Clock;

/// Longest line that is written without growing: a request's is shorter.
const USUAL_LINE: usize = 320;

/// Writes events as lines of JSON. It is asked once for every request, so it goes through nothing that would first
/// collect the fields in a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonLines;

impl<S, N> FormatEvent<S, N> for JsonLines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let mut line = Line(String::with_capacity(USUAL_LINE));
        write!(line.0, "{{\"timestamp\":\"{}\"", Clock::System.now())?;
        line.text("level", event.metadata().level().as_str());
        event.record(&mut line);
        line.0.push_str("}\n");
        writer.write_str(&line.0)
    }
}

/// An object that is being written.
struct Line(String);

impl Line {
    /// Names of fields are identifiers: nothing in them needs an escape.
    fn key(&mut self, name: &str) {
        self.0.push_str(",\"");
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.key(name);
        if value.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
            self.0.push('"');
            self.0.push_str(value);
            self.0.push('"');
        } else {
            self.0.push_str(&serde_json::Value::from(value).to_string());
        }
    }

    fn number(&mut self, name: &str, value: impl itoa::Integer) {
        self.key(name);
        self.0.push_str(itoa::Buffer::new().format(value));
    }
}

impl Visit for Line {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.text(field.name(), value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.number(field.name(), value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.number(field.name(), value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.key(field.name());
        self.0.push_str(if value { "true" } else { "false" });
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.text(field.name(), &format!("{value:?}"));
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex, PoisonError};

    use serde_json::{Value, json};

    use super::JsonLines;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn every_event_is_one_line_of_json_whatever_its_fields_hold() {
        let written = Written::default();
        let writer = written.clone();
        let subscriber = tracing_subscriber::fmt()
            .event_format(JsonLines)
            .with_writer(move || writer.clone())
            .finish();
        let cause = "line one\nsays \"no\" \\ 東京";
        tracing::subscriber::with_default(subscriber, || {
            tracing::error!(status = 500_u16, change = -3, is_late = true, cause, at = ?(1, "x"), "request failed");
        });
        let bytes = written.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let text = String::from_utf8(bytes).expect("text");
        assert_eq!(text.matches('\n').count(), 1, "{text}");
        let mut line: Value = serde_json::from_str(&text).expect("one object");
        let at = line.as_object_mut().and_then(|line| line.remove("timestamp"));
        let at = at.and_then(|at| at.as_str().map(str::to_owned)).expect("a time");
        assert!(at.parse::<jiff::Timestamp>().is_ok(), "{at}");
        let wanted = json!({
            "level": "ERROR", "message": "request failed", "status": 500, "change": -3, "is_late": true,
            "cause": cause, "at": "(1, \"x\")",
        });
        assert_eq!(line, wanted);
    }
}
