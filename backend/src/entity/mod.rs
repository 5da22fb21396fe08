//! One file per table: shape only, no rules. Ids are UUIDv7, instants unix milliseconds, days ISO text, enums codes.

pub mod calendar_feed;
pub mod change;
pub mod country;
pub mod event;
pub mod event_host;
pub mod event_log;
pub mod event_picture;
pub mod event_report;
pub mod event_text;
pub mod exchange;
pub mod field_of_science;
pub mod invitee_figure;
pub mod mail_address;
pub mod mail_choice;
pub mod member;
pub mod organisation;
pub mod outbox;
pub mod participation;
pub mod past_event;
pub mod programme;
pub mod rsvp;
pub mod rsvp_key;
pub mod session;
