//! From a query's text to a value.

use std::borrow::Cow;

use super::Value;

/// Reads a query: a text for each key, a list for a key that stands there several times.
pub(super) fn parse(text: &str) -> Value<'_> {
    let mut entries: Vec<(Cow<'_, str>, Value<'_>)> = Vec::new();
    for (key, value) in form_urlencoded::parse(text.as_bytes()) {
        let value = Value::Text(value);
        match entries.iter_mut().find(|(known, _)| *known == key) {
            None => entries.push((key, value)),
            Some((_, Value::List(values))) => values.push(value),
            Some((_, first)) => {
                let values = vec![std::mem::replace(first, Value::Null), value];
                *first = Value::List(values);
            }
        }
    }
    Value::Map(entries)
}
