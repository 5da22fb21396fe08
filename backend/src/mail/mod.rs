//! Mails leave through the table `outbox`: whoever causes one writes a row in the transaction that causes it, and a
//! worker sends it later. Nothing is sent inside a request.

mod queue;

pub(crate) use self::queue::{NewMail, queue};
