//! One function for each row of the table.

use shared::events::{CalendarFeed, DeleteCalendarFeed, GetCalendarFeed, NewCalendarFeed, RotateCalendarFeed};

use super::service;
use crate::app::App;
use crate::error::Result;
use crate::http::Call;

/// Whether there is an address.
pub(super) async fn get_calendar_feed(app: App, call: Call<GetCalendarFeed>) -> Result<CalendarFeed> {
    service::get(&app, call.actor.member_id).await
}

/// A new address.
pub(super) async fn rotate_calendar_feed(app: App, call: Call<RotateCalendarFeed>) -> Result<NewCalendarFeed> {
    service::rotate(&app, call.actor.member_id).await
}

/// No address any more.
pub(super) async fn delete_calendar_feed(app: App, call: Call<DeleteCalendarFeed>) -> Result<CalendarFeed> {
    service::delete(&app, call.actor.member_id).await
}
