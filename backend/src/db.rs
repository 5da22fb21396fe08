//! Two database handles. On SQLite `write` is one connection whose transactions begin IMMEDIATE and `read` a pool of
//! read-only ones; on PostgreSQL both are the same pool. The engine is chosen by the URL alone.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::migration::Migrator;

/// The two handles.
#[derive(Clone, Debug)]
pub struct Db {
    /// For reading. Never waits for a writer.
    pub read: DatabaseConnection,
    /// For writing; use [`Db::begin`].
    pub write: DatabaseConnection,
}

/// How to open a database.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// `sqlite://path` or `postgres://…`.
    pub url: String,
    /// PostgreSQL: the schema to live in, for tests.
    pub schema: Option<String>,
    /// Whether a missing SQLite file is made.
    pub create: bool,
    /// Connections for reading.
    pub read_connections: u32,
}

impl DbOptions {
    /// An existing database, with four connections for reading.
    pub fn new(url: &str) -> Self {
        Self {
            url: url.into(),
            schema: None,
            create: false,
            read_connections: 4,
        }
    }
}

/// Why a database could not be opened: one sentence that says what to do.
#[derive(Debug)]
pub struct OpenError(pub String);

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OpenError {}

impl Db {
    /// Opens both handles.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn open(options: &DbOptions) -> Result<Self, OpenError> {
        if options.url.starts_with("sqlite:") {
            open_sqlite(options).await
        } else if options.url.starts_with("postgres:") || options.url.starts_with("postgresql:") {
            open_postgres(options).await
        } else {
            Err(OpenError(
                "the database URL must begin with sqlite:// or postgres://".into(),
            ))
        }
    }

    /// Begins a write transaction; inside it nothing else touches the handles.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.write.get_database_backend() == DbBackend::Sqlite)
                .then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.write.begin_with_options(options).await
    }

    /// Refuses a schema that is not the one this program was built for.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn check_schema(&self) -> Result<(), OpenError> {
        let applied = applied_migrations(&self.write)
            .await
            .map_err(|error| unreadable(&error))?;
        let known: Vec<String> = Migrator::migrations()
            .iter()
            .map(|migration| migration.name().to_owned())
            .collect();
        if let Some(name) = applied.iter().find(|name| !known.contains(name)) {
            return Err(OpenError(format!(
                "the database has a newer schema (migration {name}) than this program knows: use a newer sakura-club"
            )));
        }
        if applied.len() < known.len() {
            return Err(OpenError(
                "the database has an older schema: run `sakura-club migrate` first".into(),
            ));
        }
        Ok(())
    }
}

async fn applied_migrations(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let models = Migrator::get_migration_models(db).await?;
    Ok(models.into_iter().map(|model| model.version).collect())
}

fn unreadable(error: &DbErr) -> OpenError {
    OpenError(format!("the database cannot be read: {error}"))
}

/// The file of a SQLite URL.
pub fn sqlite_path(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    Some(Path::new(path.split('?').next().unwrap_or(path)).to_path_buf())
}

async fn open_sqlite(options: &DbOptions) -> Result<Db, OpenError> {
    let path = sqlite_path(&options.url).unwrap_or_default();
    if !path.exists() {
        if !options.create {
            let shown = path.display();
            return Err(OpenError(format!(
                "there is no database at {shown}: run `sakura-club migrate` first"
            )));
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| OpenError(format!("cannot make the folder {}: {error}", folder.display())))?;
        }
    }
    let broken = |error: DbErr| OpenError(format!("cannot open the database at {}: {error}", path.display()));
    let write = Database::connect(sqlite_options(&options.url, options.create))
        .await
        .map_err(broken)?;
    // A broken file shows itself at the first read, not at opening.
    write
        .execute_unprepared("SELECT count(*) FROM sqlite_schema")
        .await
        .map_err(broken)?;
    let mut read = sqlite_options(&options.url, false);
    read.max_connections(options.read_connections)
        .map_sqlx_sqlite_opts(|sqlite| tuned(sqlite, READ_CACHE).read_only(true));
    let read = Database::connect(read).await.map_err(broken)?;
    Ok(Db { read, write })
}

/// Pages that a connection keeps, as SQLite writes KiB. What is read is in the read models mostly; what is written
/// together must not be read and written again and again while its transaction lasts.
const READ_CACHE: &str = "-1000";
const WRITE_CACHE: &str = "-16000";

fn tuned(
    options: sea_orm::sqlx::sqlite::SqliteConnectOptions,
    cache: &'static str,
) -> sea_orm::sqlx::sqlite::SqliteConnectOptions {
    options
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        .pragma("cache_size", cache)
}

fn sqlite_options(url: &str, create: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            // FULL: a commit that was answered survives a power cut.
            tuned(sqlite, WRITE_CACHE)
                .create_if_missing(create)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
        });
    options
}

async fn open_postgres(options: &DbOptions) -> Result<Db, OpenError> {
    let mut connect = ConnectOptions::new(&options.url);
    connect
        .max_connections(options.read_connections.max(2))
        .connect_timeout(Duration::from_secs(5))
        .acquire_timeout(Duration::from_secs(5))
        .sqlx_logging(false);
    if let Some(schema) = &options.schema {
        connect.set_schema_search_path(schema);
    }
    let pool = Database::connect(connect)
        .await
        .map_err(|error| OpenError(format!("cannot reach the PostgreSQL database: {error}")))?;
    Ok(Db {
        read: pool.clone(),
        write: pool,
    })
}
