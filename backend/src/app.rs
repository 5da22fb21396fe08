//! What every handler gets: database, settings, clock and the directory's read model. Cheap to clone.

use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::db::Db;
use crate::features::directory::Directory;
use crate::http::SessionCache;

/// What the running server needs to know of its settings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The folder of the built page; none serves the API alone.
    pub dist: Option<PathBuf>,
    /// Whether everybody may sign in as a fictional person.
    pub is_demo: bool,
    /// The address people type; empty means as reached.
    pub public_url: String,
}

impl Settings {
    /// Whether people reach the server by TLS, so that cookies may say so.
    pub fn is_tls(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// The application; a copy for each request is one count more.
#[derive(Clone, Debug)]
pub struct App(Arc<Parts>);

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What the application consists of.
#[derive(Debug)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The settings.
    pub settings: Settings,
    /// The clock.
    pub clock: Clock,
    /// The directory's read model.
    pub directory: Directory,
    /// Sessions asked for a moment ago.
    pub sessions: SessionCache,
}

impl App {
    /// Puts the application together and builds the read model from the database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn start(db: Db, settings: Settings, clock: Clock) -> anyhow::Result<Self> {
        let directory = Directory::build(&db, clock.today()).await?;
        Ok(Self(Arc::new(Parts {
            db,
            settings,
            clock,
            directory,
            sessions: SessionCache::default(),
        })))
    }
}
