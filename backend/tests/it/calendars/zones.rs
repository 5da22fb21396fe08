//! Whatever the zone, a calendar program sees the moments that stand in the database.

use backend::calendar::{CalendarEntry, EntryStatus, feed_of};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use shared::instant::Instant;

use super::{club, file, read, row};
use crate::support::{DAY, HOUR};

#[tokio::test]
async fn the_hours_of_every_fixture_are_those_in_the_database() {
    let t = club().await;
    let now = t.app.clock.now().as_millisecond();
    for zone in [
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Asia/Tokyo",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Europe/Berlin",
    ] {
        // In five months the clocks of Berlin, Lord Howe and Santiago have been changed.
        for days in [10, 150] {
            let starts_at = now + days * DAY;
            let event = t
                .event()
                .zone(zone)
                .lasting(starts_at, starts_at + 3 * HOUR)
                .insert()
                .await;
            let (said, row) = (file(&t.anonymous(), event).await, row(&t, event).await);
            let [entry] = &said.events[..] else { panic!("{said:?}") };
            assert_eq!(Some(entry.starts.as_millisecond()), row.starts_at, "{zone}");
            assert_eq!(Some(entry.ends.as_millisecond()), row.ends_at, "{zone}");
            assert_eq!(entry.zone.as_deref(), Some(zone));
            assert_eq!(said.zones, [zone]);
        }
    }
}

#[tokio::test]
async fn it_is_the_zone_in_the_file_that_is_read() {
    let t = club().await;
    let event = t.event().zone("Asia/Kathmandu").insert().await;
    let right = t
        .anonymous()
        .get(&format!("/api/events/{event}/calendar.ics"))
        .await
        .body;
    let wrong = String::from_utf8(right.clone()).unwrap().replace("+0545", "+0530");
    let [right, wrong] = [&right[..], wrong.as_bytes()].map(|text| read(text).events[0].starts);
    assert_eq!((wrong - right).get_seconds(), 15 * 60);
}

/// Moments at which clocks are easily read wrong: around each change of two years, and some in between.
fn moments(zone: &TimeZone) -> Vec<Timestamp> {
    let first: Timestamp = "2026-03-01T00:15:00Z".parse().unwrap();
    let step = SignedDuration::from_hours(24 * 146);
    let between = (0..5).map(|place| first + step * place);
    let last = first + step * 5;
    let changes = zone.following(first).take_while(|change| change.timestamp() < last);
    let around = changes.flat_map(|change| {
        let minutes = [-120, -60, -30, -1, 0, 30].map(SignedDuration::from_mins);
        minutes.map(|by| change.timestamp() + by)
    });
    between.chain(around).collect()
}

#[test]
fn the_hours_of_every_zone_of_the_world_come_out_right() {
    let mut entries = Vec::new();
    for name in jiff::tz::db().available() {
        let zone = TimeZone::get(name.as_str()).unwrap();
        for moment in moments(&zone) {
            let instant = |by: i64| Instant::from_millis(moment.as_millisecond() + by);
            entries.push(CalendarEntry {
                uid: format!("{}@club.example", entries.len()),
                sequence: 0,
                status: EntryStatus::Confirmed,
                is_busy: true,
                summary: name.as_str().into(),
                description: String::new(),
                url: None,
                location: None,
                starts_at: instant(0),
                ends_at: instant(90 * 60 * 1000),
                zone: name.as_str().into(),
                created_at: instant(0),
                updated_at: instant(0),
            });
        }
    }
    let said = read(feed_of("Everywhere", &entries).as_bytes());
    assert_eq!(said.events.len(), entries.len());
    assert!(said.zones.len() > 400);
    for (entry, read) in entries.iter().zip(&said.events) {
        let expected = [entry.starts_at, entry.ends_at].map(Instant::millis);
        let found = [read.starts, read.ends].map(Timestamp::as_millisecond);
        assert_eq!(found, expected, "{entry:?}");
    }
    // What can be is told by the clock of the place, so that it stays right when rules change. The others are near a change
    // of the clocks, of which there are many here, and at a time that is shown twice.
    let in_utc = said.events.iter().filter(|event| event.zone.is_none()).count();
    assert!(in_utc * 5 < said.events.len(), "{in_utc} of {}", said.events.len());
}
