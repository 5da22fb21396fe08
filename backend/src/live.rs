//! What open pages are told: that something about an event has changed. Messages are hints and never data: who gets one,
//! or was away for a while, asks again.

use shared::ids::EventId;
use tokio::sync::broadcast;

/// Messages that wait for a slow page; one that misses some is told so and asks again.
const WAITING: usize = 256;

/// The messages of this process.
#[derive(Debug)]
pub struct Live(broadcast::Sender<Message>);

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// Something about an event has changed.
    Event(EventId),
    /// The server stops: streams end, so that it need not wait for them.
    Stop,
}

impl Default for Live {
    fn default() -> Self {
        Self(broadcast::Sender::new(WAITING))
    }
}

impl Live {
    /// Tells all open pages of this process that something about an event has changed.
    pub(crate) fn tell(&self, event: EventId) {
        // Nobody listening is no error.
        let _ = self.0.send(Message::Event(event));
    }

    /// Ends all streams.
    pub(crate) fn stop(&self) {
        let _ = self.0.send(Message::Stop);
    }

    /// What is told from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Message> {
        self.0.subscribe()
    }
}
