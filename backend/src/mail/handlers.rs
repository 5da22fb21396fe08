//! One function for each row of the table.

use shared::mail::{GetMailChoices, MailChoices, SetMailChoice};

use super::store;
use crate::app::App;
use crate::error::Result;
use crate::http::Call;

/// Which mails the caller wants.
pub(super) async fn get_mail_choices(app: App, call: Call<GetMailChoices>) -> Result<MailChoices> {
    Ok(store::choices(&app.db.read, call.actor.member_id).await?)
}

/// Switches one kind on or off.
pub(super) async fn set_mail_choice(app: App, call: Call<SetMailChoice>) -> Result<MailChoices> {
    let tx = app.db.begin().await?;
    store::choose(&tx, call.actor.member_id, call.input).await?;
    let choices = store::choices(&tx, call.actor.member_id).await?;
    tx.commit().await?;
    Ok(choices)
}
