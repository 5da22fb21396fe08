//! A ticket, with a network and without; and the mail that tells of it.

use serde_json::json;
use shared::api::Empty;
use shared::mail::MailKind;
use shared::rsvp::{Answer, GetTicket};

use super::{MEMBERS, address, answer};
use crate::support::{DESKTOP, PHONE, Page, Server, reunion, walk_on, words};

#[tokio::test]
async fn a_ticket_that_was_opened_once_is_opened_again_without_network() {
    let mut server = Server::start("rsvp-ticket", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, PHONE, async |page: &Page| {
        let event = page.invite(reunion(3)).await;
        page.visit(&address(event)).await;
        answer(page, Answer::InPerson).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        page.press("link", &words("rsvp.ticket")).await;
        page.until_at(&format!("/events/{event}/ticket")).await;
        let ticket = page.call::<GetTicket>(event, &Empty {}).await;
        let code = format!("{} {}", &ticket.code[..5], &ticket.code[5..]);
        assert_eq!(page.texts(".ticket-code").await, [code.as_str()]);
        let label = page.at("svg.qr[role=img]").await.attr("aria-label").await.unwrap();
        assert!(label.unwrap().contains(&code), "the picture does not say what it shows");
        let before = page.texts("main").await;
        let picture = page.at(".qr-sign").await.attr("d").await.unwrap();

        page.until_kept(&format!("/api/events/{event}/ticket")).await;
        page.until_kept(&format!("/api/events/{event}?language=en")).await;
        page.until_kept("/api/session").await;
        server.stop();
        page.reload().await;
        page.at(".qr-sign").await;
        assert_eq!(page.texts("main").await, before);
        assert_eq!(page.at(".qr-sign").await.attr("d").await.unwrap(), picture);
    })
    .await;
}

#[tokio::test]
async fn the_outbox_shows_the_confirmation_with_both_clocks() {
    let server = Server::start("rsvp-outbox", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let zone = json!({ "timezoneId": "Pacific/Honolulu" });
        page.cdp("Emulation.setTimezoneOverride", zone).await;
        let event = page.invite(reunion(3)).await;
        page.visit(&address(event)).await;
        answer(page, Answer::InPerson).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        page.press("link", &words("footer.outbox")).await;
        page.until_at("/outbox").await;
        page.get_like("any", &words("mail_kind.confirmed")).await;
        page.open_mail(MailKind::Confirmed).await;
        let text = page.texts(".outbox-text").await.concat();
        for said in ["Asia/Tokyo", "Pacific/Honolulu"] {
            assert!(text.contains(said), "{said} is missing: {text}");
        }
        let links = page.texts(".outbox-text a").await;
        let own = format!("{}/events/{event}", server.origin());
        assert!(links.iter().any(|link| link.starts_with(&own)), "{links:?}");
        // Its other form is shut off from everything, and still shows.
        let html = page.at(".outbox-mail p:last-child a").await.attr("href").await.unwrap();
        page.go(&html.unwrap()).await;
        page.get_like("any", "Miraikan, Tokyo").await;
    })
    .await;
}
