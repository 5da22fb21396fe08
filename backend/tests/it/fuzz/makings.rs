//! Events, offers and pictures for what can be done to each of them once.

use std::io::Cursor;

use backend::client::Client;
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::json;
use shared::api::Empty;
use shared::events::{
    CreateEvent, EventInput, EventLife, GetEventDraft, ListOwnEvents, LocalTime, PublishEvent, PublishInput,
    TakenPicture,
};
use shared::ids::EventId;
use shared::rsvp::{Answer, IfFull, RsvpInput, SetRsvp, WithdrawRsvp};
use uuid::Uuid;

use super::ground::{Clients, Known};

/// Drafts, published and scheduled events of the coordinator's, for what can be done to each of them once.
pub(super) async fn events(clients: &Clients, known: &mut Known) {
    let olga = &clients.coordinator;
    let own = olga.call::<ListOwnEvents>((), &Empty {}).await.unwrap().events;
    let first = own.iter().find(|event| event.life == EventLife::Published).unwrap();
    let full = olga.call::<GetEventDraft>(first.id, &Empty {}).await.unwrap().input;
    let mut input = EventInput {
        questions: Vec::new(),
        companions_max: 3,
        ..full
    };
    input.room.as_mut().unwrap().seats = None;
    let open = published(olga, &input).await;
    known.value("", "event_id", [open, first.id, unknown()]);
    let mut some = Vec::new();
    for _ in 0..4 {
        some.push(draft(olga, &input).await);
    }
    known.value("DeleteEvent", "event_id", some.drain(..2));
    known.value("PublishEvent", "event_id", some);
    known.value("UnscheduleEvent", "event_id", [scheduled(olga, &input).await]);
    known.value("CancelEvent", "event_id", [published(olga, &input).await]);
    known.value(
        "UpdateEvent",
        "event_id",
        [draft(olga, &input).await, published(olga, &input).await, open],
    );
    let all = clients.admin.call::<ListOwnEvents>((), &Empty {}).await.unwrap().events;
    let past = all
        .iter()
        .filter(|event| event.life == EventLife::Past)
        .map(|event| event.id);
    let past: Vec<_> = past.collect();
    for operation in ["SetEventReport", "AddReportPicture"] {
        known.value(operation, "event_id", &past);
    }
    known
        .bodies
        .insert("UpdateEvent", json!({ "version": 1, "input": input }));
    known.bodies.insert("CreateEvent", json!(input));
    known.bodies.insert("SetRsvp", json!(answer(Answer::InPerson)));
    known.bodies.insert("CancelEvent", json!({ "reason": "A typhoon" }));
    known
        .bodies
        .insert("MessageAttendees", json!({ "text": "Bring a photo." }));
    known.bodies.insert(
        "SetEventReport",
        json!({ "came_count": 12, "countries": ["IN"], "text": "**Good.**" }),
    );
    for (name, value) in [("date", "2099-12-05"), ("zone", "Asia/Tokyo"), ("minutes", "120")] {
        known.value("GetFairClock", name, [value]);
    }
}

/// A seat that is offered to the member, once to be accepted and once to be declined.
pub(super) async fn offers(clients: &Clients, known: &mut Known) {
    let olga = &clients.coordinator;
    let open = known.values[&("", "event_id")][0].parse::<EventId>().unwrap();
    let mut input = olga.call::<GetEventDraft>(open, &Empty {}).await.unwrap().input;
    input.room.as_mut().unwrap().seats = Some(1);
    for operation in ["AcceptOffer", "DeclineOffer"] {
        let event = published(olga, &input).await;
        for client in [olga, &clients.member] {
            client.call::<SetRsvp>(event, &answer(Answer::InPerson)).await.unwrap();
        }
        olga.call::<WithdrawRsvp>(event, &Empty {}).await.unwrap();
        known.value(operation, "event_id", [event]);
    }
    clients
        .admin
        .call::<SetRsvp>(open, &answer(Answer::InPerson))
        .await
        .unwrap();
}

/// Covers, one to be looked at and one to be removed.
pub(super) async fn pictures(base: &str, known: &mut Known) {
    let mut file = Cursor::new(Vec::new());
    let picture = DynamicImage::from(RgbImage::new(30, 20));
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    let (_, cookie) = known.cookies.last().unwrap().clone();
    for (operation, event) in [("GetPicture", "PublishEvent"), ("DeletePicture", "UpdateEvent")] {
        let event = known.values[&(event, "event_id")][0].clone();
        let address = format!("{base}/api/organiser/events/{event}/cover");
        let request = reqwest::Client::new().put(address).header("cookie", cookie.as_str());
        let taken = request.body(file.get_ref().clone()).send().await.unwrap();
        let taken: TakenPicture = taken.json().await.unwrap();
        known.value(operation, "picture_id", [taken.id]);
    }
}

async fn draft(by: &Client, input: &EventInput) -> EventId {
    by.call::<CreateEvent>((), input).await.unwrap().id
}

async fn published(by: &Client, input: &EventInput) -> EventId {
    let id = draft(by, input).await;
    by.call::<PublishEvent>(id, &PublishInput::default()).await.unwrap();
    id
}

fn answer(answer: Answer) -> RsvpInput {
    RsvpInput {
        if_full: IfFull::Wait,
        language: "en".into(),
        zone: "Asia/Tokyo".into(),
        ..RsvpInput::of(answer)
    }
}

/// The id of nothing.
pub(super) fn unknown() -> EventId {
    EventId(Uuid::from_u128(1))
}

async fn scheduled(by: &Client, input: &EventInput) -> EventId {
    let later = PublishInput {
        at: Some(LocalTime {
            at: "2099-12-01T09:00".into(),
            which: None,
        }),
    };
    let mut late = input.clone();
    (late.starts.at, late.ends.at) = ("2099-12-24T18:00".into(), "2099-12-24T20:00".into());
    let scheduled = draft(by, &late).await;
    by.call::<PublishEvent>(scheduled, &later).await.unwrap();
    scheduled
}
