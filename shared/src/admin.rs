//! What belongs to running the club and to no other feature: the outbox of a demonstration.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::Empty;
use crate::api::table::endpoints;
use crate::ids::MailId;
use crate::instant::Instant;
use crate::mail::MailKind;
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

endpoints! { Admin;
    /// The mails of the demonstration, the latest first.
    ListOutbox: Get "/api/demo/outbox" [Demo] () OutboxFilter => OutboxPage;
    /// One mail as it is read now.
    GetMail: Get "/api/demo/outbox/{mail_id}" [Demo] (MailId) Empty => MailPreview;
}

/// Which page of the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OutboxFilter {
    /// From 1.
    pub page: u32,
}

impl OutboxFilter {
    /// Mails of one page.
    pub const PER_PAGE: u32 = 20;
    const LAST_PAGE: u32 = 100_000;
}

impl Default for OutboxFilter {
    fn default() -> Self {
        Self { page: 1 }
    }
}

impl Validate for OutboxFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        checker.check((1..=Self::LAST_PAGE).contains(&self.page), "page", || {
            Text::new("invalid.between").with("min", 1).with("max", Self::LAST_PAGE)
        });
        checker.finish()
    }
}

crate::codes::codes! {
    /// What has become of a mail.
    MailState in "mail_state" {
        /// Waits to be sent; without a mail server for ever.
        Waiting = "waiting",
        /// Was sent.
        Sent = "sent",
        /// Is not sent: it was not true or not wanted any more, or could not be delivered.
        Dropped = "dropped",
    }
}

/// A mail as a row of the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutboxRow {
    /// The mail's id.
    pub id: MailId,
    /// What it is about.
    pub kind: MailKind,
    /// The reader's name.
    pub to: String,
    /// The event's title in the reader's language.
    pub event_title: String,
    /// The subject.
    pub subject: String,
    /// When it is to be sent.
    pub due_at: Instant,
    /// What has become of it.
    pub state: MailState,
}

/// A page of the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutboxPage {
    /// The mails.
    pub mails: Vec<OutboxRow>,
    /// How many there are in all.
    pub total: u32,
}

/// A mail as it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MailPreview {
    /// The subject.
    pub subject: String,
    /// The part in plain text.
    pub text: String,
    /// The part in HTML: a whole document.
    pub html: String,
}
