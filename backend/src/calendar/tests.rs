//! Whole calendars as they are written. What programs read in them is tested with one that reads them
//! (`tests/it/calendars`).

use super::*;

fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

fn entry(zone: &str) -> CalendarEntry {
    CalendarEntry {
        uid: "01900000-0000-7000-8000-000000000000@club.example".into(),
        sequence: 3,
        status: EntryStatus::Confirmed,
        is_busy: true,
        summary: "Reunion; tea, cake".into(),
        description: "First line.\nSecond line.".into(),
        url: Some("https://club.example/events/1,2".into()),
        location: Some("Miraikan, Tokyo".into()),
        starts_at: instant("2026-11-30T09:00:00Z"),
        ends_at: instant("2026-11-30T12:00:00Z"),
        zone: zone.into(),
        created_at: instant("2026-11-01T00:00:00Z"),
        updated_at: instant("2026-11-02T00:00:00Z"),
    }
}

#[test]
fn a_file_says_everything_about_its_event() {
    let expected = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Sakura Science Club//Events//EN\nCALSCALE:GREGORIAN\n\
        METHOD:PUBLISH\nBEGIN:VTIMEZONE\nTZID:Asia/Kathmandu\nBEGIN:STANDARD\nDTSTART:19700101T000000\n\
        TZOFFSETFROM:+0545\nTZOFFSETTO:+0545\nTZNAME:+0545\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\n\
        UID:01900000-0000-7000-8000-000000000000@club.example\nSEQUENCE:3\nSTATUS:CONFIRMED\n\
        DTSTAMP:20261102T000000Z\nCREATED:20261101T000000Z\nLAST-MODIFIED:20261102T000000Z\n\
        DTSTART;TZID=Asia/Kathmandu:20261130T144500\nDTEND;TZID=Asia/Kathmandu:20261130T174500\n\
        SUMMARY:Reunion\\; tea\\, cake\nDESCRIPTION:First line.\\nSecond line.\nLOCATION:Miraikan\\, Tokyo\n\
        URL:https://club.example/events/1,2\nTRANSP:OPAQUE\nEND:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(file_for(&entry("Asia/Kathmandu")), expected.replace('\n', "\r\n"));
}

#[test]
fn summer_time_is_told_by_day_and_hour() {
    let text = file_for(&entry("Australia/Lord_Howe"));
    for lines in [
        "BEGIN:DAYLIGHT\nDTSTART:19700101T000000\nTZOFFSETFROM:+1100\nTZOFFSETTO:+1100\nTZNAME:+11\nEND:DAYLIGHT",
        "BEGIN:STANDARD\nDTSTART:20260405T020000\nRDATE:20270404T020000\n\
         TZOFFSETFROM:+1100\nTZOFFSETTO:+1030\nTZNAME:+1030\nEND:STANDARD",
        "BEGIN:DAYLIGHT\nDTSTART:20261004T020000\nRDATE:20271003T020000\n\
         TZOFFSETFROM:+1030\nTZOFFSETTO:+1100\nTZNAME:+11\nEND:DAYLIGHT",
    ] {
        assert!(
            text.contains(&lines.replace('\n', "\r\n")),
            "{lines}\nis not in\n{text}"
        );
    }
}

#[test]
fn a_feed_has_each_zone_once_and_a_name() {
    let text = feed_of(
        "Sakura, science",
        &[entry("Asia/Tokyo"), entry("Asia/Kolkata"), entry("Asia/Tokyo")],
    );
    let count = |line: &str| text.matches(&format!("{line}\r\n")).count();
    assert_eq!(count("BEGIN:VEVENT"), 3);
    assert_eq!((count("TZID:Asia/Tokyo"), count("TZID:Asia/Kolkata")), (1, 1));
    assert_eq!(count("X-WR-CALNAME:Sakura\\, science"), 1);
    assert_eq!(count("REFRESH-INTERVAL;VALUE=DURATION:PT1H"), 1);
}

#[test]
fn what_was_called_off_is_taken_out_by_a_file_and_marked_in_a_feed() {
    let off = CalendarEntry {
        status: EntryStatus::Cancelled,
        ..entry("Asia/Tokyo")
    };
    assert_eq!(off.method().media_type(), "text/calendar; charset=utf-8; method=CANCEL");
    for (text, method) in [(file_for(&off), "CANCEL"), (feed_of("", &[off]), "PUBLISH")] {
        assert!(text.contains(&format!("METHOD:{method}\r\n")));
        assert!(text.contains("STATUS:CANCELLED\r\n") && text.contains("TRANSP:TRANSPARENT\r\n"));
    }
}

#[test]
fn what_a_clock_shows_twice_is_told_in_utc() {
    let late = |zone: &str| {
        file_for(&CalendarEntry {
            starts_at: instant("2026-10-25T01:30:00Z"),
            ends_at: instant("2026-10-25T03:00:00Z"),
            ..entry(zone)
        })
    };
    // 02:30 in Berlin is first in summer time and again an hour later.
    assert!(late("Europe/Berlin").contains("DTSTART:20261025T013000Z\r\nDTEND:20261025T030000Z\r\n"));
    assert!(late("Asia/Tokyo").contains("DTSTART;TZID=Asia/Tokyo:20261025T103000\r\n"));
    for zone in ["UTC", "Mars/Olympus", ""] {
        let text = late(zone);
        assert!(
            text.contains("DTSTART:20261025T013000Z\r\n") && !text.contains("VTIMEZONE"),
            "{zone}"
        );
    }
}

#[test]
fn names_are_stable_and_belong_to_the_host() {
    let event: EventId = "01900000-0000-7000-8000-000000000000".parse().unwrap();
    for (public_url, host) in [
        ("", "club.invalid"),
        ("https://club.example", "club.example"),
        ("http://club.example:8080/", "club.example"),
    ] {
        assert_eq!(uid(event, public_url), format!("{event}@{host}"));
    }
}

#[test]
fn nothing_that_was_typed_becomes_a_line_of_its_own() {
    let text = file_for(&CalendarEntry {
        summary: "a\r\nATTENDEE:mailto:x@y.example".into(),
        url: Some("https://club.example/\r\nORGANIZER:x".into()),
        ..entry("Asia/Tokyo")
    });
    let names: Vec<&str> = text.split("\r\n").collect();
    assert!(
        !names
            .iter()
            .any(|line| line.starts_with("ATTENDEE") || line.starts_with("ORGANIZER"))
    );
}
