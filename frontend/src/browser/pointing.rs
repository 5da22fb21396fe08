//! What the mouse stands on. Past Yew, which listens for all elements of a page at its root: entering and leaving happen
//! for every element under a moving pointer, and would be looked through each time.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// Listens as long as it is kept.
pub struct Pointing(#[expect(dead_code, reason = "dropping them ends the listening")] [EventListener; 2]);

impl Pointing {
    /// Calls back with the `data-code` of what the mouse comes to stand on inside a surface, and with nothing when it
    /// leaves. Fingers point at nothing: they press.
    pub fn on(surface: &Element, callback: impl Fn(Option<&str>) + Clone + 'static) -> Self {
        let left = callback.clone();
        let over = EventListener::new(surface, "pointerover", move |event| {
            if is_mouse(event) {
                callback(code(event).as_deref());
            }
        });
        let leave = EventListener::new(surface, "pointerleave", move |event| {
            if is_mouse(event) {
                left(None);
            }
        });
        Self([over, leave])
    }
}

pub(super) fn is_mouse(event: &Event) -> bool {
    event
        .dyn_ref::<PointerEvent>()
        .is_some_and(|event| event.pointer_type() == "mouse")
}

/// The `data-code` of what an event happened on.
fn code(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-code]").ok()??.get_attribute("data-code")
}
