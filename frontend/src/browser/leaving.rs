//! Asks before a page with unsaved changes is left for good.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::Event;

/// While the listener lives, closing or reloading the page asks first.
pub fn guard() -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let window = super::window()?;
    Some(EventListener::new_with_options(
        &window,
        "beforeunload",
        options,
        Event::prevent_default,
    ))
}
