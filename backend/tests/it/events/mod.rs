//! Events: from draft to report through actors, who may know of them, and the record of past ones.

mod access;
mod afterwards;
mod audience;
mod bad_input;
mod calendar_feed;
mod completeness;
mod demo;
mod drafts;
mod fair_clock;
mod filter;
mod languages;
mod listing;
mod markdown;
mod pictures;
mod publishing;
mod record;
mod telling;

use backend::entity::outbox;
use sea_orm::{EntityTrait, QueryOrder};
use shared::codes::Role;
use shared::events::{
    CreateEvent, EventAudience, EventDraft, EventInput, EventReach, EventText, ListPastEvents, LocalTime,
    PastEventFilter, PastEventList, PublishEvent, PublishInput, RoomInput,
};
use shared::ids::EventId;

use crate::support::{Actor, TestApp};

async fn listed(t: &TestApp, query: &str) -> PastEventList {
    let filter = PastEventFilter::from_query(query);
    assert_eq!(filter.to_query(), query);
    t.anonymous().call::<ListPastEvents>((), filter).await.good()
}

/// Somebody of a role and a country/region, signed in.
async fn signed_in(t: &TestApp, role: Role, country: &str) -> Actor {
    let id = t.person("Olga").role(role).country(country).insert().await;
    t.signed_in(id).await
}

/// A coordinator of India.
async fn coordinator(t: &TestApp) -> Actor {
    signed_in(t, Role::Coordinator, "IN").await
}

fn at(text: &str) -> LocalTime {
    LocalTime {
        at: text.into(),
        which: None,
    }
}

fn text(language: &str, title: &str) -> EventText {
    EventText {
        language: language.into(),
        title: title.into(),
        summary: format!("{title}, in short."),
        description: format!("All about **{title}**."),
    }
}

/// Everything that people need to know of a reunion in Tokyo in two weeks, to which India invites everybody.
fn complete() -> EventInput {
    EventInput {
        hosts: vec!["IN".parse().unwrap()],
        texts: vec![text("en", "Winter reunion")],
        zone: "Asia/Tokyo".into(),
        starts: at("2026-12-05T18:00"),
        ends: at("2026-12-05T20:00"),
        room: Some(RoomInput {
            seats: Some(2),
            venue: "Miraikan, Tokyo".into(),
            address: "2-3-6 Aomi, Koto-ku".into(),
            country: "JP".parse().ok(),
            point: "35.6191,139.7766".into(),
        }),
        audience: EventAudience {
            reach: EventReach::Public,
            ..EventAudience::default()
        },
        ..EventInput::default()
    }
}

/// The same in two days, so that it can be over before anybody has to sign in again.
fn soon() -> EventInput {
    EventInput {
        starts: at("2026-11-22T18:00"),
        ends: at("2026-11-22T20:00"),
        ..complete()
    }
}

/// Lets time pass.
fn pass(t: &TestApp, millis: i64) {
    let passed = u64::try_from(millis).unwrap();
    t.app.clock.advance(std::time::Duration::from_millis(passed));
}

async fn created(by: &Actor, input: EventInput) -> EventDraft {
    by.call::<CreateEvent>((), input).await.good()
}

async fn published(by: &Actor, input: EventInput) -> EventId {
    let id = created(by, input).await.id;
    by.call::<PublishEvent>(id, PublishInput::default()).await.good();
    id
}

/// The kinds and payloads of the mails of one kind that wait to be sent, by the language of their readers.
async fn mails(t: &TestApp, kind: &str) -> Vec<(String, String)> {
    let rows = outbox::Entity::find().order_by_asc(outbox::Column::Language);
    let rows = rows.all(&t.app.db.read).await.unwrap();
    let of_kind = rows.into_iter().filter(|row| row.kind == kind);
    of_kind.map(|row| (row.language, row.payload)).collect()
}
