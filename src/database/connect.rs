//! Opens the database that a URL names.

use std::{sync::Arc, time::Duration};

use log::LevelFilter;
use sea_orm::{
    ConnectOptions, DatabaseConnection, DbErr,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};

use super::{Database, group_commit::Writer};

/// Connections that read at the same time on SQLite: one more than two cores can keep busy, and each keeps 2 MiB of pages.
const SQLITE_READERS: u32 = 3;
/// Rows that a reader may be ahead of whoever takes them; a page has fewer, so neither waits for the other.
const SQLITE_ROWS_AHEAD: usize = 256;
const POSTGRES_CONNECTIONS: u32 = 16;

pub fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres")
}

/// Opens `sqlite:PATH` (made when missing) or `postgres://…`. The tables are not touched.
pub async fn connect(url: &str) -> Result<Database, DbErr> {
    if is_postgres(url) {
        let pool = open(url, POSTGRES_CONNECTIONS).await?;
        return Ok(Database { pool, writer: None });
    }
    let writer = open(url, 1).await?;
    let pool = open(url, SQLITE_READERS).await?;
    Ok(Database { pool, writer: Some(Arc::new(Writer::new(writer))) })
}

async fn open(url: &str, connections: u32) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire_if_idle_for(Duration::from_secs(30))
        .sqlx_logging_level(LevelFilter::Trace)
        .sqlx_slow_statements_logging_settings(LevelFilter::Off, Duration::from_secs(1));
    if is_postgres(url) {
        options.statement_timeout(Duration::from_secs(15));
    }
    // FULL, not NORMAL: what was acknowledged must survive a power cut too.
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10))
            .row_buffer_size(SQLITE_ROWS_AHEAD)
            .foreign_keys(true)
    });
    sea_orm::Database::connect(options).await
}
