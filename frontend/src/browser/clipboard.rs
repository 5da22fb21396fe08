//! What is copied, to be pasted elsewhere.

use super::{dom, reach};

/// Copies a text; tells whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let written =
        reach::of_navigator("clipboard").and_then(|clipboard| reach::call(&clipboard, "writeText", &[text.into()]));
    match written {
        Some(written) => reach::finished(written).await.is_ok(),
        None => false,
    }
}

/// Marks everything in a field, for the reader to copy it by hand.
pub fn select(id: &str) {
    if let Some(field) = dom::by_id(id) {
        drop(reach::call(&field, "focus", &[]));
        drop(reach::call(&field, "select", &[]));
    }
}
