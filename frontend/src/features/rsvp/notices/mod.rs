//! What reaches a member outside of this page: a calendar with the own answers, and mails.

mod calendar;
mod calendar_view;
mod mails;

pub use calendar::OwnCalendar;
pub use calendar_view::{Addresses, CalendarDone, CalendarShown, Step, calendar_view};
pub use mails::{MailSwitch, SwitchState, mail_switch};
