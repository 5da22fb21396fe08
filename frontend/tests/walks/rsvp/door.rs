//! The door: by name, by code, by camera, with a network and without.

use fast_qr::QRBuilder;
use serde_json::{Value, json};
use shared::api::Empty;
use shared::codes::Role;
use shared::ids::EventId;
use shared::rsvp::{Answer, DoorGuest, DoorList, GetDoor, RsvpInput, SetRsvp};
use shared::words::Text;

use super::MEMBERS;
use crate::support::{DESKTOP, Language, PHONE, Page, Server, Somebody, reunion, walk_on, words};

/// An event to which two parties come, with its door open.
async fn open(page: &Page, server: &Server) -> (EventId, Vec<DoorGuest>) {
    let event = page.invite(reunion(10)).await;
    for member in page.others().await.into_iter().take(2) {
        Somebody::sign_in(server, member).call::<SetRsvp>(event, &RsvpInput::of(Answer::InPerson));
    }
    page.become_role(Role::Coordinator).await;
    page.visit(&format!("/events/{event}/door")).await;
    (event, list(page, event).await.guests)
}

async fn list(page: &Page, event: EventId) -> DoorList {
    page.call::<GetDoor>(event, &Empty {}).await
}

/// Waits until so many of two parties are in, on the screen.
async fn until_in(page: &Page, count: u32) {
    let said = Text::new("door.counts").with("in", count).with("all", 2);
    page.get_like("any", &Language::English.words().say(&said)).await;
}

/// Waits until nothing waits to be sent.
async fn until_sent(page: &Page) {
    let is_sent = "return !document.querySelector('.door-pending')";
    page.until("something waits to be sent", is_sent, &[]).await;
}

/// Types a ticket's code.
async fn check(page: &Page, code: &str) {
    page.fill("#door-search", code).await;
    page.press("button", &words("door.check")).await;
}

#[tokio::test]
async fn parties_are_let_in_by_name_and_a_second_scan_says_when_and_by_whom() {
    let server = Server::start("door-name", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let (event, guests) = open(page, &server).await;
        until_in(page, 0).await;
        let name = &guests[0].ticket.name;
        page.fill("#door-search", name).await;
        let is_found = "return document.querySelectorAll('.door-row').length === 1";
        page.until("the name is not found", is_found, &[]).await;
        page.press("button", &words("door.let_in")).await;
        page.get_like("any", &words("scan.checked_in")).await;
        until_in(page, 1).await;
        until_sent(page).await;
        assert_eq!(list(page, event).await.checked_in, 1);

        // In small letters and with a gap, as somebody reads it aloud.
        let code = guests[0].ticket.code.to_lowercase();
        check(page, &[&code[..5], " ", &code[5..]].concat()).await;
        page.get_like("any", &words("scan.already")).await;
        let door = list(page, event).await;
        let by = door
            .guests
            .iter()
            .find_map(|guest| guest.checked_in_by.clone())
            .unwrap();
        let by = Language::English.words().say(&Text::new("door.by").with("name", by));
        page.get_like("any", &by).await;
        let since = page.texts(".door-verdict span").await;
        assert!(
            since.len() == 3 && since[1].chars().any(|sign| sign.is_ascii_digit()),
            "{since:?}"
        );
        assert_eq!(list(page, event).await.checked_in, 1);
        check(page, "0000000000").await;
        page.get_like("any", &words("scan.unknown")).await;
    })
    .await;
}

#[tokio::test]
async fn without_network_parties_are_let_in_and_the_server_learns_of_it_later() {
    let mut server = Server::start("door-offline", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, PHONE, async |page: &Page| {
        let (event, guests) = open(page, &server).await;
        page.until_kept(&format!("/api/organiser/events/{event}/door")).await;
        page.until_kept("/api/session").await;
        server.stop();
        page.reload().await;
        until_in(page, 0).await;
        check(page, &guests[0].ticket.code).await;
        page.get_like("any", &words("scan.checked_in")).await;
        check(page, &guests[0].ticket.code).await;
        page.get_like("any", &words("scan.already")).await;
        page.get_like("any", &words("door.here")).await;
        until_in(page, 1).await;
        page.at(".door-pending").await;

        // It waits although the page is closed.
        page.reload().await;
        until_in(page, 1).await;
        check(page, &guests[1].ticket.code).await;
        until_in(page, 2).await;
        server.restart().unwrap();
        until_sent(page).await;
        until_in(page, 2).await;
        let door = list(page, event).await;
        assert_eq!(door.checked_in, 2);
        assert!(door.guests.iter().all(|guest| guest.checked_in_by.is_some()));
    })
    .await;
}

/// A camera before which a code is held, or which fails.
const CAMERA: &str = "delete window.BarcodeDetector; \
    navigator.mediaDevices.getUserMedia = async () => { \
        if (window.refusal) throw new DOMException('', window.refusal); \
        const canvas = document.createElement('canvas'); \
        const { side, dark } = window.held; \
        const scale = 12; \
        canvas.width = canvas.height = (side + 8) * scale; \
        const context = canvas.getContext('2d'); \
        const draw = () => { \
            context.fillStyle = 'white'; context.fillRect(0, 0, canvas.width, canvas.height); \
            context.fillStyle = 'black'; \
            for (const place of dark) context.fillRect( \
                (place % side + 4) * scale, (Math.floor(place / side) + 4) * scale, scale, scale); \
            requestAnimationFrame(draw); }; \
        draw(); \
        return canvas.captureStream(15); };";

/// A code as the places of its dark squares.
fn held(text: &str) -> Value {
    let code = QRBuilder::new(text).build().unwrap();
    let dark: Vec<usize> = (0..code.size * code.size)
        .filter(|place| code[place / code.size][place % code.size].value())
        .collect();
    json!({ "side": code.size, "dark": dark })
}

#[tokio::test]
async fn the_camera_reads_tickets_where_the_browser_cannot_and_says_why_it_is_off() {
    let server = Server::start("door-camera", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        page.before_every_page(CAMERA).await;
        let (event, guests) = open(page, &server).await;
        for (refusal, said) in [
            ("NotFoundError", "door.camera_none"),
            ("NotAllowedError", "door.camera_refused"),
        ] {
            page.js("window.refusal = arguments[0]", &[json!(refusal)]).await;
            page.press("button", &words("door.camera_on")).await;
            page.get_like("any", &words(said)).await;
        }
        page.at("#door-search").await;
        // Nobody fetches what reads codes before a camera runs.
        let fetched = "return performance.getEntriesByType('resource') \
            .filter(({ name }) => new URL(name).pathname.startsWith('/parts/decoder-')).length";
        assert_eq!(page.js(fetched, &[]).await, json!(0));
        let show = "window.refusal = null; window.held = arguments[0]";
        page.js(show, &[held(&guests[1].ticket.code)]).await;
        page.press("button", &words("door.camera_on")).await;
        page.get_like("any", &words("scan.checked_in")).await;
        assert_eq!(page.js(fetched, &[]).await, json!(1));
        until_in(page, 1).await;
        until_sent(page).await;
        // It is still held there, and was shown once.
        page.get_like("any", &words("scan.checked_in")).await;
        let door = list(page, event).await;
        let is_in = |guest: &&DoorGuest| guest.ticket.checked_in_at.is_some();
        let inside: Vec<_> = door.guests.iter().filter(is_in).map(|guest| guest.member_id).collect();
        assert_eq!(inside, [guests[1].member_id]);
        page.press("button", &words("door.camera_off")).await;
        page.get("button", &words("door.camera_on")).await;
    })
    .await;
}
