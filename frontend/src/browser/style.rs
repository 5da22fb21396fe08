//! Style sheets that only parts of the page need, fetched with the first of them.

use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::{dom, reach};

/// Adds the style sheet that a `<meta>` of the page names, once, and waits until it is there. Without it things are plain but
/// work: that it cannot be had is no failure, and it is asked for again with the next part that needs it.
/// Meanwhile the browser fetches what the part will ask for as soon as it is here, from these addresses.
pub async fn load(meta: &str, early: &[&str]) {
    if dom::by_id(meta).is_some() {
        return;
    }
    for address in early {
        if let Some(link) = link(&[
            ("rel", "preload"),
            ("as", "fetch"),
            ("crossorigin", ""),
            ("href", address),
        ]) {
            dom::append_to_head(&link);
        }
    }
    let Some(address) = dom::meta(meta) else {
        return;
    };
    let Some(link) = link(&[("id", meta), ("rel", "stylesheet"), ("href", &address)]) else {
        return;
    };
    drop(JsFuture::from(arrival(&link)).await);
    if reach::get(&link, "sheet").is_none() {
        drop(link.set_attribute("id", ""));
    }
}

fn link(attributes: &[(&str, &str)]) -> Option<Element> {
    let link = dom::create("link")?;
    for (name, value) in attributes {
        drop(link.set_attribute(name, value));
    }
    Some(link)
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
