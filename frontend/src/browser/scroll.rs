//! Where the reader was on each entry of the history, and going back there.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, ScrollRestoration};

// A long page needs some frames until it is as long as it was.
const FRAMES: u32 = 40;

thread_local! {
    static ENTRY: Cell<u32> = const { Cell::new(0) };
    // Between leaving an entry and arriving at the next, the shrinking page scrolls by itself.
    static IS_LEAVING: Cell<bool> = const { Cell::new(false) };
    static PLACES: RefCell<Vec<(u32, f64)>> = const { RefCell::new(Vec::new()) };
}

/// Starts to remember, instead of the browser, which would do it before there is anything to see.
pub fn remember() -> Option<EventListener> {
    let window = super::window()?;
    if let Ok(history) = window.history() {
        drop(history.set_scroll_restoration(ScrollRestoration::Manual));
    }
    Some(EventListener::new(&window, "scroll", |_| {
        if IS_LEAVING.get() {
            return;
        }
        let place = super::window()
            .and_then(|window| window.scroll_y().ok())
            .unwrap_or_default();
        let entry = ENTRY.get();
        PLACES.with_borrow_mut(|places| match places.iter_mut().find(|(known, _)| *known == entry) {
            Some((_, known)) => *known = place,
            None => places.push((entry, place)),
        });
    }))
}

/// Says which entry is being looked at, and goes to where it was left; new entries start at the top.
pub fn arrive(entry: u32) {
    ENTRY.set(entry);
    IS_LEAVING.set(false);
    let known = |places: &Vec<(u32, f64)>| {
        places
            .iter()
            .find(|(known, _)| *known == entry)
            .map(|(_, place)| *place)
    };
    let place = PLACES.with_borrow(known).unwrap_or_default();
    go(entry, place, FRAMES);
}

/// The same page under another entry: nothing moves.
pub fn stay(entry: u32) {
    ENTRY.set(entry);
    IS_LEAVING.set(false);
}

/// Says that the entry is being left: from now on, until the next is arrived at, nothing is remembered.
pub fn leave() {
    IS_LEAVING.set(true);
}

/// Watches for something coming near, until it is dropped.
pub struct Watch {
    observer: IntersectionObserver,
    #[expect(dead_code, reason = "the observer calls it")]
    callback: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back when the element with this id comes on the screen, by scrolling or otherwise.
pub fn when_near(id: &str, callback: impl Fn() + 'static) -> Option<Watch> {
    let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let is_near = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
        if entries.iter().any(is_near) {
            callback();
        }
    });
    let observer = IntersectionObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(&super::dom::by_id(id)?);
    Some(Watch { observer, callback })
}

fn go(entry: u32, place: f64, frames: u32) {
    let Some(window) = super::window() else { return };
    if ENTRY.get() != entry {
        return;
    }
    window.scroll_to_with_x_and_y(0.0, place);
    let reached = window.scroll_y().unwrap_or_default();
    if frames > 0 && reached + 1.0 < place {
        frame(move || go(entry, place, frames - 1));
    }
}

/// Calls back before the next frame is painted.
pub fn frame(callback: impl FnOnce() + 'static) {
    let function = Closure::once_into_js(callback);
    if let (Some(window), Some(function)) = (super::window(), function.dyn_ref()) {
        drop(window.request_animation_frame(function));
    }
}
