//! Elements as text, for drawings of many elements and for files.

/// An element whose attributes hold no quotes, around content that is markup itself.
pub(super) fn element(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let mut element = ["<", name].concat();
    for (name, value) in attributes {
        for part in [" ", name, "='", value, "'"] {
            element.push_str(part);
        }
    }
    for part in [">", content, "</", name, ">"] {
        element.push_str(part);
    }
    element
}
