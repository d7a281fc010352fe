//! Opens the database that a URL names.

use std::{sync::Arc, time::Duration};

use log::LevelFilter;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use thiserror::Error;

use super::{DANISH, Database, Door, away::is_busy, danish::in_danish_order, group_commit::Writer, renewal::Renewal};

/// Connections that read at the same time on SQLite: one more than two cores can keep busy, and each keeps 2 MiB of pages.
const SQLITE_READERS: u32 = 3;
/// Rows that a reader may be ahead of whoever takes them; a page has fewer, so neither waits for the other.
const SQLITE_ROWS_AHEAD: usize = 256;
/// The longest that SQLite itself waits for a lock. The writer tries again as long as its caller has patience; a short wait
/// leaves nothing running behind somebody who has given up.
const SQLITE_WRITER_BUSY: Duration = Duration::from_secs(1);
const SQLITE_READER_BUSY: Duration = Duration::from_secs(10);
/// How often an empty folder is tried when several processes make the same file at once.
const SQLITE_TRIES: u32 = 10;
const POSTGRES_CONNECTIONS: u32 = 16;
/// The oldest that the platform is tested with, as the server counts.
const POSTGRES_OLDEST: i32 = 150_000;

/// Why a database cannot be used.
#[derive(Debug, Error)]
pub enum ConnectError {
    #[error("The database has the encoding {0}. Make one with ENCODING 'UTF8': names and letters need it.")]
    Encoding(String),
    #[error("The database server is PostgreSQL {0}. Version 15 or later is needed.")]
    TooOld(i32),
    #[error(transparent)]
    Db(#[from] DbErr),
}

pub fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres")
}

/// Opens `sqlite:PATH` (made when missing) or `postgres://…`. The tables are not touched.
///
/// # Errors
/// When it cannot be opened, or is of a kind that does not keep what people write.
pub async fn connect(url: &str) -> Result<Database, ConnectError> {
    if !is_postgres(url) {
        make_sqlite(url).await?;
        let pool = open_sqlite(url, SQLITE_READERS, SQLITE_READER_BUSY, Use::Reads).await?;
        return Ok(Database::of(pool, Door::Sqlite(Arc::new(Writer::new(url)))));
    }
    let renewal = Arc::new(Renewal::default());
    let pool = open_postgres(url, &renewal).await?;
    let (encoding, version) = asked_of_server(&pool).await?;
    suits(&encoding, version)?;
    Ok(Database::of(pool, Door::Postgres(renewal)))
}

async fn asked_of_server(pool: &DatabaseConnection) -> Result<(String, i32), DbErr> {
    let sql = "SELECT current_setting('server_encoding'), current_setting('server_version_num')::integer";
    let row = pool.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("the server's settings".into()))?;
    Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
}

pub fn suits(encoding: &str, version: i32) -> Result<(), ConnectError> {
    if encoding != "UTF8" {
        return Err(ConnectError::Encoding(encoding.to_owned()));
    }
    if version < POSTGRES_OLDEST { Err(ConnectError::TooOld(version / 10_000)) } else { Ok(()) }
}

fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire_if_idle_for(Duration::from_secs(30))
        .sqlx_logging_level(LevelFilter::Trace)
        .sqlx_slow_statements_logging_settings(LevelFilter::Off, Duration::from_secs(1));
    options
}

async fn open_postgres(url: &str, renewal: &Arc<Renewal>) -> Result<DatabaseConnection, DbErr> {
    let mut options = options(url, POSTGRES_CONNECTIONS);
    options.statement_timeout(Duration::from_secs(15));
    // Compiling a page's statements takes PostgreSQL ten times as long as running them.
    options.map_sqlx_postgres_opts(|postgres| postgres.options([("jit", "off")]));
    let renewal = Arc::clone(renewal);
    options.map_sqlx_postgres_before_acquire(move |_, connection| {
        let is_good = !renewal.is_in_doubt(connection.age);
        Box::pin(async move { Ok(is_good) })
    });
    sea_orm::Database::connect(options).await
}

/// Makes the file when it is missing. Several processes that do so at once find it locked for a moment, whatever they are
/// told to wait.
async fn make_sqlite(url: &str) -> Result<(), DbErr> {
    let mut tries = 1;
    loop {
        match open_sqlite(url, 1, SQLITE_READER_BUSY, Use::Makes).await {
            Err(error) if is_busy(&error) && tries < SQLITE_TRIES => tries += 1,
            made => return made?.close().await,
        }
    }
}

/// What a connection to SQLite is for.
#[derive(Clone, Copy, PartialEq)]
enum Use {
    /// Only this one makes a file. When it disappears later, an empty one in its place would be no help.
    Makes,
    /// What would write past the writer is an error, not a second way in.
    Reads,
    Writes,
}

/// The one connection that pages and jobs write through.
pub(super) async fn open_sqlite_writer(url: &str) -> Result<DatabaseConnection, DbErr> {
    open_sqlite(url, 1, SQLITE_WRITER_BUSY, Use::Writes).await
}

/// A connection for what happens once, at a start: it waits for its lock as long as another process needs.
pub(super) async fn open_sqlite_patiently(url: &str, patience: Duration) -> Result<DatabaseConnection, DbErr> {
    open_sqlite(url, 1, patience, Use::Writes).await
}

async fn open_sqlite(url: &str, connections: u32, busy: Duration, purpose: Use) -> Result<DatabaseConnection, DbErr> {
    let mut options = options(url, connections);
    // FULL, not NORMAL: what was acknowledged must survive a power cut too.
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = sqlite
            .create_if_missing(purpose == Use::Makes)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(busy)
            .row_buffer_size(SQLITE_ROWS_AHEAD)
            .foreign_keys(true)
            .collation(DANISH, in_danish_order);
        if purpose == Use::Reads { sqlite.pragma("query_only", "ON") } else { sqlite }
    });
    sea_orm::Database::connect(options).await
}
