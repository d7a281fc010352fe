//! The whole platform in one file, and back: the same file for SQLite and PostgreSQL.
//!
//! The file is an SQLite database with every table but those of signing in and of the jobs. It is made from one view of
//! the database, so people may go on working meanwhile.

mod copy;
mod file;
mod foreign;
mod tables;

pub use tables::LEFT_OUT;

use std::{io, path::Path};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use thiserror::Error;

use super::leaving::backup_begins;
use crate::{database::Database, files};

#[derive(Debug, Error)]
pub enum BackupError {
    #[error("{0} exists already; choose another name.")]
    Exists(String),
    #[error("{0} is not a backup of this platform.")]
    NotOurs(String),
    #[error("{0} is damaged: {1}")]
    Damaged(String, String),
    #[error("{0} holds what no backup holds: {1}")]
    Foreign(String, String),
    #[error("{0} was made by a newer version of the platform; bring this one up to date first.")]
    Newer(String),
    #[error("The platform has records already ({0}). Restore into an empty one: another data folder or database.")]
    NotEmpty(&'static str),
    #[error("{0} cannot be read or written: {1}")]
    Io(String, io::Error),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes the platform into a new file, and returns how many rows it has.
///
/// # Errors
/// When the file exists, or cannot be written. No unfinished file is left under its name.
pub async fn backup(db: &Database, now: DateTime<Utc>, path: &Path) -> Result<u64, BackupError> {
    if path.exists() {
        return Err(BackupError::Exists(path.display().to_string()));
    }
    backup_begins(db, now).await?;
    let unfinished = files::beside(path, "unfinished");
    let rows = match write(db, &unfinished).await {
        Ok(rows) => rows,
        Err(error) => {
            for left in [unfinished.with_extension("unfinished-journal"), unfinished] {
                // The first error is the one to tell.
                let _ = std::fs::remove_file(left);
            }
            return Err(error);
        }
    };
    let published = files::publish(&unfinished, path);
    published.map_err(|error| BackupError::Io(path.display().to_string(), error))?;
    Ok(rows)
}

async fn write(db: &Database, path: &Path) -> Result<u64, BackupError> {
    let to = file::create(path).await?;
    let view = db.snapshot().await?;
    take_your_time(&view).await?;
    let rows = tables::fill_file(&view, &to).await?;
    file::without_triggers(&to).await?;
    view.rollback().await?;
    file::check(&to, path).await?;
    to.close().await?;
    Ok(rows)
}

/// Reads a backup into an empty platform, and returns how many rows it had. A backup of an older version is brought up
/// to date on the way; the file itself stays as it is.
///
/// # Errors
/// When the file is no backup, or the platform has records already. Nothing is written then.
pub async fn restore(db: &Database, path: &Path) -> Result<u64, BackupError> {
    let from = file::open(path).await?;
    let tx = db.begin().await?;
    take_your_time(&tx).await?;
    if let Some(table) = tables::first_filled(&tx).await? {
        return Err(BackupError::NotEmpty(table));
    }
    let rows = tables::fill_platform(&from.connection, &tx).await?;
    tx.commit().await?;
    Ok(rows)
}

/// A table may take longer to copy than any page may.
async fn take_your_time(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("SET LOCAL statement_timeout = 0").await?;
    }
    Ok(())
}
