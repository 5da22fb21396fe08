//! The organisers' screens: an event of one's own, made as it is needed.

use shared::api::Empty;
use shared::auth::GetSession;
use shared::events::{
    CreateEvent, EventInput, EventLife, EventText, ListOwnEvents, LocalTime, OnlineInput, Question, QuestionKind,
    RoomInput,
};
use shared::ids::EventId;

use super::Page;

/// A draft with something in every section.
async fn draft(page: &Page) -> EventId {
    page.go("/healthz").await;
    let session = page.call::<GetSession>((), &Empty {}).await;
    let local = |at: &str| LocalTime {
        at: at.into(),
        which: None,
    };
    let text = |language: &str, title: &str| EventText {
        language: language.into(),
        title: title.into(),
        summary: "お久しぶりです。 We meet again after two years, with talks, dinner, and a walk by the river.".into(),
        description: "## Programme\n\n- Talks\n- **Dinner**\n- A walk".into(),
    };
    let question = |id: &str, kind, label: &str| Question {
        id: id.into(),
        kind,
        label: label.into(),
        choices: Vec::new(),
        is_required: false,
    };
    let input = EventInput {
        hosts: vec![session.member.unwrap().country],
        texts: vec![
            text("en", "Reunion of everybody who came to Japan between 2014 and 2019"),
            text("ja", "同窓会"),
        ],
        zone: "Asia/Tokyo".into(),
        starts: local("2031-12-06T18:00"),
        ends: local("2031-12-06T20:30"),
        deadline: Some(local("2031-12-01T23:59")),
        room: Some(RoomInput {
            seats: Some(40),
            venue: "Miraikan, Tokyo".into(),
            country: "JP".parse().ok(),
            ..RoomInput::default()
        }),
        online: Some(OnlineInput::default()),
        companions_max: 2,
        questions: vec![
            question("q1", QuestionKind::Diet, ""),
            question("q2", QuestionKind::Text, "What would you like to talk about?"),
        ],
        ..EventInput::default()
    };
    page.call::<CreateEvent>((), &input).await.id
}

fn address(id: EventId) -> String {
    format!("/organiser/events/{id}")
}

/// The editor.
pub(super) async fn editor(page: &Page) {
    let id = draft(page).await;
    page.visit(&address(id)).await;
    page.at(".event-preview strong").await;
}

/// The editor of a draft that is not ready, after an attempt to publish it.
pub(super) async fn wrong(page: &Page) {
    page.go("/healthz").await;
    let id = page.call::<CreateEvent>((), &EventInput::default()).await.id;
    page.visit(&address(id)).await;
    page.press_at(".editor-bar .button--primary").await;
    page.at("#error-summary").await;
    page.until_quiet().await;
}

/// The editor with its fair clock open.
pub(super) async fn fair_clock(page: &Page) {
    editor(page).await;
    page.press_at(".fair > summary").await;
    page.at(".fair-proposal").await;
    page.press_at(".fair-table > summary").await;
    page.until_quiet().await;
}

/// Those who come to an event of the demo, or to none.
pub(super) async fn attendees(page: &Page) {
    page.go("/healthz").await;
    let own = page.call::<ListOwnEvents>((), &Empty {}).await;
    let known = own.events.iter().filter(|event| event.life != EventLife::Draft);
    let most = known.max_by_key(|event| event.seats.pools.room.confirmed.people);
    let id = most.or(own.events.first()).map(|event| event.id).unwrap();
    page.visit(&format!("{}?show=attendees", address(id))).await;
}
