//! Inputs that check themselves, and the errors they report by field.

use std::collections::BTreeMap;

use crate::words::Text;

/// What is wrong with which field: field names as on the wire (`audiences.listing`), each with its texts.
pub type FieldErrors = BTreeMap<String, Vec<Text>>;

/// An input that can say everything that is wrong with it.
pub trait Validate {
    /// Checks the whole input and reports every bad field, not only the first.
    ///
    /// # Errors
    /// The texts by field.
    fn validate(&self) -> Result<(), FieldErrors>;
}

/// Collects field errors while an input is checked.
#[derive(Debug, Default)]
pub struct Checker(FieldErrors);

impl Checker {
    /// Notes `text` on `field` unless `holds`.
    pub fn check(&mut self, holds: bool, field: &str, text: impl FnOnce() -> Text) {
        if !holds {
            self.0.entry(field.into()).or_default().push(text());
        }
    }

    /// Ends the check.
    ///
    /// # Errors
    /// Everything that was noted.
    pub fn finish(self) -> Result<(), FieldErrors> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// One text on one field.
pub fn field_error(field: &str, text: Text) -> FieldErrors {
    FieldErrors::from([(field.into(), vec![text])])
}
