//! What people come to the desk for.

use bytes::Bytes;
use sha2::{Digest, Sha256};
use shared::events::Organiser;
use shared::ids::{EventId, MemberId};
use shared::rsvp::{Command, PlaceInput, RsvpInput};
use tokio::sync::oneshot;

use crate::error::Result;
use crate::http::IdempotencyKey;

/// One errand.
#[derive(Debug)]
pub(super) struct Errand {
    pub(super) event: EventId,
    pub(super) by: By,
    pub(super) act: Act,
}

/// On whose behalf.
#[derive(Clone, Copy, Debug)]
pub(super) enum By {
    /// A member's own.
    Member(MemberId),
    /// An organiser's.
    Organiser(Organiser),
    /// Nobody's: time has passed, or the event itself has changed.
    Nobody,
}

/// What is to be done.
#[derive(Debug)]
pub(super) enum Act {
    /// Answer.
    Answer {
        input: Box<RsvpInput>,
        key: Option<IdempotencyKey>,
    },
    /// Take the seats that are offered.
    Accept,
    /// Let the offer pass.
    Decline,
    /// Take the answer back.
    Withdraw,
    /// Put a member in.
    Place(PlaceInput),
    /// Remove a member.
    Remove(MemberId),
    /// End what is due and pass seats on; pages are told where the event itself has changed.
    Advance { is_changed: bool },
}

/// An errand with whoever waits for its end: JSON of a [`shared::rsvp::RsvpState`].
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) errand: Errand,
    pub(super) reply: oneshot::Sender<Result<Bytes>>,
}

impl Errand {
    /// The member whose state is answered.
    pub(super) const fn member(&self) -> Option<MemberId> {
        match self.by {
            By::Member(member) => Some(member),
            By::Organiser(_) | By::Nobody => None,
        }
    }

    /// The member to whom an organiser does it.
    pub(super) const fn subject(&self) -> Option<MemberId> {
        match &self.act {
            Act::Place(input) => Some(input.member_id),
            Act::Remove(member) => Some(*member),
            Act::Answer { .. } | Act::Accept | Act::Decline | Act::Withdraw | Act::Advance { .. } => None,
        }
    }

    /// The command of the rule that this is.
    pub(super) fn command(&self) -> Command {
        match (&self.act, self.by) {
            (Act::Answer { input, .. }, By::Member(member)) => Command::Answer {
                member,
                wish: input.wish(),
            },
            (Act::Accept, By::Member(member)) => Command::Accept { member },
            (Act::Decline, By::Member(member)) => Command::Decline { member },
            (Act::Withdraw, By::Member(member)) => Command::Withdraw { member },
            (Act::Place(input), _) => Command::Place {
                member: input.member_id,
                pool: input.pool,
                companions: u8::try_from(input.companions).unwrap_or(u8::MAX),
            },
            (Act::Remove(member), _) => Command::Remove { member: *member },
            // Members act for themselves only, so that nothing else comes here.
            (Act::Advance { .. } | Act::Answer { .. } | Act::Accept | Act::Decline | Act::Withdraw, _) => {
                Command::Advance
            }
        }
    }

    /// The key of an answer, with the member's name on it.
    pub(super) fn key(&self) -> Option<(MemberId, &str)> {
        match (&self.act, self.by) {
            (Act::Answer { key: Some(key), .. }, By::Member(member)) => Some((member, key.as_str())),
            _ => None,
        }
    }

    /// What was asked with a key, so that the key of one request is not taken for another's.
    pub(super) fn fingerprint(&self) -> String {
        let Act::Answer { input, .. } = &self.act else {
            return String::new();
        };
        let asked = serde_json::to_vec(&(self.event, input)).unwrap_or_default();
        let hash = Sha256::digest(&asked);
        hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}
