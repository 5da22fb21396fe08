//! Working without network: the script that keeps a few answers at hand, and what is kept of a door until it is sent.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::preferences;

/// The script that keeps them.
const SCRIPT: &str = "/offline.js";

/// Keeps this page and its answers at hand, where the browser can. Without it the page needs the network, and says so
/// when there is none.
pub fn keep_at_hand() {
    call("register", &SCRIPT.into());
}

/// Forgets answers that were kept: somebody signs out.
pub fn forget() {
    let controller = container().and_then(|container| get(&container, "controller"));
    if let Some((controller, post)) = controller.and_then(|controller| {
        let post: Function = get(&controller, "postMessage")?.dyn_into().ok()?;
        Some((controller, post))
    }) {
        drop(post.call1(&controller, &"forget".into()));
    }
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
    let navigator: JsValue = super::window()?.navigator().into();
    get(&navigator, "serviceWorker")
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn call(method: &str, argument: &JsValue) {
    if let Some((container, method)) = container().and_then(|container| {
        let method: Function = get(&container, method)?.dyn_into().ok()?;
        Some((container, method))
    }) {
        drop(method.call1(&container, argument));
    }
}
