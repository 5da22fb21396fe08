//! Events of the club from draft to report, and the record of those that are past.

pub(crate) mod calendar;
mod changes;
mod convert;
mod fair_clock;
mod handlers;
mod language;
mod list;
mod markdown;
mod moments;
mod near;
mod organise;
mod past;
mod pictures;
mod queries;
mod record;
pub(crate) mod service;
mod show;
mod stored;
mod wall_clock;

pub use self::past::seed_past_events;
pub(crate) use self::pictures::{check_picture, delete_picture, picture, take_picture};
pub(crate) use self::queries::{DemoEvent, PicturePlace, insert_demo_event};
pub use self::service::publish_due;

use crate::http::Routes;

/// Mounts the feature's handlers.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .endpoint(handlers::list_past_events)
        .endpoint(fair_clock::get_fair_clock)
        .endpoint(handlers::list_events)
        .endpoint(handlers::get_event)
        .endpoint(handlers::list_own_events)
        .endpoint(handlers::get_event_draft)
        .endpoint(handlers::create_event)
        .endpoint(handlers::update_event)
        .endpoint(handlers::duplicate_event)
        .endpoint(handlers::delete_event)
        .endpoint(handlers::publish_event)
        .endpoint(handlers::unschedule_event)
        .endpoint(handlers::cancel_event)
        .endpoint(handlers::message_attendees)
        .endpoint(handlers::set_event_report)
        .endpoint(handlers::render_markdown)
}
