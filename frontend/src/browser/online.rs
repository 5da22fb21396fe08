//! When the network comes back.

use gloo::events::EventListener;

/// Calls back whenever the device is connected again, until the listener is dropped.
pub fn on_return(callback: impl Fn() + 'static) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "online", move |_| callback()))
}
