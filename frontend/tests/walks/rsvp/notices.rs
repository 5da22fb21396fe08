//! One's own calendar and mails: made, copied, made anew, switched, and ended by the link of a mail.

use serde_json::json;
use shared::api::Empty;
use shared::codes::Role;
use shared::events::{GetCalendarFeed, MessageAttendees, MessageInput};
use shared::mail::{GetMailChoices, MailKind};
use shared::rsvp::Answer;

use super::{MEMBERS, address, answer};
use crate::support::{DESKTOP, PHONE, Page, Server, Somebody, http_get, reunion, walk_on, words};

/// Whether a member wants mails of a kind, as the server knows it.
async fn wants(page: &Page, kind: MailKind) -> bool {
    let choices = page.call::<GetMailChoices>((), &Empty {}).await.choices;
    choices.iter().any(|choice| choice.kind == kind && choice.is_wanted)
}

/// The address of the calendar as it stands in its field.
async fn shown(page: &Page) -> String {
    let field = page.at("#calendar-address").await;
    field.prop("value").await.unwrap().unwrap()
}

/// Whether a calendar is answered at an address of this site.
async fn works(page: &Page, address: &str) -> bool {
    let asked = "return fetch(arguments[0], { cache: 'no-store' }).then(async (answer) => \
        answer.ok && (await answer.text()).includes('BEGIN:VCALENDAR'))";
    page.js(asked, &[json!(address)]).await == json!(true)
}

#[tokio::test]
async fn a_calendar_is_made_copied_made_anew_and_removed() {
    let server = Server::start("notices-calendar", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        page.visit("/me/notices").await;
        page.get_like("any", &words("notices.sign_in")).await;
        let event = page.invite(reunion(3)).await;
        page.visit(&address(event)).await;
        answer(page, Answer::InPerson).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        page.press("link", &words("notices.all_answers")).await;
        page.until_at("/me/notices").await;

        page.press("button", &words("notices.make")).await;
        page.until_focused("calendar-address").await;
        let first = shown(page).await;
        assert!(first.starts_with(&server.origin()), "{first}");
        assert!(works(page, &first).await, "the new calendar is not answered");
        let link = page.get("link", &words("notices.subscribe")).await;
        let subscribe = link.attr("href").await.unwrap().unwrap();
        let rest = first.split_once("://").unwrap().1;
        assert_eq!(subscribe.split_once("://"), Some(("webcal", rest)));
        // What a clipboard has is not asked of it: the browser would ask the reader first.
        let meddle = "navigator.clipboard.writeText = async (text) => { window.copied = text; }";
        page.js(meddle, &[]).await;
        page.press("button", &words("notices.copy")).await;
        page.until(
            "nothing was copied",
            "return window.copied === arguments[0]",
            &[json!(first)],
        )
        .await;

        // It is told once.
        page.reload().await;
        page.get_like("any", &words("notices.not_shown")).await;
        page.press("button", &words("notices.renew")).await;
        page.until_focused("calendar-sure").await;
        page.press("button", &words("notices.leave_it")).await;
        assert!(works(page, &first).await, "a calendar ended without a yes");
        page.press("button", &words("notices.renew")).await;
        page.press_at(".notices-sure .button--primary").await;
        page.until_focused("calendar-address").await;
        let second = shown(page).await;
        assert!(works(page, &second).await, "the new address is not answered");
        assert!(!works(page, &first).await, "the old address is answered");

        page.press("button", &words("notices.remove")).await;
        page.press_at(".notices-sure .button--primary").await;
        page.get("button", &words("notices.make")).await;
        assert!(!works(page, &second).await, "a removed calendar is answered");
        assert_eq!(page.call::<GetCalendarFeed>((), &Empty {}).await.created_at, None);
    })
    .await;
}

#[tokio::test]
async fn mails_are_switched_at_once_and_a_switch_that_is_not_saved_goes_back() {
    let mut server = Server::start("notices-mails", MEMBERS).unwrap();
    let origin = server.origin();
    walk_on(&origin, PHONE, async |page: &Page| {
        page.become_role(Role::Member).await;
        page.visit("/me").await;
        page.press_at(".own-ways a").await;
        page.until_at("/me/notices").await;
        page.press_at("#reminder_week").await;
        page.get_like("any", &words("notices.saved_off")).await;
        assert!(!wants(page, MailKind::ReminderWeek).await);
        page.reload().await;
        assert!(!page.at("#reminder_week").await.is_selected().await.unwrap());
        assert!(page.at("#reminder_day").await.is_selected().await.unwrap());
        page.press_at("#reminder_week").await;
        page.get_like("any", &words("notices.saved_on")).await;

        server.stop();
        page.press_at("#message").await;
        page.get_like("any", &words("notices.not_saved")).await;
        page.get_like("any", &words("failure.offline")).await;
        assert!(page.at("#message").await.is_selected().await.unwrap(), "it stays off");
        server.restart().unwrap();
        page.press_at("#message").await;
        page.get_like("any", &words("notices.saved_off")).await;
        assert!(!wants(page, MailKind::Message).await);
    })
    .await;
}

#[tokio::test]
async fn the_link_of_a_mail_asks_and_only_its_button_ends_mails() {
    let server = Server::start("notices-unsubscribe", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(reunion(3)).await;
        page.visit(&address(event)).await;
        answer(page, Answer::InPerson).await;
        page.get_like("any", &words("rsvp.confirmed")).await;
        let message = MessageInput {
            text: "Bring an umbrella.".into(),
        };
        Somebody::of_role(&server, Role::Coordinator).call::<MessageAttendees>(event, &message);
        page.visit("/outbox").await;
        page.open_mail(MailKind::Message).await;
        page.get_like("any", "Bring an umbrella.").await;
        let links = page.texts(".outbox-text a").await;
        let stop = links.iter().find(|link| link.contains("/unsubscribe?")).unwrap();
        // A program that follows links before anybody reads them ends nothing.
        http_get(server.port(), &stop[server.origin().len()..]).unwrap();
        assert!(wants(page, MailKind::Message).await);
        page.press("link", stop).await;
        page.at("form[method=post] button").await;
        assert!(wants(page, MailKind::Message).await, "the link alone ends mails");
        page.press_at("form[method=post] button").await;
        page.at("[role=status]").await;
        assert!(!wants(page, MailKind::Message).await);
        page.visit("/me/notices").await;
        assert!(!page.at("#message").await.is_selected().await.unwrap());
        assert!(page.at("#reminder_day").await.is_selected().await.unwrap());
    })
    .await;
}
