//! The change feed: what one process changed and others must read again. A change is noted in the transaction that makes
//! it; PostgreSQL wakes the others, asking from time to time is the safety net there and the only way on SQLite.

mod queries;
mod wakeups;

use std::collections::BTreeSet;
use std::time::Duration;

use sea_orm::{ConnectionTrait, DbErr};
use shared::ids::{EventId, MemberId};
use uuid::Uuid;

use self::wakeups::{Wakeups, wake_others};
use crate::app::App;
use crate::db::Db;
use crate::error::Result;
use crate::features::directory;

/// How often the feed is asked when nothing wakes us.
const PERIOD: Duration = Duration::from_millis(500);
/// Changes are numbered when they are written and seen when they are committed, which need not be the same order:
/// so many of the latest numbers are looked at again.
const LOOK_BACK: usize = 256;
/// How long changes are kept: longer than any process can lag behind.
const KEPT: Duration = Duration::from_hours(24);
/// How often old changes are removed.
const SWEEP_PERIOD: Duration = Duration::from_hours(1);

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Changed {
    /// A member's profile.
    Member(MemberId),
    /// An event, or the answers to it.
    Event(EventId),
}

impl Changed {
    const MEMBER: &'static str = "member";
    const EVENT: &'static str = "event";

    /// As the table holds it; nothing for what an older server does not know.
    fn stored(kind: &str, subject: Uuid) -> Option<Self> {
        match kind {
            Self::MEMBER => Some(Self::Member(MemberId(subject))),
            Self::EVENT => Some(Self::Event(EventId(subject))),
            _ => None,
        }
    }

    const fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Member(id) => (Self::MEMBER, id.0),
            Self::Event(id) => (Self::EVENT, id.0),
        }
    }
}

/// Notes changes in the transaction that makes them, and wakes the other processes when it commits.
///
/// # Errors
/// When the database does not take them.
pub(crate) async fn note(db: &impl ConnectionTrait, changes: &[Changed], now: i64) -> Result<(), DbErr> {
    if changes.is_empty() {
        return Ok(());
    }
    queries::insert(db, changes, now).await?;
    wake_others(db).await
}

/// How far this process follows the feed.
#[derive(Debug)]
pub struct Feed(tokio::sync::Mutex<Followed>);

impl Feed {
    /// Follows what changes from now on. To be asked before anything is read: what changes in between is read twice
    /// rather than never.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn from_now(db: &Db) -> anyhow::Result<Self> {
        let before = queries::latest(&db.read).await?;
        Ok(Self(tokio::sync::Mutex::new(Followed {
            before,
            seen: BTreeSet::new(),
        })))
    }
}

#[derive(Debug, Default)]
struct Followed {
    /// Everything up to this number was taken in.
    before: i64,
    /// Later numbers that were taken in.
    seen: BTreeSet<i64>,
}

impl Followed {
    fn note(&mut self, number: i64) {
        self.seen.insert(number);
        while self.seen.len() > LOOK_BACK {
            self.before = self.seen.pop_first().unwrap_or(self.before);
        }
    }
}

/// Takes in everything that changed since the last time; answers how many changes there were.
///
/// # Errors
/// When the database does not answer.
pub async fn catch_up(app: &App) -> Result<usize> {
    let mut followed = app.feed.0.lock().await;
    let changes = queries::after(&app.db.read, followed.before).await?;
    let mut taken = 0;
    for (number, changed) in changes {
        if followed.seen.contains(&number) {
            continue;
        }
        match changed {
            Some(Changed::Member(id)) => directory::service::refresh(app, id).await?,
            Some(Changed::Event(id)) => app.live.tell(id),
            None => {}
        }
        followed.note(number);
        taken += 1;
    }
    Ok(taken)
}

/// Follows the feed until the process ends. A database that is away for a while is asked again.
pub async fn follow(app: App) {
    let mut wakeups = Wakeups::of(&app.db.read).await;
    let mut sweep = tokio::time::interval(SWEEP_PERIOD);
    loop {
        tokio::select! {
            () = wakeups.next() => {}
            () = tokio::time::sleep(PERIOD) => {}
            _ = sweep.tick() => forget(&app).await,
        }
        if catch_up(&app).await.is_err() {
            tracing::warn!("the change feed could not be read; it will be asked again");
        }
    }
}

async fn forget(app: &App) {
    let kept = i64::try_from(KEPT.as_millis()).unwrap_or(i64::MAX);
    let before = app.clock.now().as_millisecond() - kept;
    if queries::forget_before(&app.db.write, before).await.is_err() {
        tracing::warn!("old changes could not be removed; they will be next time");
    }
}
