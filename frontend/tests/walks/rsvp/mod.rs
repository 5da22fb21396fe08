//! Answering an invitation: in one tap, with all that belongs to it, in a full event, and while others do things too;
//! what follows from it: ticket, door, mails and calendar.

mod door;
mod form;
mod line;
mod notices;
mod tap;
mod ticket;

use serde_json::json;
use shared::api::Empty;
use shared::ids::EventId;
use shared::rsvp::{Answer, GetRsvp, OwnRsvp};

use crate::support::{Language, Page, words};

/// People enough for a club in which things are changed.
const MEMBERS: u32 = 2_000;

fn address(event: EventId) -> String {
    format!("/events/{event}")
}

/// Presses an answer.
async fn answer(page: &Page, answer: Answer) {
    let places = "return [...document.querySelectorAll('.answer')].findIndex((button) => \
        button.querySelector('.answer-name').textContent.trim() === arguments[0]) + 1";
    let place = page
        .until("the answer is not offered", places, &[json!(words(answer.key()))])
        .await;
    page.press_at(&format!(".answer:nth-child({place})")).await;
}

/// What the server knows of one's own answer.
async fn own(page: &Page, event: EventId) -> Option<OwnRsvp> {
    page.call::<GetRsvp>(event, &Empty {}).await.own
}

fn counted(key: &'static str, count: u32) -> String {
    Language::English.words().count(key, count).to_string()
}

fn placed(key: &'static str, place: u32) -> String {
    Language::English.words().ordinal(key, place).to_string()
}
