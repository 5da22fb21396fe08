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

/// The pairs of a query that is read by hand, as they stand there. A page that only needs a few plain values reads them
/// so: the general reader weighs 5 kB for each type.
pub fn read_pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter_map(|pair| pair.split_once('='))
}

/// Writes a query by hand from values that need no escapes; those that are absent are left out.
pub fn write_pairs<V: AsRef<str>>(pairs: impl IntoIterator<Item = (&'static str, Option<V>)>) -> String {
    let present = pairs.into_iter();
    let present = present.filter_map(|(name, value)| Some([name, value?.as_ref()].join("=")));
    present.collect::<Vec<_>>().join("&")
}
