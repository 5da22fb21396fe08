//! The one place that waits: asks again and again whether something has come, and gives up after a bounded time.

use std::future::Future;
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(15);
const STEP: Duration = Duration::from_millis(15);

/// Asks until the answer is yes; tells whether it came.
pub(super) fn until(mut is_there: impl FnMut() -> bool) -> bool {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if is_there() {
            return true;
        }
        thread::park_timeout(STEP);
    }
    false
}

/// Asks until there is an answer; the last reason why there is none otherwise.
pub(super) async fn for_some<T, F>(mut ask: impl FnMut() -> F) -> Result<T, String>
where
    F: Future<Output = Result<T, String>>,
{
    let started = Instant::now();
    let mut ticks = tokio::time::interval(STEP);
    loop {
        ticks.tick().await;
        match ask().await {
            Ok(answer) => return Ok(answer),
            Err(reason) if started.elapsed() > PATIENCE => {
                return Err(format!("{reason} (waited {} s)", PATIENCE.as_secs()));
            }
            Err(_) => {}
        }
    }
}
