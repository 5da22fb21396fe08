//! Ids: UUIDv7 behind a type of its own for each kind of thing, so that no two can be mixed up.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::api::PathParams;

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl PathParams for $name {
            fn values(&self) -> Vec<String> {
                vec![self.to_string()]
            }
        }
    )+};
}

ids! {
    /// A member: somebody who was invited to Japan, or who belongs to the club otherwise.
    MemberId
    /// An exchange: one trip of one group, the unit that people remember.
    ExchangeId
    /// An event of the club.
    EventId
    /// A picture.
    PictureId
    /// A mail in the outbox.
    MailId
}
