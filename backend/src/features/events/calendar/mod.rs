//! Events as calendars: one as a file, those of the club or a chapter as a feed for everybody, and a member's own
//! answers as a feed under a secret address.

mod convert;
mod handlers;
mod queries;
mod service;

pub(crate) use self::service::{GivenUp, club_feed, entry_for, event_entry, given_up_entry_for, own_feed};

use crate::http::Routes;

/// Mounts the handlers of secret addresses.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .endpoint(handlers::get_calendar_feed)
        .endpoint(handlers::rotate_calendar_feed)
        .endpoint(handlers::delete_calendar_feed)
}
