//! Ending mails of one kind: the link asks, the button and mail programs end, nothing else does.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use shared::api::{Empty, ProblemCode};
use shared::ids::MemberId;
use shared::mail::{GetMailChoices, MailKind};

use super::stage::Stage;
use crate::support::Answer;

const FORM: &str = "application/x-www-form-urlencoded";

/// The link of the first member.
fn link(kind: &str, language: &str) -> String {
    format!("/api/mails/unsubscribe?kind={kind}&language={language}&token=secret-1")
}

async fn post(stage: &Stage, path: &str, body: &'static str, headers: &[(&str, &str)]) -> Answer<()> {
    let request = Request::post(path).header(header::HOST, "club.example");
    let request = headers
        .iter()
        .fold(request, |request, (name, value)| request.header(*name, *value));
    let request = request
        .header(header::CONTENT_TYPE, FORM)
        .body(Body::from(body))
        .unwrap();
    stage.t.anonymous().send(request).await
}

/// The kinds that a member does without.
async fn without(stage: &Stage, member: MemberId) -> Vec<MailKind> {
    let actor = stage.t.signed_in(member).await;
    let choices = actor.call::<GetMailChoices>((), Empty {}).await.good().choices;
    choices
        .iter()
        .filter(|choice| !choice.is_wanted)
        .map(|choice| choice.kind)
        .collect()
}

#[tokio::test]
async fn the_link_asks_and_the_button_ends() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    for (language, question) in [("en", "Reminder a day before"), ("ja", "前日のお知らせ")] {
        let asked = stage.t.anonymous().get(&link("reminder_day", language)).await;
        assert_eq!(asked.status, StatusCode::OK);
        let page = String::from_utf8(asked.body).unwrap();
        assert!(
            page.contains(question) && page.contains(&format!("<html lang=\"{language}\">")),
            "{page}"
        );
        assert!(page.contains("<form method=\"post\""), "{page}");
        let policy = asked.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(
            policy.contains("form-action 'self'") && !policy.contains("unsafe-inline"),
            "{policy}"
        );
    }
    let head = Request::head(link("reminder_day", "en")).body(Body::empty()).unwrap();
    stage.t.anonymous().send::<()>(head).await;
    let ended = post(&stage, &link("reminder_day", "ja"), "List-Unsubscribe=One-Click", &[]).await;
    assert_eq!(ended.status, StatusCode::OK);
    assert!(!String::from_utf8(ended.body).unwrap().contains("<form"));
    assert_eq!(without(&stage, member).await, [MailKind::ReminderDay]);
}

#[tokio::test]
async fn reading_the_link_ends_nothing() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    stage.t.anonymous().get(&link("message", "en")).await;
    assert_eq!(without(&stage, member).await, []);
}

#[tokio::test]
async fn mail_programs_end_it_from_wherever_they_are_and_twice_is_once() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let elsewhere = [("origin", "https://mail.example"), ("sec-fetch-site", "cross-site")];
    for _ in 0..2 {
        let ended = post(&stage, &link("message", "en"), "List-Unsubscribe=One-Click", &elsewhere).await;
        assert_eq!(ended.status, StatusCode::OK);
    }
    let pieces = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    post(&stage, &link("thank_you", "en"), pieces, &elsewhere).await;
    assert_eq!(without(&stage, member).await, [MailKind::ThankYou, MailKind::Message]);
    // The door is open for this path only.
    let request = Request::put("/api/me/mails")
        .header(header::HOST, "club.example")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    stage
        .t
        .anonymous()
        .send::<()>(request)
        .await
        .problem(ProblemCode::Forbidden);
}

#[tokio::test]
async fn links_that_are_not_ours_end_nothing() {
    let stage = Stage::new().await;
    let member = stage.member(1, "Asha Rao").await;
    let good = "List-Unsubscribe=One-Click";
    for (path, body, code) in [
        (
            "/api/mails/unsubscribe?kind=message&token=guessed",
            good,
            ProblemCode::NotFound,
        ),
        (
            "/api/mails/unsubscribe?kind=message&token=",
            good,
            ProblemCode::NotFound,
        ),
        ("/api/mails/unsubscribe?kind=message", good, ProblemCode::Invalid),
        (
            "/api/mails/unsubscribe?kind=everything&token=secret-1",
            good,
            ProblemCode::Invalid,
        ),
        (
            "/api/mails/unsubscribe?kind=confirmed&token=secret-1",
            good,
            ProblemCode::Invalid,
        ),
        (
            "/api/mails/unsubscribe?kind=message&token=secret-1",
            "",
            ProblemCode::Invalid,
        ),
    ] {
        post(&stage, path, body, &[]).await.problem(code);
    }
    assert_eq!(without(&stage, member).await, []);
}
