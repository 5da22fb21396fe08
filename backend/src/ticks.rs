//! What happens because time passes: every second, in every process. Doing it twice does no harm.

use std::time::Duration;

use crate::app::App;
use crate::error::Result;
use crate::features::{events, rsvp};

/// How often.
const PERIOD: Duration = Duration::from_secs(1);
/// How often old things are removed.
const SWEEP_PERIOD: Duration = Duration::from_hours(1);

/// Does what time brings until the process ends. A database that is away for a while is asked again.
pub(crate) async fn tick(app: App) {
    let mut seconds = tokio::time::interval(PERIOD);
    let mut sweeps = tokio::time::interval(SWEEP_PERIOD);
    loop {
        let done = tokio::select! {
            _ = seconds.tick() => each_second(&app).await,
            _ = sweeps.tick() => rsvp::forget_old_keys(&app).await,
        };
        if done.is_err() {
            tracing::warn!("what time brings could not be done; it will be next time");
        }
    }
}

/// Publishes what is due, and ends offers that are.
async fn each_second(app: &App) -> Result<()> {
    events::publish_due(app).await?;
    rsvp::end_due_offers(app).await
}
