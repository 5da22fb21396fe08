//! The only place that asks the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The system's clock, or one that stands still until a test moves it.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The time of this machine.
    System,
    /// A time in unix milliseconds.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `now`.
    pub fn fixed(now: Timestamp) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(now.as_millisecond())))
    }

    /// Moves a fixed clock on; the system's clock goes by itself.
    pub fn advance(&self, by: std::time::Duration) {
        if let Self::Fixed(now) = self {
            now.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::Relaxed);
        }
    }

    /// Now.
    #[expect(clippy::disallowed_methods, reason = "the one place where the time is asked")]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Fixed(now) => {
                Timestamp::from_millisecond(now.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
            }
        }
    }

    /// Today in Japan, where the programme counts its days.
    pub fn today(&self) -> Date {
        let japan = TimeZone::fixed(jiff::tz::offset(9));
        self.now().to_zoned(japan).date()
    }
}
