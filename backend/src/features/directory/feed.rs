//! Follows the change feed, so that edits made by other processes reach this one's read model too.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::{queries, service};
use crate::app::App;
use crate::error::Result;

/// How often the feed is asked.
const PERIOD: Duration = Duration::from_millis(500);

/// Takes in everything that changed since the last time; answers how many changes there were.
///
/// # Errors
/// When the database does not answer.
pub async fn catch_up(app: &App) -> Result<usize> {
    let last = app.directory.last_change.load(Ordering::Acquire);
    let changes = queries::changes_after(&app.db.read, last).await?;
    for (number, member) in &changes {
        service::refresh(app, *member).await?;
        app.directory.follow(*number);
    }
    Ok(changes.len())
}

/// Follows the feed until the process ends. A database that is away for a while is asked again.
pub async fn follow(app: App) {
    loop {
        tokio::time::sleep(PERIOD).await;
        if catch_up(&app).await.is_err() {
            tracing::warn!("the change feed could not be read; it will be asked again");
        }
    }
}
