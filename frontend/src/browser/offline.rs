//! Working without network: the script that keeps a few answers at hand, and what is kept of a door until it is sent.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use super::{preferences, reach};

/// The script that keeps them.
const SCRIPT: &str = "/offline.js";

/// Keeps this page and its answers at hand, where the browser can. Without it the page needs the network, and says so
/// when there is none. The script keeps what is asked for from when it is there: `on_ready` is told then, unless it was
/// there before or the listener was dropped.
pub fn keep_at_hand(on_ready: impl FnOnce() + 'static) -> Option<EventListener> {
    let container = container()?;
    drop(reach::call(&container, "register", &[SCRIPT.into()]));
    if reach::get(&container, "controller").is_some() {
        return None;
    }
    let container: EventTarget = container.unchecked_into();
    Some(EventListener::once(&container, "controllerchange", move |_| on_ready()))
}

/// Forgets answers that were kept: somebody signs out.
pub fn forget() {
    let controller = container().and_then(|container| reach::get(&container, "controller"));
    drop(controller.and_then(|controller| reach::call(&controller, "postMessage", &["forget".into()])));
}

/// What is kept under a name until it is sent; empty where nothing is.
pub fn kept(name: &str) -> String {
    preferences::get(&key(name)).unwrap_or_default()
}

/// Keeps a text under a name; nothing is kept of an empty one.
pub fn keep(name: &str, text: &str) {
    preferences::set(&key(name), (!text.is_empty()).then_some(text));
}

fn key(name: &str) -> String {
    ["club-door", name].join("-")
}

fn container() -> Option<JsValue> {
    reach::of_navigator("serviceWorker")
}
