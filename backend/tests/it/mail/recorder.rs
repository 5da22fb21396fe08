//! A sender that remembers instead of sending.

use std::collections::VecDeque;
use std::sync::Mutex;

use backend::mail::{Parcel, Refusal, Sender};

/// A sender that remembers, and refuses when it was told to.
#[derive(Default)]
pub(crate) struct Recorder {
    sent: Mutex<Vec<String>>,
    refusals: Mutex<VecDeque<Refusal>>,
}

impl Recorder {
    /// Refuses the next mails so, one after the other.
    pub(crate) fn refuses(&self, is_final: bool, times: usize) {
        let refusal = Refusal {
            is_final,
            reason: "the mail server answered 451".into(),
        };
        self.refusals.lock().unwrap().extend(vec![refusal; times]);
    }

    /// What was sent, in order.
    pub(crate) fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
    }
}

impl Sender for Recorder {
    async fn send(&self, parcel: &Parcel) -> Result<(), Refusal> {
        if let Some(refusal) = self.refusals.lock().unwrap().pop_front() {
            return Err(refusal);
        }
        let text = String::from_utf8(parcel.bytes.clone()).unwrap();
        self.sent.lock().unwrap().push(text);
        Ok(())
    }
}
