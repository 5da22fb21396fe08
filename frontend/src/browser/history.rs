//! The address bar and its history. Each entry has a number, kept in the browser's own state,
//! under which `scroll` remembers where the reader was.

use std::cell::Cell;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// Where the page is: path and query (without the question mark) of one entry of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The path, from `/` on.
    pub path: String,
    /// The query without the question mark.
    pub query: String,
    /// The entry's number.
    pub entry: u32,
}

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// The present location.
pub fn location() -> Location {
    let Some(window) = super::window() else {
        return Location::default();
    };
    let location = window.location();
    let state = window.history().ok().and_then(|history| history.state().ok());
    let entry = state.and_then(|state| state.as_f64()).map_or(0, number);
    NEXT.set(NEXT.get().max(entry + 1));
    let query = location.search().unwrap_or_default();
    Location {
        path: location.pathname().unwrap_or_default(),
        query: query.strip_prefix('?').unwrap_or_default().into(),
        entry,
    }
}

/// Adds an entry and goes there.
pub fn push(url: &str) -> Location {
    let entry = NEXT.get();
    NEXT.set(entry + 1);
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        drop(history.push_state_with_url(&JsValue::from(entry), "", Some(url)));
    }
    at(url, entry)
}

/// Changes the address of the present entry. Browsers refuse too many changes in a second; the page goes on
/// with the location it was given, whatever the address bar shows.
pub fn replace(url: &str, entry: u32) -> Location {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        drop(history.replace_state_with_url(&JsValue::from(entry), "", Some(url)));
    }
    at(url, entry)
}

/// Goes one entry back.
pub fn back() {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        drop(history.back());
    }
}

/// Calls back when the reader goes back or forward, until the listener is dropped.
pub fn on_travel(callback: impl Fn(Location) + 'static) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |_| callback(location())))
}

fn at(url: &str, entry: u32) -> Location {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    Location {
        path: path.into(),
        query: query.into(),
        entry,
    }
}

fn number(state: f64) -> u32 {
    state as u32
}
