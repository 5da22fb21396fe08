//! One tap where nothing else belongs to an answer; signed out, without network, in Japanese.

use serde_json::json;
use shared::rsvp::Answer;

use super::{MEMBERS, address, answer, own};
use crate::support::{DESKTOP, Language, PHONE, Page, Server, hybrid, reunion, walk_on, words};

#[tokio::test]
async fn a_member_answers_in_one_tap_changes_and_takes_it_back() {
    let server = Server::start("rsvp-tap", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(hybrid(3)).await;
        page.visit(&address(event)).await;
        page.get_like("any", &words("rsvp.none")).await;
        answer(page, Answer::InPerson).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        page.reload().await;
        page.get_like("any", &words("rsvp.confirmed")).await;

        // What others could have is not given up by one tap.
        answer(page, Answer::Online).await;
        page.until_focused("answer-sure").await;
        page.press("button", &words("rsvp.keep")).await;
        page.until_focused("own-answer").await;
        assert_eq!(own(page, event).await.unwrap().answer, Answer::InPerson);
        answer(page, Answer::Online).await;
        page.press("button", &words("rsvp.give_up_one")).await;
        page.get_like("any", &words("rsvp.confirmed_online")).await;

        page.press("button", &words("rsvp.withdraw")).await;
        page.press("button", &words("rsvp.give_up_one")).await;
        page.get_like("any", &words("rsvp.none")).await;
        assert_eq!(own(page, event).await, None);
        answer(page, Answer::Maybe).await;
        page.get_like("any", &words("rsvp.maybe")).await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_did_not_arrive_is_sent_again_and_counted_once() {
    let server = Server::start("rsvp-again", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(reunion(3)).await;
        page.visit(&address(event)).await;
        // The request arrives, its answer does not.
        let meddle = "window.keys = []; const send = window.fetch; window.fetch = async (...args) => { \
            const request = new Request(...args); \
            if (request.method !== 'PUT') return send(...args); \
            window.keys.push(request.headers.get('idempotency-key')); \
            const answer = await send(request); \
            if (window.keys.length === 1) throw new TypeError('Failed to fetch'); \
            return answer; }";
        page.js(meddle, &[]).await;
        answer(page, Answer::InPerson).await;
        page.press("button", &words("failure.retry")).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        let same = "return window.keys.length === 2 && window.keys[0] && window.keys[0] === window.keys[1]";
        assert_eq!(page.js(same, &[]).await, json!(true), "the key changed");
    })
    .await;
}

#[tokio::test]
async fn who_is_signed_out_comes_back_to_the_event_after_signing_in() {
    let server = Server::start("rsvp-signed-out", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(reunion(3)).await;
        page.become_nobody().await;
        page.visit(&address(event)).await;
        page.get_like("any", &words("event.not_found_out")).await;
        page.press_at(".empty-state .button--primary").await;
        page.press_at("#sign-in-member").await;
        page.until_at(&address(event)).await;
        page.get_like("any", &words("rsvp.none")).await;
    })
    .await;
}
#[tokio::test]
async fn an_event_speaks_japanese_and_shows_two_clocks() {
    let server = Server::start("rsvp-japanese", MEMBERS).unwrap();
    walk_on(&server.origin(), PHONE, async |page: &Page| {
        page.cdp(
            "Emulation.setTimezoneOverride",
            json!({ "timezoneId": "Pacific/Honolulu" }),
        )
        .await;
        let event = page.invite(reunion(3)).await;
        page.prefer("light", Language::Japanese).await;
        page.visit(&address(event)).await;
        let japanese = |key: &'static str| Language::Japanese.words().t(key).to_string();
        page.get_like("any", &japanese("rsvp.none")).await;
        page.get_like("any", &japanese("clock.day_before")).await;
        let days = page.texts(".clock-day").await;
        assert_eq!(days, ["2031年12月6日土曜日", "2031年12月5日金曜日"]);
        let zones = page.texts(".clock-zone").await;
        assert_eq!(zones, ["日本標準時", "ハワイ・アリューシャン標準時"]);
        page.press_at(".answer").await;
        page.get_like("any", &japanese("rsvp.confirmed")).await;
        // The description is there in English only.
        page.get_like("heading", &japanese("event.about")).await;
        assert_eq!(page.texts(".event-description .event-language").await.len(), 1);
    })
    .await;
}
