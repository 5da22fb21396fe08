//! Mails leave through the table `outbox`: whoever causes one writes a row in the transaction that causes it, and a
//! worker sends it later. Nothing is sent inside a request. What a mail says is read when it is sent.

mod calendar;
mod claim;
mod clocks;
mod facts;
mod handlers;
mod letter;
mod message;
pub(crate) mod outbox;
mod payload;
mod queue;
pub mod reminders;
mod sender;
pub(crate) mod speech;
mod store;
mod truth;
pub(crate) mod unsubscribe;
mod worker;

pub use self::payload::{Before, EndedWhy, Payload};
pub(crate) use self::queue::{NewMail, queue};
pub use self::sender::{Parcel, Refusal, Sender, Smtp};
pub(crate) use self::worker::work;
pub use self::worker::{deliver, forget};

use crate::http::Routes;

/// Mounts the handlers of what members choose.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .endpoint(handlers::get_mail_choices)
        .endpoint(handlers::set_mail_choice)
}
