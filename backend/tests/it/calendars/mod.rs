//! Calendars as a program sees them that has nothing of ours: PyPI's `icalendar` reads every file and feed, with the
//! time zones that they carry along.

mod feeds;
mod files;
mod given_up;
mod own;
mod zones;

use std::io::Write as _;
use std::process::Stdio;

use backend::app::Settings;
use backend::entity::event;
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, EntityTrait};
use serde::Deserialize;
use shared::ids::EventId;
use shared::rsvp::{Answer, IfFull, RsvpInput, SetRsvp};

use crate::support::{Actor, TestApp, python};

/// What a program reads in a calendar.
#[derive(Debug, Deserialize)]
struct Said {
    method: String,
    name: Option<String>,
    zones: Vec<String>,
    errors: Vec<String>,
    events: Vec<SaidEvent>,
}

#[derive(Debug, Deserialize)]
struct SaidEvent {
    uid: String,
    sequence: i32,
    status: String,
    transp: String,
    starts: Timestamp,
    ends: Timestamp,
    zone: Option<String>,
    stamp: Timestamp,
    modified: Timestamp,
    summary: String,
    description: Option<String>,
    location: Option<String>,
    url: Option<String>,
    properties: Vec<String>,
    errors: Vec<String>,
}

impl Said {
    /// The titles of all events, sorted.
    fn titles(&self) -> Vec<&str> {
        let mut titles: Vec<&str> = self.events.iter().map(|event| event.summary.as_str()).collect();
        titles.sort_unstable();
        titles
    }

    #[track_caller]
    fn event(&self, title: &str) -> &SaidEvent {
        let found = self.events.iter().find(|event| event.summary == title);
        found.unwrap_or_else(|| panic!("{title} is not in {:?}", self.titles()))
    }
}

/// Has a calendar read, or with the argument `mail` the one that goes with a mail.
fn ask(text: &[u8], arguments: &[&str]) -> Said {
    let mut reader = python("read_calendar.py")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    reader.stdin.take().unwrap().write_all(text).unwrap();
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(text));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Reads a calendar, which must be whole, and name nobody.
fn read(text: &[u8]) -> Said {
    let whole = std::str::from_utf8(text).unwrap();
    for line in whole.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let said = ask(text, &[]);
    assert!(said.errors.is_empty(), "{said:?}");
    for event in &said.events {
        let names_somebody = ["ATTENDEE", "ORGANIZER", "CONTACT"].map(|name| event.properties.contains(&name.into()));
        assert!(event.errors.is_empty() && names_somebody == [false; 3], "{event:?}");
        assert!(
            event.zone.as_ref().is_none_or(|zone| said.zones.contains(zone)),
            "{event:?}"
        );
    }
    said
}

/// An app that people reach at `http://club.example`.
async fn club() -> TestApp {
    TestApp::with(Settings {
        public_url: "http://club.example".into(),
        is_demo: true,
        ..Settings::default()
    })
    .await
}

/// Fetches a calendar and reads it.
async fn fetch(who: &Actor, path: &str) -> Said {
    let answer = who.get(path).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    let said = read(&answer.body);
    let kind = format!("text/calendar; charset=utf-8; method={}", said.method);
    assert_eq!(answer.headers["content-type"], *kind);
    said
}

async fn file(who: &Actor, event: EventId) -> Said {
    fetch(who, &format!("/api/events/{event}/calendar.ics")).await
}

/// Answers, and waits where there is no seat.
async fn answer(who: &Actor, event: EventId, answer: Answer) {
    let input = RsvpInput {
        if_full: IfFull::Wait,
        ..RsvpInput::of(answer)
    };
    who.call::<SetRsvp>(event, input).await.good();
}

async fn row(t: &TestApp, event: EventId) -> event::Model {
    event::Entity::find_by_id(event.0)
        .one(&t.app.db.read)
        .await
        .unwrap()
        .unwrap()
}

/// Changes an event as its organiser would, behind the back of everything.
async fn change(t: &TestApp, event: EventId, change: impl FnOnce(&event::Model, &mut event::ActiveModel)) {
    let before = row(t, event).await;
    let mut after = event::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(event.0),
        ..Default::default()
    };
    change(&before, &mut after);
    after.update(&t.app.db.write).await.unwrap();
}
