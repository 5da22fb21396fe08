//! `/api/mails/unsubscribe`: ends mails of one kind without signing in. The link of a mail leads to a page that asks; only
//! its button, or the mail program of the reader (RFC 8058), ends anything.

use askama::Template;
use axum::extract::State;
use axum::http::{Uri, header};
use axum::response::{Html, IntoResponse};
use bytes::Bytes;
use serde::Deserialize;
use shared::api::ProblemCode;
use shared::ids::MemberId;
use shared::mail::MailKind;
use shared::words::Text;

use super::decode;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::mail::speech::Speech;
use crate::mail::unsubscribe;

/// The path. Requests of other sites are let through to it: mail programs send them, and the token in the query is the
/// only thing that counts.
pub(super) const PATH: &str = "/api/mails/unsubscribe";

#[derive(Debug, Deserialize)]
struct Asked {
    kind: MailKind,
    token: String,
    #[serde(default)]
    language: String,
}

#[derive(Template)]
#[template(path = "mail/unsubscribe.html")]
struct Page<'a> {
    language: &'static str,
    club: String,
    title: String,
    sentence: String,
    /// Absent when it is done.
    button: Option<String>,
    action: &'a str,
}

/// `GET`: asks whether these mails are to end.
pub(super) async fn ask(State(app): State<App>, uri: Uri) -> Result<Html<String>> {
    let (asked, _) = admit(&app, &uri).await?;
    let speech = Speech::of(&asked.language);
    page(&asked, "mail.stop_question", Some(speech.t("mail.stop_button")), &uri)
}

/// `POST`: ends them.
pub(super) async fn end(State(app): State<App>, uri: Uri, body: Bytes) -> Result<Html<String>> {
    let (asked, member) = admit(&app, &uri).await?;
    // As a form or as its parts in several pieces: mail programs may send either.
    let body = String::from_utf8_lossy(&body);
    if !(body.contains("List-Unsubscribe") && body.contains("One-Click")) {
        return Err(AppError::invalid_field(
            "List-Unsubscribe",
            Text::new("invalid.missing"),
        ));
    }
    unsubscribe::end(&app, member, asked.kind).await?;
    page(&asked, "mail.stop_done", None, &uri)
}

/// `GET …/unsubscribe.css`
pub(super) async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css")],
        include_str!("../../templates/mail/unsubscribe.css"),
    )
}

async fn admit(app: &App, uri: &Uri) -> Result<(Asked, MemberId)> {
    let asked: Asked = decode::query(uri.query().unwrap_or_default())?;
    if !asked.kind.is_switchable() {
        return Err(AppError::invalid_field("kind", Text::new("invalid.mail_always_sent")));
    }
    let member = unsubscribe::member_of(app, &asked.token).await?;
    let member = member.ok_or_else(|| AppError::of(ProblemCode::NotFound))?;
    Ok((asked, member))
}

fn page(asked: &Asked, sentence: &'static str, button: Option<String>, uri: &Uri) -> Result<Html<String>> {
    let speech = Speech::of(&asked.language);
    let kind = speech.t(asked.kind.key());
    let page = Page {
        language: speech.language,
        club: speech.t("club.name"),
        title: speech.t("mail.stop_title"),
        sentence: speech.say(&Text::new(sentence).with("kind", kind)),
        button,
        action: uri.path_and_query().map_or(PATH, |path| path.as_str()),
    };
    Ok(Html(page.render().map_err(anyhow::Error::from)?))
}
