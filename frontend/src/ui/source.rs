//! Who says so: a link where a source is an address, else the name of the document.

use yew::{Html, html};

/// The name of a document, without the file that our own copy of it is kept in.
pub fn document(source: &str) -> &str {
    source.split_once("(seed").map_or(source, |(name, _)| name.trim_end())
}

/// Whether it can be gone to.
fn is_address(source: &str) -> bool {
    source.starts_with("http://") || source.starts_with("https://")
}

/// Whose address it is, or the name of the document.
pub fn source_name(source: &str) -> &str {
    if is_address(source) {
        source.split('/').nth(2).unwrap_or_default()
    } else {
        document(source)
    }
}

/// The source; a link says whose it is.
pub fn source(source: &str) -> Html {
    let name = source_name(source).to_owned();
    if is_address(source) {
        html! { <a href={source.to_owned()} rel="noopener noreferrer" target="_blank">{ name }</a> }
    } else {
        html! { <span>{ name }</span> }
    }
}

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn a_document_is_named_without_our_copy() {
        assert_eq!(document("A brochure (seed 002_66.txt)"), "A brochure");
        assert_eq!(document("A report (2019)"), "A report (2019)");
    }
}
