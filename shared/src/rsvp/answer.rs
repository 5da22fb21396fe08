//! What a member answers to an invitation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

crate::codes::codes! {
    /// A member's answer.
    Answer in "answer" {
        /// Comes to the place.
        InPerson = "in_person",
        /// Takes part over the internet.
        Online = "online",
        /// Does not know yet; takes no seat.
        Maybe = "maybe",
        /// Does not come; takes no seat.
        Cannot = "cannot",
    }
}

impl Answer {
    /// The pool whose seats the answer asks for; nothing for answers that take no seat.
    pub const fn pool(self) -> Option<Pool> {
        match self {
            Self::InPerson => Some(Pool::Room),
            Self::Online => Some(Pool::Online),
            Self::Maybe | Self::Cannot => None,
        }
    }
}

crate::codes::codes! {
    /// Seats that are counted together and have a waiting list of their own.
    Pool in "pool" {
        /// The seats at the place.
        Room = "room",
        /// The seats over the internet.
        Online = "online",
    }
}

impl Pool {
    /// The answer that asks for a seat of this pool.
    pub const fn answer(self) -> Answer {
        match self {
            Self::Room => Answer::InPerson,
            Self::Online => Answer::Online,
        }
    }
}

crate::codes::codes! {
    /// What is to be done with a wish for which no seats are free.
    IfFull in "if_full" {
        /// Refuse it and leave everything as it is.
        Refuse = "refuse",
        /// Take a place at the end of the waiting list, and give up what was held before.
        Wait = "wait",
    }
}

/// What a member wishes: the whole answer, not a difference, so that saying it twice is saying it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The answer.
    pub answer: Answer,
    /// People who come along; taken for none where the answer takes no seat.
    pub companions: u8,
    /// What to do if there are not enough seats.
    pub if_full: IfFull,
}

/// One value for each pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PerPool<T> {
    /// Of the room.
    pub room: T,
    /// Of the online seats.
    pub online: T,
}

impl<T> PerPool<T> {
    /// The value of a pool.
    pub const fn get(&self, pool: Pool) -> &T {
        match pool {
            Pool::Room => &self.room,
            Pool::Online => &self.online,
        }
    }

    /// The value of a pool, to be changed.
    pub const fn get_mut(&mut self, pool: Pool) -> &mut T {
        match pool {
            Pool::Room => &mut self.room,
            Pool::Online => &mut self.online,
        }
    }

    /// The same made of each value.
    pub fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> PerPool<U> {
        PerPool {
            room: make(&self.room),
            online: make(&self.online),
        }
    }
}
