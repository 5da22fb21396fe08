//! Ending mails of one kind by the secret of a link, without signing in.

use shared::ids::MemberId;
use shared::mail::{MailChoice, MailKind};

use super::store;
use crate::app::App;
use crate::error::Result;

/// The member whose links carry the token.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn member_of(app: &App, token: &str) -> Result<Option<MemberId>> {
    Ok(store::member_of_token(&app.db.read, token).await?)
}

/// Ends the mails of a kind.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn end(app: &App, member: MemberId, kind: MailKind) -> Result<()> {
    let choice = MailChoice { kind, is_wanted: false };
    Ok(store::choose(&app.db.write, member, choice).await?)
}
