//! The waiting list, offers, and what others do while one looks on.

use serde_json::json;
use shared::api::Empty;
use shared::codes::Role;
use shared::events::{CancelEvent, CancelInput, RotateCalendarFeed};
use shared::mail::MailKind;
use shared::rsvp::{Answer, GetRsvp, IfFull, OwnStanding, RsvpInput, SetRsvp, WithdrawRsvp};
use shared::words::Text;
use thirtyfour::prelude::*;

use super::{MEMBERS, address, answer, own, placed};
use crate::support::{DESKTOP, Language, PHONE, Page, Server, Somebody, http_get, reunion, walk_on, words};

#[tokio::test]
async fn a_full_event_lets_wait_and_offers_the_seat_live() {
    let server = Server::start("rsvp-full", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(reunion(1)).await;
        let others = page.others().await;
        let somebody = Somebody::sign_in(&server, others[0]);
        page.visit(&address(event)).await;
        page.until_hearing().await;
        let come = RsvpInput::of(Answer::InPerson);
        somebody.call::<SetRsvp>(event, &come);
        // The count moves by itself.
        let full = "return document.getElementById('seats-room').textContent.includes(arguments[0])";
        page.until("the seats do not move", full, &[json!(words("seats.full"))])
            .await;

        answer(page, Answer::InPerson).await;
        page.get_like("any", &placed("rsvp.would_be", 1)).await;
        assert_eq!(own(page, event).await, None, "what was refused changed something");
        page.press("button", &words("rsvp.wait")).await;
        page.get_like("any", &placed("rsvp.position", 1)).await;

        // Somebody else waits behind, and the first one lets the seat go: the keyboard stays where it is.
        let behind = Somebody::sign_in(&server, others[1]);
        behind.call::<SetRsvp>(
            event,
            &RsvpInput {
                if_full: IfFull::Wait,
                ..come
            },
        );
        page.js("document.querySelector('.answer-rule summary').focus()", &[])
            .await;
        somebody.call::<WithdrawRsvp>(event, &Empty {});
        page.get_like("any", &words("rsvp.offered_one")).await;
        let stays = "return document.activeElement === document.querySelector('.answer-rule summary')";
        assert_eq!(page.js(stays, &[]).await, json!(true), "the keyboard was moved");
        page.press("button", &words("rsvp.accept_one")).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        assert_eq!(own(page, event).await.unwrap().standing, OwnStanding::Confirmed);
    })
    .await;
}

#[tokio::test]
async fn an_offer_that_is_let_pass_goes_to_the_next() {
    let server = Server::start("rsvp-pass", MEMBERS).unwrap();
    walk_on(&server.origin(), PHONE, async |page: &Page| {
        let event = page.invite(reunion(1)).await;
        let others = page.others().await;
        let somebody = Somebody::sign_in(&server, others[0]);
        let behind = Somebody::sign_in(&server, others[1]);
        let wait = RsvpInput {
            if_full: IfFull::Wait,
            ..RsvpInput::of(Answer::InPerson)
        };
        somebody.call::<SetRsvp>(event, &wait);
        page.call::<SetRsvp>(event, &wait).await;
        behind.call::<SetRsvp>(event, &wait);
        somebody.call::<WithdrawRsvp>(event, &Empty {});
        page.visit(&address(event)).await;
        page.press("button", &words("rsvp.decline")).await;
        page.until_focused("answer-sure").await;
        page.press_at(".answer-sure .button--primary").await;
        page.get_like("any", &words("rsvp.passed_means")).await;
        let next = behind.call::<GetRsvp>(event, &Empty {}).own.unwrap();
        assert_eq!(next.standing, OwnStanding::Offered);
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_alone_answers_waits_and_leaves_the_line() {
    let server = Server::start("rsvp-keyboard", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(reunion(1)).await;
        let others = page.others().await;
        Somebody::sign_in(&server, others[0]).call::<SetRsvp>(event, &RsvpInput::of(Answer::InPerson));
        page.visit(&address(event)).await;
        page.js("document.getElementById('own-answer').focus()", &[]).await;
        page.key(Key::Tab).await;
        page.check_focus().await;
        page.key(Key::Enter).await;
        page.get_like("any", &placed("rsvp.would_be", 1)).await;
        let is_wait = "return document.activeElement.textContent.trim() === arguments[0]";
        for _ in 0..8 {
            if page.js(is_wait, &[json!(words("rsvp.wait"))]).await == json!(true) {
                break;
            }
            page.key(Key::Tab).await;
        }
        page.key(Key::Enter).await;
        page.get_like("any", &placed("rsvp.position", 1)).await;
        page.press("button", &words("rsvp.withdraw")).await;
        page.until_focused("answer-sure").await;
        page.key(Key::Tab).await;
        page.check_focus().await;
        page.key(Key::Enter).await;
        page.get_like("any", &words("rsvp.none")).await;
    })
    .await;
}

#[tokio::test]
async fn an_event_that_is_called_off_says_so_at_once() {
    let server = Server::start("rsvp-cancelled", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(reunion(3)).await;
        page.visit(&address(event)).await;
        answer(page, Answer::InPerson).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        page.until_hearing().await;
        let reason = CancelInput {
            reason: "A typhoon comes.".into(),
        };
        // The same browser, as the coordinator, in a request of its own.
        Somebody::of_role(&server, Role::Coordinator).call::<CancelEvent>(event, &reason);
        page.get_like("any", &words("event.cancelled")).await;
        let said = Text::new("event.cancel_reason").with("reason", "A typhoon comes.");
        page.get_like("any", &Language::English.words().say(&said)).await;
        assert!(
            page.texts(".answer").await.is_empty(),
            "a called off event takes answers"
        );
        // Where people were told that it takes place, they are told that it does not.
        let calendar = page.call::<RotateCalendarFeed>((), &Empty {}).await;
        let calendar = http_get(server.port(), &calendar.path).unwrap();
        assert!(
            calendar.contains("A reunion by the river") && calendar.contains("STATUS:CANCELLED"),
            "{calendar}"
        );
        page.visit("/outbox").await;
        page.open_mail(MailKind::Cancelled).await;
        page.get_like("any", "A typhoon comes.").await;
    })
    .await;
}
