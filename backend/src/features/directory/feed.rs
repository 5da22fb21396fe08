//! Follows the change feed, so that edits made by other processes reach this one's read model too. PostgreSQL wakes
//! us; asking from time to time is the safety net there and the only way on SQLite.

use std::collections::BTreeSet;
use std::time::Duration;

use super::queries::{self, Wakeups};
use super::service;
use crate::app::App;
use crate::error::Result;

/// How often the feed is asked when nothing wakes us.
const PERIOD: Duration = Duration::from_millis(500);
/// Changes are numbered when they are written and seen when they are committed, which need not be the same order:
/// so many of the latest numbers are looked at again.
const LOOK_BACK: usize = 256;
/// How long changes are kept: longer than any process can lag behind.
const KEPT: Duration = Duration::from_hours(24);
/// How often old changes are removed.
const SWEEP_PERIOD: Duration = Duration::from_hours(1);

/// How far this process follows the feed.
#[derive(Debug, Default)]
pub(super) struct Followed {
    /// Everything up to this number was taken in.
    before: i64,
    /// Later numbers that were taken in.
    seen: BTreeSet<i64>,
}

impl Followed {
    /// Everything up to `before` was taken in.
    pub(super) const fn from(before: i64) -> Self {
        Self {
            before,
            seen: BTreeSet::new(),
        }
    }

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
    let mut followed = app.directory.followed.lock().await;
    let changes = queries::changes_after(&app.db.read, followed.before).await?;
    let mut taken = 0;
    for (number, member) in changes {
        if followed.seen.contains(&number) {
            continue;
        }
        service::refresh(app, member).await?;
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
    if queries::forget_changes_before(&app.db.write, before).await.is_err() {
        tracing::warn!("old changes could not be removed; they will be next time");
    }
}
