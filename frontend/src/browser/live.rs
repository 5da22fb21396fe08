//! What the server says by itself: one stream a tab, of hints that something has changed.

use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::EventTarget;

/// An open stream; it ends with this value.
pub struct Stream {
    source: EventTarget,
    _listener: EventListener,
}

impl Drop for Stream {
    fn drop(&mut self) {
        let close = Reflect::get(&self.source, &"close".into()).ok();
        if let Some(close) = close.and_then(|close| close.dyn_into::<Function>().ok()) {
            drop(close.call0(&self.source));
        }
    }
}

/// Listens at an address and calls back at every hint. The browser connects again by itself, and the stream then begins
/// with a hint, so that nothing is missed.
pub fn listen(address: &str, on_hint: impl Fn() + 'static) -> Option<Stream> {
    let class = Reflect::get(&js_sys::global(), &"EventSource".into()).ok()?;
    let class: Function = class.dyn_into().ok()?;
    let source = Reflect::construct(&class, &Array::of1(&address.into())).ok()?;
    let source: EventTarget = source.dyn_into().ok()?;
    let listener = EventListener::new(&source, "event", move |_| on_hint());
    Some(Stream {
        source,
        _listener: listener,
    })
}
