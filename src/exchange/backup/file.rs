//! The file of a backup: an SQLite database with our mark in it.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Statement, prelude::Uuid,
    sqlx::sqlite::SqliteJournalMode,
};

use super::{BackupError, foreign};
use crate::{
    exchange::verify::{Findings, damage},
    files,
};

/// `Brob`, in the place where SQLite keeps what kind of file it is.
const MARK: i32 = 0x4272_6f62;

/// A new file with all tables and no rows, which only its owner may read.
pub async fn create(path: &Path) -> Result<DatabaseConnection, BackupError> {
    let failed = |error| BackupError::Io(path.display().to_string(), error);
    files::create(path).map_err(failed)?;
    let file = connect(path, false).await?;
    Migrator::up(&file, None).await?;
    file.execute_unprepared(&format!("PRAGMA application_id = {MARK}")).await?;
    Ok(file)
}

/// Takes out what the tables do by themselves: a backup is rows alone, and whoever reads one runs nothing that it brings.
pub async fn without_triggers(file: &DatabaseConnection) -> Result<(), DbErr> {
    let query = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
    for row in file.query_all_raw(Statement::from_string(file.get_database_backend(), query)).await? {
        let name: String = row.try_get("", "name")?;
        file.execute_unprepared(&format!("DROP TRIGGER \"{name}\"")).await?;
    }
    Ok(())
}

/// A backup to read from, with its tables as this version has them.
pub struct Opened {
    pub connection: DatabaseConnection,
    /// A copy that was brought up to date; gone with this.
    copy: Option<PathBuf>,
}

impl Drop for Opened {
    fn drop(&mut self) {
        if let Some(copy) = &self.copy {
            // It lies in the folder for what may be thrown away.
            let _ = fs::remove_file(copy);
        }
    }
}

/// Opens a backup. One of an older version is brought up to date in a copy.
pub async fn open(path: &Path) -> Result<Opened, BackupError> {
    let failed = |error| BackupError::Io(path.display().to_string(), error);
    if mark(path).map_err(failed)? != Some(MARK.to_be_bytes()) {
        return Err(BackupError::NotOurs(path.display().to_string()));
    }
    let damaged = |error: DbErr| BackupError::Damaged(path.display().to_string(), error.to_string());
    let connection = connect(path, true).await.map_err(damaged)?;
    check(&connection, path).await?;
    foreign::refuse(&connection, path).await?;
    let newer = |_| BackupError::Newer(path.display().to_string());
    if Migrator::get_pending_migrations_read_only(&connection).await.map_err(newer)?.is_empty() {
        return Ok(Opened { connection, copy: None });
    }
    connection.close().await?;
    let copy = std::env::temp_dir().join(format!("brobyg-restore-{}.sqlite", Uuid::now_v7()));
    // Not `fs::copy`: that gives the copy the rights of the backup.
    let copied = files::create(&copy).and_then(|mut to| io::copy(&mut fs::File::open(path)?, &mut to));
    copied.map_err(failed)?;
    let opened = Opened { connection: connect(&copy, false).await?, copy: Some(copy) };
    Migrator::up(&opened.connection, None).await?;
    Ok(opened)
}

/// Whether the file is whole.
pub async fn check(file: &DatabaseConnection, path: &Path) -> Result<(), BackupError> {
    let mut findings = Findings::default();
    let found = damage::find(file, &mut findings).await.map_err(|error| error.to_string());
    let first = match found {
        Ok(()) => findings.wrong.into_iter().next(),
        Err(error) => Some(error),
    };
    first.map_or(Ok(()), |first| Err(BackupError::Damaged(path.display().to_string(), first)))
}

/// What the header of an SQLite file says it is; nothing when it is not one.
fn mark(path: &Path) -> io::Result<Option<[u8; 4]>> {
    let mut header = Vec::new();
    fs::File::open(path)?.take(72).read_to_end(&mut header)?;
    let is_sqlite = header.starts_with(b"SQLite format 3\0");
    Ok(header.get(68..72).filter(|_| is_sqlite).and_then(|mark| mark.try_into().ok()))
}

/// One connection, and no files beside the one.
async fn connect(path: &Path, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    let path = path.to_owned();
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1).sqlx_logging_level(log::LevelFilter::Trace);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let journal = if read_only { sqlite } else { sqlite.journal_mode(SqliteJournalMode::Delete) };
        journal.filename(&path).in_memory(false).shared_cache(false).read_only(read_only).foreign_keys(true)
    });
    Database::connect(options).await
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[tokio::test]
    async fn the_copy_of_an_older_backup_is_for_its_owner_alone_and_gone_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.backup");
        // The backup of the first version, which its owner let everybody read.
        files::create(&path).unwrap();
        let old = connect(&path, false).await.unwrap();
        Migrator::up(&old, Some(1)).await.unwrap();
        old.execute_unprepared(&format!("PRAGMA application_id = {MARK}")).await.unwrap();
        without_triggers(&old).await.unwrap();
        old.close().await.unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();

        let opened = open(&path).await.unwrap();

        let copy = opened.copy.clone().unwrap();
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        drop(opened);
        assert!(!copy.exists());
    }
}
