//! What was scanned at a door: decided at once on the list that is at hand, kept on the device until the server has it.
//! Pure: the clock and the storage are the browser's.

use shared::instant::Instant;
use shared::rsvp::{DoorList, Scan, ScanResult, ScanVerdict, ticket_code};

/// Scans that the server does not have yet, the earliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pending(Vec<Scan>);

impl Pending {
    /// What an earlier visit kept: a line for each scan. Lines that cannot be read are left out.
    pub(super) fn read(kept: &str) -> Self {
        let scan = |line: &str| {
            let (code, at) = line.split_once(' ')?;
            Some(Scan {
                code: code.into(),
                at: at.parse().ok()?,
            })
        };
        Self(kept.lines().filter_map(scan).collect())
    }

    /// As it is kept; empty where there is nothing to keep.
    pub(super) fn written(&self) -> String {
        let lines = self
            .0
            .iter()
            .map(|scan| [scan.code.clone(), scan.at.to_string()].join(" "));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The scans to send.
    pub(super) fn scans(&self) -> &[Scan] {
        &self.0
    }

    /// How many wait.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// Whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a scan comes to on the list that is at hand; one that lets a party in waits from now on.
    pub(super) fn take(&mut self, list: &DoorList, typed: &str, now: Instant) -> ScanResult {
        let code = ticket_code(typed);
        let guest = list.guests.iter().find(|guest| guest.ticket.code == code);
        let before = self.0.iter().find(|scan| scan.code == code).map(|scan| scan.at);
        let at = guest.and_then(|guest| guest.ticket.checked_in_at).or(before);
        let verdict = match (guest, at) {
            (None, _) => ScanVerdict::Unknown,
            (Some(_), Some(_)) => ScanVerdict::Already,
            (Some(_), None) => ScanVerdict::CheckedIn,
        };
        if verdict == ScanVerdict::CheckedIn {
            self.0.push(Scan {
                code: code.clone(),
                at: now,
            });
        }
        ScanResult {
            code,
            verdict,
            name: guest.map(|guest| guest.ticket.name.clone()),
            at: at.or((verdict == ScanVerdict::CheckedIn).then_some(now)),
            by: guest.and_then(|guest| guest.checked_in_by.clone()),
        }
    }

    /// Forgets scans that the server has.
    pub(super) fn forget(&mut self, sent: &[Scan]) {
        self.0.retain(|scan| !sent.contains(scan));
    }

    /// When a party was let in here, as far as the server does not know it yet.
    pub(super) fn at(&self, code: &str) -> Option<Instant> {
        self.0.iter().find(|scan| scan.code == code).map(|scan| scan.at)
    }
}

#[cfg(test)]
mod tests {
    use shared::ids::MemberId;
    use shared::rsvp::{DoorGuest, Pool, Ticket};

    use super::*;

    fn guest(code: &str, checked_in_at: Option<Instant>) -> DoorGuest {
        DoorGuest {
            member_id: MemberId("01890000-0000-7000-8000-000000000001".parse().unwrap()),
            ticket: Ticket {
                code: code.into(),
                name: "Ada".into(),
                pool: Pool::Room,
                people: 2,
                checked_in_at,
            },
            checked_in_by: checked_in_at.map(|_| "Olga".into()),
        }
    }

    fn at(millis: i64) -> Instant {
        Instant::from_millis(millis)
    }

    #[test]
    fn a_ticket_is_let_in_once_with_or_without_network() {
        let list = DoorList {
            guests: vec![guest("0123456789", None), guest("ABCDEFGHJK", Some(at(5)))],
            checked_in: 1,
        };
        let mut pending = Pending::default();
        let first = pending.take(&list, "o1234 56789", at(10));
        assert_eq!((first.verdict, first.at), (ScanVerdict::CheckedIn, Some(at(10))));
        let again = pending.take(&list, "0123456789", at(20));
        assert_eq!(
            (again.verdict, again.at, again.by),
            (ScanVerdict::Already, Some(at(10)), None)
        );
        let other = pending.take(&list, "abcdefghjk", at(30));
        assert_eq!(
            (other.verdict, other.at, other.by.as_deref()),
            (ScanVerdict::Already, Some(at(5)), Some("Olga"))
        );
        assert_eq!(pending.take(&list, "nobody", at(40)).verdict, ScanVerdict::Unknown);
        assert_eq!(pending.len(), 1);
    }

    #[test]
    fn what_waits_survives_the_end_of_the_page_and_goes_when_it_was_sent() {
        let list = DoorList {
            guests: vec![guest("0123456789", None), guest("ABCDEFGHJK", None)],
            checked_in: 0,
        };
        let mut pending = Pending::default();
        pending.take(&list, "0123456789", at(1_790_000_000_123));
        assert_eq!(Pending::read(&pending.written()), pending);
        let sent = pending.scans().to_vec();
        pending.take(&list, "ABCDEFGHJK", at(1_790_000_000_456));
        pending.forget(&sent);
        assert_eq!(
            (pending.len(), pending.at("ABCDEFGHJK")),
            (1, Some(at(1_790_000_000_456)))
        );
        assert_eq!(Pending::read("nonsense\nA B C\n\n"), Pending::default());
        assert!(Pending::default().written().is_empty());
    }
}
