//! One request, one answer: the browser's own `fetch`, because a wrapper around it weighs 3 kB more.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

pub use web_sys::Blob;

use super::abort::Abort;

/// Sends a request and reads the answer as text; tells whether the server called it good. `key` makes a request that is
/// sent again one request.
/// Nothing when the server is not reached or the request was aborted. Cookies go to our own origin only.
pub async fn send(
    method: &str,
    address: &str,
    json: Option<&str>,
    key: Option<&str>,
    abort: &Abort,
) -> Option<(bool, String)> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_signal(abort.signal().as_ref());
    if let Some(json) = json {
        let headers = Headers::new().ok()?;
        headers.set("content-type", "application/json").ok()?;
        if let Some(key) = key {
            headers.set("idempotency-key", key).ok()?;
        }
        init.set_headers(headers.as_ref());
        init.set_body(&json.into());
    }
    answer(address, &init).await
}

/// Sends a file as it is, and reads the answer as [`send`] does.
pub async fn send_file(method: &str, address: &str, file: &Blob) -> Option<(bool, String)> {
    let init = RequestInit::new();
    init.set_method(method);
    let headers = Headers::new().ok()?;
    headers.set("content-type", &file.type_()).ok()?;
    init.set_headers(headers.as_ref());
    init.set_body(file);
    answer(address, &init).await
}

async fn answer(address: &str, init: &RequestInit) -> Option<(bool, String)> {
    let promise = super::window()?.fetch_with_str_and_init(address, init);
    let response: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    Some((response.ok(), text.as_string().unwrap_or_default()))
}
