//! One app with a database of its own: a SQLite file, or a schema of the PostgreSQL database.

use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use backend::app::{App, Settings};
use backend::clock::Clock;
use backend::db::{Db, DbOptions};
use backend::entity::{member, session};
use backend::features::events::seed_past_events;
use backend::features::map::seed_figures;
use backend::migration::Migrator;
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ConnectionTrait, Database, EntityTrait};
use sea_orm_migration::MigratorTrait;
use sha2::{Digest, Sha256};
use shared::ids::MemberId;
use tempfile::TempDir;

use super::{Actor, EventFactory, ExchangeFactory, MemberFactory};

/// All stories play at this moment: a Friday in Japan.
pub(crate) const NOW: &str = "2026-11-20T03:00:00Z";

static NEXT: AtomicU32 = AtomicU32::new(0);

/// An app under test. Its SQLite folder goes with it.
#[derive(Debug)]
pub(crate) struct TestApp {
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) options: DbOptions,
    _folder: TempDir,
}

impl TestApp {
    /// An app in demo mode with nobody in it.
    pub(crate) async fn new() -> Self {
        Self::with(Settings {
            is_demo: true,
            ..Settings::default()
        })
        .await
    }

    /// An app with certain settings, migrated like the command does it.
    pub(crate) async fn with(settings: Settings) -> Self {
        let (options, folder) = empty_database().await;
        let db = Db::open(&options).await.unwrap();
        Migrator::up(&db.write, None).await.unwrap();
        seed_figures(&db).await.unwrap();
        seed_past_events(&db).await.unwrap();
        Self::start(db, options, folder, settings).await
    }

    async fn start(db: Db, options: DbOptions, folder: TempDir, settings: Settings) -> Self {
        let clock = Clock::fixed(NOW.parse::<Timestamp>().unwrap());
        let app = App::start(db, settings, clock).await.unwrap();
        let router = backend::router(app.clone()).unwrap();
        Self {
            app,
            router,
            options,
            _folder: folder,
        }
    }

    /// The same database seen by another process.
    pub(crate) async fn another_process(&self) -> Self {
        let db = Db::open(&self.options).await.unwrap();
        let settings = Settings::clone(&self.app.settings);
        Self::start(db, self.options.clone(), TempDir::new().unwrap(), settings).await
    }

    /// The database as the binary is told of it.
    pub(crate) fn database_url(&self) -> String {
        let options = &self.options;
        let Some(schema) = &options.schema else {
            return options.url.clone();
        };
        let joint = if options.url.contains('?') { '&' } else { '?' };
        format!("{}{joint}options[search_path]={schema}", options.url)
    }

    /// Somebody who is not signed in.
    pub(crate) fn anonymous(&self) -> Actor {
        Actor::new(self.router.clone(), None)
    }

    /// Somebody signed in; the session is put there directly.
    pub(crate) async fn signed_in(&self, member_id: MemberId) -> Actor {
        let token = format!("token-of-{member_id}");
        let now = self.app.clock.now().as_millisecond();
        let hash = Sha256::digest(token.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>();
        let row = session::ActiveModel {
            token_hash: Set(hash),
            member_id: Set(member_id.0),
            created_at: Set(now),
            seen_at: Set(now),
            // Longer than any story lasts.
            expires_at: Set(now + 30 * 24 * 3_600_000),
        };
        session::Entity::insert(row).exec(&self.app.db.write).await.unwrap();
        Actor::new(self.router.clone(), Some(format!("club-session={token}")))
    }

    /// The actor of a session that is there already, perhaps made by another process.
    pub(crate) fn with_session_of(&self, member_id: MemberId) -> Actor {
        Actor::new(self.router.clone(), Some(format!("club-session=token-of-{member_id}")))
    }

    /// A new member, signed in.
    pub(crate) async fn member(&self, name: &str) -> Actor {
        let id = self.person(name).insert().await;
        self.signed_in(id).await
    }

    /// A member to be put there.
    pub(crate) fn person(&self, name: &str) -> MemberFactory<'_> {
        MemberFactory::new(self, name)
    }

    /// An exchange to be put there.
    pub(crate) fn exchange(&self) -> ExchangeFactory<'_> {
        ExchangeFactory::new(self)
    }

    /// An event to be put there.
    pub(crate) fn event(&self) -> EventFactory<'_> {
        EventFactory::new(self)
    }

    /// Reads everything again, as a new process would, after factories stated the past.
    pub(crate) async fn restart(&mut self) {
        let app = &self.app;
        let settings = Settings::clone(&app.settings);
        self.app = App::start(app.db.clone(), settings, app.clock.clone()).await.unwrap();
        self.router = backend::router(self.app.clone()).unwrap();
    }

    /// How many members there are in the database.
    pub(crate) async fn count_members(&self) -> usize {
        member::Entity::find().all(&self.app.db.read).await.unwrap().len()
    }
}

/// A database that nobody else uses.
pub(crate) async fn empty_database() -> (DbOptions, TempDir) {
    let folder = TempDir::new().unwrap();
    let Ok(url) = std::env::var("TEST_DATABASE_URL") else {
        let path = folder.path().join("club.db");
        return (
            DbOptions {
                create: true,
                ..DbOptions::new(&format!("sqlite://{}", path.display()))
            },
            folder,
        );
    };
    let schema = format!("story_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let admin = Database::connect(&url).await.unwrap();
    admin
        .execute_unprepared(&format!("CREATE SCHEMA {schema}"))
        .await
        .unwrap();
    let options = DbOptions {
        schema: Some(schema),
        read_connections: 2,
        ..DbOptions::new(&url)
    };
    (options, folder)
}
