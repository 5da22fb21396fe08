//! Which mails this worker sends, and what became of them. A mail is claimed before it is sent: a lease is written to its
//! row, and until it has run out nobody else takes it. Who dies in between leaves the lease, and the mail is sent by the
//! next worker; only the one mail that was being sent at that moment may then come twice.

use std::collections::BTreeSet;
use std::time::Duration;

use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use shared::mail::MailKind;
use uuid::Uuid;

use crate::db::Db;
use crate::entity::{event, outbox};
use outbox::Column as C;

/// How long a claim holds.
pub(super) const LEASE: Duration = Duration::from_secs(60);
/// Mails of one claim.
const AT_ONCE: u64 = 20;
/// After how many failures a mail is given up.
const MOST_ATTEMPTS: i32 = 6;
/// How long it rests after each failure.
const RESTS: [Duration; 5] = [
    Duration::from_mins(1),
    Duration::from_mins(5),
    Duration::from_mins(30),
    Duration::from_hours(2),
    Duration::from_hours(6),
];
/// How long mails are kept after they were sent or given up.
const KEPT: Duration = Duration::from_hours(24 * 90);

pub(super) fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Mails that are due and nobody's.
fn is_due(now: i64) -> Condition {
    Condition::all()
        .add(C::SentAt.is_null())
        .add(C::GivenUpAt.is_null())
        .add(C::DueAt.lte(now))
        .add(
            Condition::any()
                .add(C::ClaimedUntil.is_null())
                .add(C::ClaimedUntil.lte(now)),
        )
}

/// Claims some of the mails that are due, those first that are due first.
pub(super) async fn claim(db: &Db, worker: &str, now: i64) -> Result<Vec<outbox::Model>, DbErr> {
    let due = || outbox::Entity::find().filter(is_due(now));
    // Most of the time there is nothing: that is found out without keeping others from writing.
    if due().one(&db.read).await?.is_none() {
        return Ok(Vec::new());
    }
    let tx = db.begin().await?;
    let mut mails = due()
        .order_by_asc(C::DueAt)
        .order_by_asc(C::Id)
        .limit(AT_ONCE)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(&tx)
        .await?;
    outbox::Entity::update_many()
        .col_expr(C::ClaimedUntil, Expr::val(now + millis(LEASE)))
        .col_expr(C::ClaimedBy, Expr::val(worker))
        .col_expr(C::Attempts, Expr::col(C::Attempts).add(1))
        .filter(C::Id.is_in(mails.iter().map(|mail| mail.id)))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    for mail in &mut mails {
        mail.attempts += 1;
        mail.claimed_until = Some(now + millis(LEASE));
        mail.claimed_by = Some(worker.into());
    }
    Ok(mails)
}

/// Mails that are still this worker's.
fn is_held(ids: impl IntoIterator<Item = Uuid>, worker: &str, now: i64) -> Condition {
    Condition::all()
        .add(C::Id.is_in(ids))
        .add(C::ClaimedBy.eq(worker))
        .add(C::ClaimedUntil.gt(now))
        .add(C::SentAt.is_null())
}

/// Makes claims last longer; answers those that still do. One that has run out may be another's.
pub(super) async fn renew(
    db: &impl ConnectionTrait,
    ids: Vec<Uuid>,
    worker: &str,
    now: i64,
) -> Result<BTreeSet<Uuid>, DbErr> {
    outbox::Entity::update_many()
        .col_expr(C::ClaimedUntil, Expr::val(now + millis(LEASE)))
        .filter(is_held(ids.iter().copied(), worker, now))
        .exec(db)
        .await?;
    let held = outbox::Entity::find().filter(is_held(ids, worker, now)).all(db).await?;
    Ok(held.into_iter().map(|mail| mail.id).collect())
}

/// Gives mails back that were claimed and not tried.
pub(super) async fn release(db: &impl ConnectionTrait, ids: Vec<Uuid>, worker: &str, now: i64) -> Result<(), DbErr> {
    outbox::Entity::update_many()
        .col_expr(C::ClaimedUntil, Expr::cust("NULL"))
        .col_expr(C::ClaimedBy, Expr::cust("NULL"))
        .col_expr(C::Attempts, Expr::col(C::Attempts).sub(1))
        .filter(is_held(ids, worker, now))
        .exec(db)
        .await?;
    Ok(())
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was sent.
    Sent,
    /// It is not sent, for a reason without anything personal.
    GivenUp(String),
    /// It could not be sent now.
    Failed(String),
}

/// Writes down what became of a mail. A failure is tried again after a rest; `due_at` stays, because the mail says when
/// it was written.
pub(super) async fn settle(
    db: &impl ConnectionTrait,
    mail: &outbox::Model,
    fate: &Fate,
    now: i64,
) -> Result<(), DbErr> {
    let mut row = outbox::ActiveModel {
        claimed_until: Set(None),
        claimed_by: Set(None),
        last_error: Set(None),
        ..Default::default()
    };
    match fate {
        Fate::Sent => row.sent_at = Set(Some(now)),
        Fate::GivenUp(reason) => {
            row.given_up_at = Set(Some(now));
            row.last_error = Set(Some(reason.clone()));
        }
        Fate::Failed(reason) => {
            row.last_error = Set(Some(reason.clone()));
            match rest_after(mail.attempts) {
                Some(rest) => row.claimed_until = Set(Some(now + millis(rest))),
                None => row.given_up_at = Set(Some(now)),
            }
        }
    }
    // Whoever left the club took the mail along: that is no error.
    outbox::Entity::update_many()
        .set(row)
        .filter(C::Id.eq(mail.id))
        .exec(db)
        .await?;
    Ok(())
}

/// How long a mail rests after so many failures; nothing when that was enough.
fn rest_after(attempts: i32) -> Option<Duration> {
    if attempts >= MOST_ATTEMPTS {
        return None;
    }
    let place = usize::try_from(attempts - 1).unwrap_or_default();
    RESTS.get(place).copied()
}

/// Whether a mail was claimed more often than it may be tried: whoever claimed it did not live to say what became of it.
pub(super) const fn is_worn_out(mail: &outbox::Model) -> bool {
    mail.attempts > MOST_ATTEMPTS
}

/// Removes mails that were sent or given up long ago. Confirmations stay until their event begins: an entry that came
/// with one is taken back by mail too.
pub(super) async fn forget_old(db: &impl ConnectionTrait, now: i64) -> Result<(), DbErr> {
    let before = now - millis(KEPT);
    let to_come = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::StartsAt.gt(now));
    let is_over = Condition::any()
        .add(C::Kind.ne(MailKind::Confirmed.code()))
        .add(C::EventId.is_null())
        .add(C::EventId.not_in_subquery(to_come.into_query()));
    outbox::Entity::delete_many()
        .filter(Condition::any().add(C::SentAt.lt(before)).add(C::GivenUpAt.lt(before)))
        .filter(is_over)
        .exec(db)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_rest_longer_and_longer_and_the_sixth_is_the_last() {
        let minutes = (1..=7).map(|attempts| rest_after(attempts).map(|rest| rest.as_secs() / 60));
        assert_eq!(
            minutes.collect::<Vec<_>>(),
            [Some(1), Some(5), Some(30), Some(120), Some(360), None, None]
        );
    }
}
