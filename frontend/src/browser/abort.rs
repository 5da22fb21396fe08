//! Ends a request that nobody waits for any more.

use web_sys::{AbortController, AbortSignal};

/// Aborts its request when dropped. After the answer has arrived that does nothing.
#[derive(Debug, Default)]
pub struct Abort(Option<AbortController>);

impl Abort {
    /// A new one, for one request.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// What the request listens to.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }

    /// Ends the request now.
    pub fn now(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.now();
    }
}
