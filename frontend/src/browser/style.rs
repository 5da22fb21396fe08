//! Style sheets that only parts of the page need, fetched with the first of them.

use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::{dom, reach};

/// Adds the style sheet that a `<meta>` of the page names, once, and waits until it is there. Without it things are plain but
/// work: that it cannot be had is no failure, and it is asked for again with the next part that needs it.
pub async fn load(meta: &str) {
    if dom::by_id(meta).is_some() {
        return;
    }
    let (Some(address), Some(link)) = (dom::meta(meta), dom::create("link")) else {
        return;
    };
    for (name, value) in [("id", meta), ("rel", "stylesheet"), ("href", address.as_str())] {
        drop(link.set_attribute(name, value));
    }
    drop(JsFuture::from(arrival(&link)).await);
    if reach::get(&link, "sheet").is_none() {
        drop(link.set_attribute("id", ""));
    }
}

/// Resolves when the sheet is there, and also when it cannot be had.
fn arrival(link: &Element) -> Promise {
    Promise::new(&mut |resolve: Function, _| {
        for event in ["load", "error"] {
            drop(link.add_event_listener_with_callback(event, &resolve));
        }
        dom::append_to_head(link);
    })
}
