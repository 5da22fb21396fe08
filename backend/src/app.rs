//! What every handler gets: database, settings, clock and the directory's read model. Cheap to clone.

use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::db::Db;
use crate::features::directory::Directory;
use crate::features::rsvp::Desk;
use crate::feed::Feed;
use crate::http::{SessionCache, SessionReader};
use crate::live::Live;

/// What the running server needs to know of its settings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The folder of the built page; none serves the API alone.
    pub dist: Option<PathBuf>,
    /// Whether everybody may sign in as a fictional person.
    pub is_demo: bool,
    /// The address people type; empty means as reached.
    pub public_url: String,
    /// How many answers to events are written in one transaction at the most; 0 is the default.
    pub answers_per_commit: usize,
    /// For the negative controls of tests and benches alone: answers are decided by what was read some time before, so
    /// that two processes seat more people than there are seats. No command line can set it.
    pub is_seat_guard_off: bool,
    /// From whom mails come: `Sakura Science Club <club@club.example>`.
    pub mail_from: String,
    /// What the links of mails begin with: the public URL where there is one.
    pub links: String,
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
    /// Reads the sessions that were not.
    pub session_reader: SessionReader,
    /// How far this process follows what others change.
    pub feed: Feed,
    /// What open pages are told.
    pub live: Live,
    /// Where answers to events are taken.
    pub desk: Desk,
}

impl App {
    /// The application of its parts, as long as anybody uses it.
    pub(crate) fn upgrade(parts: &std::sync::Weak<Parts>) -> Option<Self> {
        parts.upgrade().map(Self)
    }

    /// Puts the application together and builds the read model from the database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn start(db: Db, settings: Settings, clock: Clock) -> anyhow::Result<Self> {
        let feed = Feed::from_now(&db).await?;
        let directory = Directory::build(&db, clock.today()).await?;
        let (desk, counter) = Desk::new();
        let session_reader = SessionReader::start(db.read.clone());
        let app = Self(Arc::new(Parts {
            db,
            settings,
            clock,
            directory,
            sessions: SessionCache::default(),
            session_reader,
            feed,
            live: Live::default(),
            desk,
        }));
        // It ends with the application: whoever waits at the desk holds the desk, and the counter only looks at it.
        tokio::spawn(counter.serve(Arc::downgrade(&app.0)));
        Ok(app)
    }
}
