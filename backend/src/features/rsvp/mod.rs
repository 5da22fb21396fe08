//! Answers to events: seats, waiting lists, who comes. Who has a seat is decided by `shared::rsvp` alone; here its
//! register is kept, written and asked.

mod attendee_file;
mod batch;
mod convert;
mod desk;
mod door;
mod errand;
mod guests;
mod handlers;
mod queries;
mod room;
pub(crate) mod service;
mod sheet;

pub(crate) use self::attendee_file::{attendee_csv, file_name};
pub use self::desk::Desk;
pub use self::service::{end_due_offers, event_changed, forget_old_keys};

use crate::http::Routes;

/// Mounts the feature's handlers.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .endpoint(handlers::get_rsvp)
        .endpoint(handlers::get_rsvp_details)
        .endpoint(handlers::set_rsvp)
        .endpoint(handlers::withdraw_rsvp)
        .endpoint(handlers::accept_offer)
        .endpoint(handlers::decline_offer)
        .endpoint(handlers::list_guests)
        .endpoint(handlers::list_attendees)
        .endpoint(handlers::place_attendee)
        .endpoint(handlers::remove_attendee)
        .endpoint(handlers::get_ticket)
        .endpoint(handlers::get_door)
        .endpoint(handlers::check_in)
}
