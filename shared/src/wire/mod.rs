//! Reads what travels: JSON and addresses' queries, through one small value of any kind.
//!
//! `serde_json` and `serde_html_form` are written out anew for every type that is read, which weighed 22 kB of the page's
//! first load. Here the text is read by one copy for all types, and a type is read from the value with the least that
//! serde allows: a struct as a sequence of its fields in their order, and no words about errors. So a field that may be
//! absent needs `#[serde(default)]`, an `Option` too. The server, whose callers want to know what was wrong, reads with
//! the large ones.

mod deserializer;
mod json;
mod query;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeOwned, Unexpected};

/// The text is malformed, or not of the form that the type has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads JSON. Deviations are let pass where they cannot be mistaken: one thing stands for a list of one.
///
/// # Errors
/// When it is malformed or not of the type's form.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(&json::parse(text).ok_or(Unreadable)?)
}

/// Reads a query without its question mark, with repeated keys for lists.
///
/// # Errors
/// When a value is unknown or malformed.
pub fn from_query<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(&query::parse(text))
}

/// A value of any kind.
enum Value<'a> {
    Null,
    Bool(bool),
    /// As it is written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Map(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl Value<'_> {
    fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

// All of them, so that nothing is written that nobody reads.
impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}
