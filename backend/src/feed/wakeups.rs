//! Messages between processes on PostgreSQL. They are hints without content: who is woken reads the change feed.

use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr};

/// The channel of all messages.
const CHANNEL: &str = "club_change";

/// Wakes all processes when the running transaction commits; there is nobody to wake on SQLite.
pub(super) async fn wake_others(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(&format!("NOTIFY {CHANNEL}")).await?;
    }
    Ok(())
}

/// What wakes this process.
pub(super) enum Wakeups {
    /// Messages of PostgreSQL.
    Listening(Box<PgListener>),
    /// Nothing.
    Never,
}

impl Wakeups {
    /// Listens where the engine can tell.
    pub(super) async fn of(db: &DatabaseConnection) -> Self {
        if db.get_database_backend() != DbBackend::Postgres {
            return Self::Never;
        }
        let Ok(mut listener) = PgListener::connect_with(db.get_postgres_connection_pool()).await else {
            return Self::Never;
        };
        match listener.listen(CHANNEL).await {
            Ok(()) => Self::Listening(Box::new(listener)),
            Err(_) => Self::Never,
        }
    }

    /// Waits for the next message. The listener connects again by itself; a message lost meanwhile is no loss,
    /// because the feed is asked from time to time anyway.
    pub(super) async fn next(&mut self) {
        match self {
            Self::Listening(listener) => {
                if listener.recv().await.is_err() {
                    *self = Self::Never;
                }
            }
            Self::Never => std::future::pending().await,
        }
    }
}
