//! Where answers are taken: whoever comes while others are being written waits, and all who wait are written together.
//! One commit then does for many, which is what makes ten thousand answers in a few seconds durable.

use std::sync::Weak;

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};

use super::batch;
use super::errand::{Errand, Waiting};
use super::room::Rooms;
use crate::app::{App, Parts};
use crate::error::{AppError, Result};

/// Errands in one transaction at the most, where nothing else is set.
const AT_ONCE: usize = 4_096;
/// Errands that may wait; whoever comes then waits for a place.
const QUEUE: usize = 16_384;

/// The desk of this process.
#[derive(Debug)]
pub struct Desk {
    queue: mpsc::Sender<Waiting>,
    pub(super) rooms: Rooms,
}

/// Who serves the desk.
#[derive(Debug)]
pub(crate) struct Counter(mpsc::Receiver<Waiting>);

impl Desk {
    pub(crate) fn new() -> (Self, Counter) {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let rooms = Rooms::default();
        (Self { queue, rooms }, Counter(waiting))
    }

    /// Has an errand done; answers when it is durable.
    pub(super) async fn take(&self, errand: Errand) -> Result<Bytes> {
        let (reply, answer) = oneshot::channel();
        let closed = || AppError::from(anyhow::anyhow!("the desk is closed"));
        self.queue.send(Waiting { errand, reply }).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }
}

impl Counter {
    /// Serves until the application ends.
    pub(crate) async fn serve(mut self, parts: Weak<Parts>) {
        while let Some(first) = self.0.recv().await {
            let Some(app) = App::upgrade(&parts) else { return };
            let most = match app.settings.answers_per_commit {
                0 => AT_ONCE,
                set => set,
            };
            let mut waiting = vec![first];
            while waiting.len() < most
                && let Ok(next) = self.0.try_recv()
            {
                waiting.push(next);
            }
            batch::run(&app, waiting).await;
        }
    }
}
