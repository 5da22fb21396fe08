//! Tickets and the door: what is shown, and what is checked where there may be no network.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Pool;
use crate::ids::MemberId;
use crate::instant::Instant;
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

/// The ticket of a party that has its seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ticket {
    /// Ten letters and digits, which the QR code says too.
    pub code: String,
    /// Whose it is.
    pub name: String,
    /// Where.
    pub pool: Pool,
    /// For how many people, the member included.
    pub people: u32,
    /// When it was checked at the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_in_at: Option<Instant>,
}

/// A party that may come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DoorGuest {
    /// Who.
    pub member_id: MemberId,
    /// The ticket.
    pub ticket: Ticket,
    /// Who checked it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_in_by: Option<String>,
}

/// Everybody who may come in, to be kept on a device without network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DoorList {
    /// The parties, by name.
    pub guests: Vec<DoorGuest>,
    /// Parties that are in.
    pub checked_in: u32,
}

/// A ticket that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Scan {
    /// The ticket's code; small letters and gaps do not matter.
    pub code: String,
    /// When, by the device's clock; what lies in the future counts as now.
    pub at: Instant,
}

/// Tickets that were looked at, perhaps some time ago and without network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CheckInInput {
    /// The scans.
    pub scans: Vec<Scan>,
}

/// Most scans of one request.
pub const MAX_SCANS: usize = 500;

impl Validate for CheckInInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        checker.check(self.scans.len() <= MAX_SCANS, "scans", || {
            Text::new("invalid.too_many").with("max", MAX_SCANS)
        });
        let are_short = self.scans.iter().all(|scan| scan.code.len() <= 64);
        checker.check(are_short, "scans", || Text::new("invalid.malformed"));
        checker.finish()
    }
}

crate::codes::codes! {
    /// What a scan has come to.
    ScanVerdict in "scan" {
        /// The party is in now.
        CheckedIn = "checked_in",
        /// It was in already.
        Already = "already",
        /// The party has no seats any more.
        NotConfirmed = "not_confirmed",
        /// There is no such ticket for this event.
        Unknown = "unknown",
    }
}

/// What one scan has come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScanResult {
    /// The code as it was sent.
    pub code: String,
    /// What has come of it.
    pub verdict: ScanVerdict,
    /// Whose ticket it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When the party came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// Who let it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// What the scans have come to, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CheckInOutcome {
    /// One for each scan.
    pub results: Vec<ScanResult>,
    /// Parties that are in.
    pub checked_in: u32,
}

/// A code as it is kept: capitals and digits without gaps, with the signs that people mistake for others set right.
pub fn ticket_code(typed: &str) -> String {
    let signs = typed.chars().filter(char::is_ascii_alphanumeric);
    let right = |sign: char| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        sign => sign,
    };
    signs.map(right).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in ["01VQ8-7ABCD", "o1vq8 7abcd", " OLUQ8-7AbcD\n", "0iVQ87ABCD"] {
            assert_eq!(ticket_code(typed), "01VQ87ABCD", "{typed}");
        }
        assert_eq!(ticket_code("席"), "");
    }
}
