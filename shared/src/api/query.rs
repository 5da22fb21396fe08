//! Inputs as query strings, with repeated keys for lists: the form of a GET input and of a page's address.

use serde::{Serialize, de::DeserializeOwned};

/// Writes an input as a query string without the question mark; empty when everything is default.
///
/// # Errors
/// When the input nests deeper than a list of plain values.
pub fn to_query<T: Serialize>(input: &T) -> Result<String, serde_html_form::ser::Error> {
    serde_html_form::to_string(input)
}

/// Reads an input from a query string.
///
/// # Errors
/// When a value is unknown or malformed.
pub fn from_query<T: DeserializeOwned>(query: &str) -> Result<T, serde_html_form::de::Error> {
    serde_html_form::from_str(query)
}
