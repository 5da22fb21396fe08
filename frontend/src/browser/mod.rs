//! The only door to the browser: every use of `web_sys` and `js_sys` is in this folder.
//! Nothing here runs while a view is drawn, except `intl`, which has plain native forms for tests.

pub mod abort;
pub mod clipboard;
pub mod dialog;
pub mod dom;
pub mod event;
pub mod fetch;
pub mod flags;
pub mod gestures;
pub mod history;
pub mod intl;
pub mod leaving;
pub mod live;
pub mod location;
pub mod offline;
pub mod online;
pub mod pictures;
pub mod pointing;
pub mod preferences;
pub mod random;
mod reach;
pub mod save;
pub mod scanner;
pub mod scroll;
pub mod shapes;
pub mod style;
pub mod timing;

/// The window. Everything starts from here.
#[expect(clippy::disallowed_methods, reason = "the one allowed place: this is browser/")]
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// Runs a future to its end, beside everything else.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}
