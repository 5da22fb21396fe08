//! One file per table: shape only, no rules. Ids are UUIDv7, instants unix milliseconds, days ISO text, enums codes.

pub mod change;
pub mod country;
pub mod exchange;
pub mod field_of_science;
pub mod invitee_figure;
pub mod member;
pub mod organisation;
pub mod participation;
pub mod past_event;
pub mod programme;
pub mod session;
