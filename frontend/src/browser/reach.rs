//! Things of the browser by their names: what few pages use, or not every browser has. A binding of its own would be
//! fetched by everybody with the first page; this costs the same for any number of them.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What an object has under a name; nothing where that is undefined or null.
pub(super) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Something of the browser's navigator.
pub(super) fn of_navigator(name: &str) -> Option<JsValue> {
    get(super::window()?.navigator().as_ref(), name)
}

/// A function or class that may not be there.
pub(super) fn global(name: &str) -> Option<Function> {
    get(&js_sys::global(), name)?.dyn_into().ok()
}

/// A new object of a class.
pub(super) fn construct(class: &str, arguments: &[JsValue]) -> Option<JsValue> {
    Reflect::construct(&global(class)?, &arguments.iter().collect()).ok()
}

/// Calls a method.
pub(super) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    tried(object, method, arguments).ok()
}

/// The same, with what was thrown.
pub(super) fn tried(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.apply(object, &arguments.iter().collect::<Array>())
}

/// What a promise comes to.
pub(super) async fn finished(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}
