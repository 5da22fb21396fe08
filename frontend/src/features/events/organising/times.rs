//! Arithmetic of wall clocks as they are typed, `2026-12-05T18:00`. Clocks that are put forward or back between two
//! times are the server's to know.

use shared::instant::Instant;

const MINUTE: i64 = 60_000;

/// The moment at which a clock in UTC shows this; nothing where no whole time was typed.
fn moment(local: &str) -> Option<Instant> {
    let seconds = if local.len() == "2026-12-05T18:00".len() {
        ":00Z"
    } else {
        "Z"
    };
    [local, seconds].concat().parse().ok()
}

/// So many minutes later; empty where no whole time was typed.
pub(super) fn later(local: &str, minutes: u32) -> String {
    let at = moment(local).map(|at| Instant::from_millis(at.millis() + i64::from(minutes) * MINUTE));
    at.map(|at| at.to_string().chars().take(16).collect())
        .unwrap_or_default()
}

/// How many minutes lie between two times; nothing where one is missing or the end is not after the beginning.
pub(super) fn minutes_between(starts: &str, ends: &str) -> Option<u32> {
    let passed = moment(ends)?.millis() - moment(starts)?.millis();
    u32::try_from(passed / MINUTE).ok().filter(|minutes| *minutes > 0)
}

/// The day of a time.
pub(super) fn day(local: &str) -> &str {
    local.split('T').next().unwrap_or_default()
}

/// The time of the day, as a clock shows it.
pub(super) fn time_of_day(local: &str) -> &str {
    local
        .split_once('T')
        .map(|(_, time)| time.get(..5).unwrap_or(time))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_pass_over_midnight_and_leap_days() {
        for (local, minutes, expected) in [
            ("2026-12-05T18:00", 120, "2026-12-05T20:00"),
            ("2026-12-31T23:30", 45, "2027-01-01T00:15"),
            ("2028-02-28T23:00", 90, "2028-02-29T00:30"),
            ("2026-12-05T18:00:30", 1, "2026-12-05T18:01"),
            ("2026-12-05", 90, ""),
            ("", 90, ""),
        ] {
            assert_eq!(later(local, minutes), expected, "{local}");
        }
        assert_eq!(minutes_between("2026-12-05T18:00", "2026-12-06T09:30"), Some(930));
        assert_eq!(minutes_between("2026-12-05T18:00", "2026-12-05T18:00"), None);
        assert_eq!(minutes_between("2026-12-05T18:00", "2026-12-05T17:00"), None);
        assert_eq!(minutes_between("2026-12-05T18:00", ""), None);
        assert_eq!(
            (day("2026-12-05T18:00"), time_of_day("2026-12-05T18:00")),
            ("2026-12-05", "18:00")
        );
    }
}
