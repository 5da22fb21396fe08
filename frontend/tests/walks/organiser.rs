//! Organising: a reunion from its title to being published, the questions on the way, and calling it off.

use serde_json::json;
use shared::api::Empty;
use shared::codes::Role;
use shared::events::{
    CreateEvent, EventChange, EventDraft, EventInput, EventLife, EventText, GetEventDraft, LocalTime, OnlineInput,
    PublishEvent, PublishInput, UpdateEvent,
};
use shared::ids::EventId;

use crate::support::{DESKTOP, PHONE, Page, Server, walk_on, words};

/// People enough for a club in which things are changed, and for countries/regions to be counted.
const MEMBERS: u32 = 2_000;

fn local(at: &str) -> LocalTime {
    LocalTime {
        at: at.into(),
        which: None,
    }
}

/// An event that could be published.
async fn whole(page: &Page, title: &str) -> EventInput {
    let session = page.call::<shared::auth::GetSession>((), &Empty {}).await;
    EventInput {
        hosts: vec![session.member.unwrap().country],
        texts: vec![EventText {
            language: "en".into(),
            title: title.into(),
            summary: "We meet again.".into(),
            description: String::new(),
        }],
        zone: "Asia/Kathmandu".into(),
        starts: local("2031-12-06T14:00"),
        ends: local("2031-12-06T17:00"),
        room: None,
        online: Some(OnlineInput::default()),
        ..EventInput::default()
    }
}

/// Begins it as a draft and opens its editor.
async fn begin(page: &Page, input: &EventInput) -> EventId {
    let draft = page.call::<CreateEvent>((), input).await;
    page.visit(&format!("/organiser/events/{}", draft.id)).await;
    draft.id
}

/// What the server has.
async fn saved(page: &Page, id: EventId) -> EventDraft {
    page.call::<GetEventDraft>(id, &Empty {}).await
}

/// Sets a day and a time, which browsers let people type in many ways.
async fn set_moment(page: &Page, id: &str, value: &str) {
    page.at(&format!("[id='{id}']")).await;
    let set = "const field = document.getElementById(arguments[0]); field.value = arguments[1]; \
               field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.js(set, &[json!(id), json!(value)]).await;
}

/// Waits until what was just typed is saved by itself.
async fn until_saved(page: &Page) {
    page.get_like("any", &words("editor.typing")).await;
    page.get_like("any", &words("editor.saved")).await;
}

#[tokio::test]
async fn a_coordinator_publishes_a_reunion() {
    let server = Server::start("organiser-publish", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        page.become_role(Role::Coordinator).await;
        page.visit("/").await;
        page.press_at("[popovertarget=account-menu]").await;
        page.press("link", &words("account.organiser")).await;
        page.until_at("/organiser").await;
        page.press("link", &words("organiser.new")).await;
        page.fill("#title", "5th reunion by the lake").await;
        page.press("button", &words("organiser.begin")).await;
        let there = "return location.pathname.startsWith('/organiser/events/') && location.pathname.split('/').pop()";
        let id = page.until("no draft was begun", there, &[]).await;
        let id: EventId = id.as_str().unwrap().parse().unwrap();

        // What is missing is said at the top, and each line leads to its field.
        page.press("button", &words("editor.publish")).await;
        page.until_focused("error-summary").await;
        page.press_at("#error-summary a[href='#texts.0.summary']").await;
        page.until_focused("texts.0.summary").await;
        page.keys("We meet again, with everybody who can come.").await;
        page.fill("[id='texts.0.description']", "Bring **one** picture.").await;
        let preview = "return document.querySelector('.event-preview strong')?.textContent === 'one'";
        page.until("the preview does not follow", preview, &[]).await;

        page.fill("#zone", "kathm").await;
        page.at("#zone-list [role=option]").await;
        page.key(thirtyfour::Key::Enter).await;
        set_moment(page, "starts.at", "2031-12-06T14:00").await;
        let ends = page.at("[id='ends.at']").await.prop("value").await.unwrap();
        assert_eq!(
            ends.as_deref(),
            Some("2031-12-06T16:00"),
            "the end follows the beginning"
        );
        page.fill("[id='room.venue']", "Patan Museum").await;
        page.choose("[id='room.country']", "NP").await;
        page.fill("[id='room.seats']", "40").await;
        until_saved(page).await;
        page.reload().await;
        let venue = page.at("[id='room.venue']").await.prop("value").await.unwrap();
        assert_eq!(
            venue.as_deref(),
            Some("Patan Museum"),
            "the draft was not saved by itself"
        );
        assert_eq!(
            saved(page, id).await.starts_at.unwrap().to_string(),
            "2031-12-06T08:15:00Z"
        );

        page.press("button", &words("editor.publish")).await;
        page.press("button", &words("editor.publish_now")).await;
        page.get_like("any", &words("event_life.published")).await;
        assert_eq!(saved(page, id).await.life, EventLife::Published);
        page.visit("/organiser").await;
        page.get("link", "5th reunion by the lake").await;
    })
    .await;
}

#[tokio::test]
async fn a_time_that_a_clock_shows_twice_is_asked_about() {
    let server = Server::start("organiser-twice", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        page.become_role(Role::Coordinator).await;
        // On this night New York puts its clocks back from two to one.
        let input = EventInput {
            zone: "America/New_York".into(),
            starts: local("2031-11-02T01:30"),
            ends: local("2031-11-02T04:00"),
            ..whole(page, "A night webinar").await
        };
        let id = begin(page, &input).await;
        page.press("button", &words("editor.publish")).await;
        page.press("button", &words("editor.publish_now")).await;
        page.until_focused("error-summary").await;
        page.press("radio", &words("editor.later")).await;
        until_saved(page).await;
        assert_eq!(
            saved(page, id).await.starts_at.unwrap().to_string(),
            "2031-11-02T06:30:00Z"
        );
        page.press("button", &words("editor.publish")).await;
        page.press("button", &words("editor.publish_now")).await;
        page.get_like("any", &words("event_life.published")).await;
    })
    .await;
}

#[tokio::test]
async fn what_two_people_typed_at_once_is_a_choice() {
    let server = Server::start("organiser-conflict", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        page.become_role(Role::Coordinator).await;
        let id = begin(page, &whole(page, "Whose words").await).await;
        let mut theirs = saved(page, id).await;
        theirs.input.texts[0].title = "Their words".into();
        let change = EventChange {
            version: theirs.version,
            input: theirs.input,
        };
        page.call::<UpdateEvent>(id, &change).await;
        page.fill("[id='texts.0.title']", "My words").await;
        page.get("heading", &words("editor.conflict")).await;
        let typed = page.at("[id='texts.0.title']").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("My words"), "what was typed is lost");
        page.press("button", &words("editor.keep_mine")).await;
        page.get_like("any", &words("editor.saved")).await;
        assert_eq!(saved(page, id).await.input.texts[0].title, "My words");
    })
    .await;
}

#[tokio::test]
async fn without_the_server_nothing_typed_is_lost() {
    let server = Server::start("organiser-offline", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        page.become_role(Role::Coordinator).await;
        let id = begin(page, &whole(page, "On a train").await).await;
        page.cut_off(&["*/api/organiser/events/*"]).await;
        page.fill("[id='texts.0.title']", "In a tunnel").await;
        page.get_like("any", &words("editor.offline")).await;
        page.press("link", &words("organiser.all")).await;
        page.until_quiet().await;
        page.back().await;
        let typed = page.at("[id='texts.0.title']").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("In a tunnel"));
        page.cut_off(&[]).await;
        page.get_like("any", &words("editor.saved")).await;
        assert_eq!(saved(page, id).await.input.texts[0].title, "In a tunnel");
    })
    .await;
}

#[tokio::test]
async fn an_event_is_called_off_with_a_reason_by_the_keyboard_on_a_phone() {
    let server = Server::start("organiser-cancel", MEMBERS).unwrap();
    walk_on(&server.origin(), PHONE, async |page: &Page| {
        page.become_role(Role::Coordinator).await;
        let id = begin(page, &whole(page, "A rainy picnic").await).await;
        page.call::<PublishEvent>(id, &PublishInput::default()).await;
        page.reload().await;
        page.press("button", &words("editor.cancel")).await;
        page.press("button", &words("editor.cancel_now")).await;
        page.until_focused("cancel-reason").await;
        page.keys("A storm is coming.").await;
        page.press("button", &words("editor.cancel_now")).await;
        page.get_like("any", &words("event_life.cancelled")).await;
        page.get_like("any", &words("editor.closed")).await;
        assert_eq!(saved(page, id).await.life, EventLife::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn the_fair_clock_fills_in_the_time() {
    let server = Server::start("organiser-fair", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        page.become_role(Role::Coordinator).await;
        let input = EventInput {
            starts: local("2031-12-06T03:00"),
            ends: local("2031-12-06T06:00"),
            ..whole(page, "For the whole world").await
        };
        let id = begin(page, &input).await;
        page.press_at(".fair > summary").await;
        page.press_at(".fair-proposal button").await;
        until_saved(page).await;
        let filled = saved(page, id).await;
        assert_ne!(filled.input.starts.at, "2031-12-06T03:00");
        assert!(filled.input.starts.at.starts_with("2031-12-06T"));
        let minutes = filled.ends_at.unwrap().millis() - filled.starts_at.unwrap().millis();
        assert_eq!(minutes / 60_000, 180, "the event stays as long as it was");
    })
    .await;
}
