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

/// The application.
#[derive(Clone, Debug)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The settings.
    pub settings: Arc<Settings>,
    /// The clock.
    pub clock: Clock,
    /// The directory's read model.
    pub directory: Arc<Directory>,
    /// Sessions asked for a moment ago.
    pub sessions: Arc<SessionCache>,
}

impl App {
    /// Puts the application together and builds the read model from the database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn start(db: Db, settings: Settings, clock: Clock) -> anyhow::Result<Self> {
        let directory = Arc::new(Directory::build(&db, clock.today()).await?);
        Ok(Self {
            db,
            settings: Arc::new(settings),
            clock,
            directory,
            sessions: Arc::default(),
        })
    }
}
