//! One function for each row of the table.

use shared::admin::{GetMail, ListOutbox, MailPreview, OutboxPage};

use crate::app::App;
use crate::error::Result;
use crate::http::Call;
use crate::mail::outbox;

/// The mails of the demonstration.
pub(super) async fn list_outbox(app: App, call: Call<ListOutbox>) -> Result<OutboxPage> {
    outbox::page(&app, call.input).await
}

/// One mail as it is read now.
pub(super) async fn get_mail(app: App, call: Call<GetMail>) -> Result<MailPreview> {
    let letter = outbox::letter(&app, call.params).await?;
    Ok(MailPreview {
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
    })
}
