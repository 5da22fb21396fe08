//! When an event is, from what was typed, and what is wrong with it before people may be told. Pure.

use jiff::tz::TimeZone;
use shared::events::{EventInput, LocalTime};
use shared::instant::Instant;
use shared::validate::{Checker, FieldErrors};
use shared::words::Text;

use super::wall_clock::{self, NoMoment};

/// The moments of an event, as far as what was typed is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moments {
    pub(super) starts_at: Option<Instant>,
    pub(super) ends_at: Option<Instant>,
    pub(super) deadline_at: Option<Instant>,
}

/// The moments of an input, with what is wrong with those that are none. What is empty is no error.
pub(super) fn read(input: &EventInput) -> (Moments, FieldErrors) {
    let mut errors = FieldErrors::new();
    let zone = wall_clock::zone(&input.zone);
    if zone.is_none() && !input.zone.trim().is_empty() {
        errors.insert("zone".into(), vec![Text::new("invalid.unknown_zone")]);
    }
    let mut moment = |field: &str, time: &LocalTime| match moment(time, zone.as_ref()) {
        Ok(moment) => moment,
        Err(why) => {
            errors.insert(field.into(), vec![why.text()]);
            None
        }
    };
    let moments = Moments {
        starts_at: moment("starts.at", &input.starts),
        ends_at: moment("ends.at", &input.ends),
        deadline_at: input
            .deadline
            .as_ref()
            .and_then(|deadline| moment("deadline.at", deadline)),
    };
    (moments, errors)
}

/// Without a zone no time is a moment, which is the zone's error and not the time's.
pub(super) fn moment(time: &LocalTime, zone: Option<&TimeZone>) -> Result<Option<Instant>, NoMoment> {
    match zone {
        Some(zone) if !time.at.trim().is_empty() => wall_clock::moment(time, zone).map(Some),
        _ => Ok(None),
    }
}

/// What was there before a change, and the moment at which it is made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// The moments that people were told; nothing when they were told none.
    pub(super) told: Option<Moments>,
    /// When people are told, if that is later.
    pub(super) publish_at: Option<Instant>,
    pub(super) now: Instant,
}

/// The moments of an event that people may be told of.
///
/// # Errors
/// Everything that is missing or wrong, by field.
pub(super) fn ready(input: &EventInput, before: Before) -> Result<Moments, FieldErrors> {
    let mut errors = input.check_complete().err().unwrap_or_default();
    let (moments, wrong) = read(input);
    add(&mut errors, wrong);
    if let (Some(starts_at), Some(ends_at)) = (moments.starts_at, moments.ends_at) {
        let wrong = check_order(moments, starts_at, ends_at, before);
        add(&mut errors, wrong.err().unwrap_or_default());
    }
    if errors.is_empty() { Ok(moments) } else { Err(errors) }
}

fn check_order(moments: Moments, starts_at: Instant, ends_at: Instant, before: Before) -> Result<(), FieldErrors> {
    let mut checker = Checker::default();
    let told = before.told.unwrap_or_default();
    // What has begun may go on, and be made longer: only what is new must be to come.
    let is_new_start = told.starts_at != Some(starts_at);
    checker.check(!is_new_start || starts_at > before.now, "starts.at", || {
        Text::new("invalid.in_the_past")
    });
    checker.check(ends_at > starts_at, "ends.at", || {
        Text::new("invalid.ends_before_start")
    });
    checker.check(
        ends_at <= starts_at || is_new_start || ends_at > before.now,
        "ends.at",
        || Text::new("invalid.in_the_past"),
    );
    checker.check(
        moments.deadline_at.is_none_or(|deadline| deadline < ends_at),
        "deadline.at",
        || Text::new("invalid.after_the_end"),
    );
    checker.check(
        before.publish_at.is_none_or(|publish_at| publish_at < starts_at),
        "starts.at",
        || Text::new("invalid.before_publication"),
    );
    checker.finish()
}

fn add(errors: &mut FieldErrors, more: FieldErrors) {
    for (field, texts) in more {
        errors.entry(field).or_default().extend(texts);
    }
}

/// The same errors with the names that the fields have inside a change.
pub(super) fn inside_input(errors: FieldErrors) -> FieldErrors {
    errors
        .into_iter()
        .map(|(field, texts)| (format!("input.{field}"), texts))
        .collect()
}
