//! Events of the club and the programme: the record of those that are past.

pub(crate) mod calendar;
mod convert;
mod fair_clock;
mod handlers;
mod queries;
mod record;
mod service;

pub use self::service::seed_past_events;

use crate::http::Routes;

/// Mounts the feature's handlers.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .endpoint(handlers::list_past_events)
        .endpoint(fair_clock::get_fair_clock)
}
