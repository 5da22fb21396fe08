//! The server's stream of hints that something has changed: one a tab, and none while nobody looks at it, because a
//! browser has few connections to one server.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::EventSource;

use super::dom;

/// An open stream; ends when it is dropped.
struct Stream {
    source: EventSource,
    #[expect(dead_code, reason = "dropping it ends the listening")]
    listener: EventListener,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// Listens as long as it is kept.
pub struct Live(
    #[expect(dead_code, reason = "dropping them ends the listening")] Rc<RefCell<Option<Stream>>>,
    #[expect(dead_code, reason = "dropping them ends the listening")] Option<EventListener>,
);

impl Live {
    /// Calls back for every hint from an address. The first hint of a stream says that it has begun, so that whatever
    /// happened before, or while there was none, is asked for again.
    pub fn on(address: &str, callback: impl Fn() + 'static) -> Self {
        let callback: Rc<dyn Fn()> = Rc::new(callback);
        let address = address.to_owned();
        let open = move || {
            let callback = Rc::clone(&callback);
            open(&address, callback)
        };
        let stream = Rc::new(RefCell::new(if dom::is_hidden() { None } else { open() }));
        let kept = Rc::clone(&stream);
        let listener = dom::on_visibility(move || {
            kept.replace(if dom::is_hidden() { None } else { open() });
        });
        Self(stream, listener)
    }
}

fn open(address: &str, callback: Rc<dyn Fn()>) -> Option<Stream> {
    let source = EventSource::new(address).ok()?;
    let listener = EventListener::new(&source, "event", move |_| callback());
    Some(Stream { source, listener })
}
