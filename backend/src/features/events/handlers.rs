//! One function for each row of the table.

use shared::events::{ListPastEvents, PastEventList};

use super::service;
use crate::app::App;
use crate::error::Result;
use crate::http::Call;

/// Past events and what there is to choose from.
pub(super) async fn list_past_events(app: App, call: Call<ListPastEvents>) -> Result<PastEventList> {
    service::list_past_events(&app, call.input).await
}
