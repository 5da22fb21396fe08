//! Reminders: a week, a day and an hour before an event, for those who come.

use std::time::Duration;

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use shared::events::EventLife;
use shared::ids::{EventId, MemberId};
use shared::mail::MailKind;
use shared::rsvp::OwnStanding;

use super::queue::{NewMail, queue};
use crate::app::App;
use crate::entity::{event, outbox, rsvp};
use crate::error::Result;

const HOUR: Duration = Duration::from_hours(1);

/// One reminder: how long before the event it is due, and for how long after that it is still worth sending. Who gets a
/// seat later than that needs no reminder of what was just decided.
const REMINDERS: [(MailKind, Duration, Duration); 3] = [
    (MailKind::ReminderHour, HOUR, HOUR),
    (MailKind::ReminderDay, Duration::from_hours(24), Duration::from_hours(6)),
    (
        MailKind::ReminderWeek,
        Duration::from_hours(7 * 24),
        Duration::from_hours(24),
    ),
];

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Which reminder of an event is to be sent at a moment, if any. Never two: they do not overlap.
pub(super) fn due(starts_at: i64, now: i64) -> Option<MailKind> {
    let found = REMINDERS.iter().find(|(kind, _, worth)| {
        let since = now.saturating_sub(moment(*kind, starts_at));
        (0..millis(*worth)).contains(&since)
    });
    found.map(|(kind, ..)| *kind)
}

/// When a reminder is due.
fn moment(kind: MailKind, starts_at: i64) -> i64 {
    let before = REMINDERS.iter().find(|(known, ..)| *known == kind);
    starts_at.saturating_sub(before.map_or(0, |(_, before, _)| millis(*before)))
}

/// Queues the reminders that are due and not queued yet; answers how many. Doing it twice, or in two processes, is doing
/// it once. An event that was moved is a new one: the moment of its beginning is part of what makes a reminder the same.
///
/// # Errors
/// When the database does not answer.
pub async fn plan(app: &App) -> Result<usize> {
    let now = app.clock.now().as_millisecond();
    let mut planned = 0;
    for (id, starts_at) in near_events(&app.db.read, now).await? {
        let Some(kind) = due(starts_at, now) else { continue };
        let mails: Vec<_> = people(&app.db.read, id, kind, moment(kind, starts_at))
            .await?
            .into_iter()
            .map(|answer| reminder(&answer, kind, starts_at))
            .collect();
        if mails.is_empty() {
            continue;
        }
        planned += mails.len();
        let tx = app.db.begin().await?;
        queue(&tx, mails, now).await?;
        tx.commit().await?;
    }
    Ok(planned)
}

fn reminder(answer: &rsvp::Model, kind: MailKind, starts_at: i64) -> NewMail {
    let (event, to) = (EventId(answer.event_id), MemberId(answer.member_id));
    NewMail {
        kind,
        to,
        event: Some(event),
        payload: "{}".into(),
        language: answer.language.clone(),
        zone: answer.zone.clone(),
        once: Some(format!("{}:{event}:{starts_at}:{to}", kind.code())),
        due_at: moment(kind, starts_at),
    }
}

/// Events that are open and begin within the longest time before one.
async fn near_events(db: &impl ConnectionTrait, now: i64) -> Result<Vec<(EventId, i64)>, DbErr> {
    use event::Column as C;
    let longest = REMINDERS.iter().map(|(_, before, _)| millis(*before)).max();
    let is_open = Condition::any()
        .add(C::Life.eq(EventLife::Published.code()))
        .add(C::Life.eq(EventLife::Scheduled.code()).and(C::PublishAt.lte(now)));
    let found = event::Entity::find()
        .filter(C::StartsAt.gt(now))
        .filter(C::StartsAt.lte(now + longest.unwrap_or_default()))
        .filter(is_open)
        .all(db)
        .await?;
    Ok(found
        .into_iter()
        .filter_map(|row| Some((EventId(row.id), row.starts_at?)))
        .collect())
}

/// Answers of those who come, were not given after the reminder's moment, and have no such reminder yet.
async fn people(
    db: &impl ConnectionTrait,
    event: EventId,
    kind: MailKind,
    moment: i64,
) -> Result<Vec<rsvp::Model>, DbErr> {
    use outbox::Column as O;
    let is_queued = Query::select()
        .expr(Expr::val(1))
        .from(outbox::Entity)
        .and_where(Expr::col((outbox::Entity, O::MemberId)).equals((rsvp::Entity, rsvp::Column::MemberId)))
        .and_where(O::EventId.eq(event.0))
        .and_where(O::Kind.eq(kind.code()))
        .and_where(O::DueAt.eq(moment))
        .to_owned();
    rsvp::Entity::find()
        .filter(rsvp::Column::EventId.eq(event.0))
        .filter(rsvp::Column::Standing.eq(OwnStanding::Confirmed.code()))
        .filter(rsvp::Column::AnsweredAt.lte(moment))
        .filter(Expr::exists(is_queued).not())
        .all(db)
        .await
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    const START: i64 = 1_800_000_000_000;
    const HOUR_MS: i64 = 3_600_000;

    #[test]
    fn each_reminder_has_its_hours() {
        for (before, expected) in [
            (7 * 24 * HOUR_MS + 1, None),
            (7 * 24 * HOUR_MS, Some(MailKind::ReminderWeek)),
            (6 * 24 * HOUR_MS + 1, Some(MailKind::ReminderWeek)),
            (6 * 24 * HOUR_MS, None),
            (24 * HOUR_MS, Some(MailKind::ReminderDay)),
            (18 * HOUR_MS, None),
            (HOUR_MS, Some(MailKind::ReminderHour)),
            (1, Some(MailKind::ReminderHour)),
            (0, None),
            (-1, None),
        ] {
            assert_eq!(due(START, START - before), expected, "{before} ms before");
        }
    }

    proptest! {
        #[test]
        fn a_clock_that_looks_every_minute_finds_every_reminder_once_in_order(offset in 0..60_000_i64) {
            let mut found: Vec<MailKind> = Vec::new();
            let mut now = START - 8 * 24 * HOUR_MS + offset;
            while now < START + HOUR_MS {
                found.extend(due(START, now));
                now += 60_000;
            }
            found.dedup();
            prop_assert_eq!(found, vec![MailKind::ReminderWeek, MailKind::ReminderDay, MailKind::ReminderHour]);
        }

        #[test]
        fn a_reminder_is_never_early_and_never_after_the_start(now in START - 9 * 24 * HOUR_MS..START + HOUR_MS) {
            if let Some(kind) = due(START, now) {
                prop_assert!(moment(kind, START) <= now && now < START);
            }
        }
    }
}
