//! What can be done to an event's entries.

use super::{Pool, Rules, Wish};
use crate::ids::MemberId;

/// One change to an event's entries. Each says what shall be and not what shall be added, so that a repetition changes
/// nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// A member answers, or changes the answer.
    Answer {
        /// Who.
        member: MemberId,
        /// The whole answer.
        wish: Wish,
    },
    /// A member takes the seats that are offered.
    Accept {
        /// Who.
        member: MemberId,
    },
    /// A member lets the offer pass to the next.
    Decline {
        /// Who.
        member: MemberId,
    },
    /// A member takes the answer back, as if none had been given.
    Withdraw {
        /// Who.
        member: MemberId,
    },
    /// An organiser puts a party in: at once, over capacity too, after the deadline and before the event is published.
    Place {
        /// Who.
        member: MemberId,
        /// Where.
        pool: Pool,
        /// With how many companions; the event's limit does not bind organisers.
        companions: u8,
    },
    /// An organiser removes a member, who cannot join again.
    Remove {
        /// Who.
        member: MemberId,
    },
    /// Whatever is known of a member goes, a removal too: the account is deleted, or the member may come again.
    Erase {
        /// Who.
        member: MemberId,
    },
    /// An organiser changes the event: capacities, dates, state, and so on.
    SetRules(Rules),
    /// Time has passed: offers that are due end, and seats are passed on. Every other command does this first too.
    Advance,
}

impl Command {
    /// The member whose own doing this is. Seats that fall to a party by its own doing need no offer.
    pub(super) const fn actor(&self) -> Option<MemberId> {
        match self {
            Self::Answer { member, .. }
            | Self::Accept { member }
            | Self::Decline { member }
            | Self::Withdraw { member } => Some(*member),
            Self::Place { .. } | Self::Remove { .. } | Self::Erase { .. } | Self::SetRules(_) | Self::Advance => None,
        }
    }
}
