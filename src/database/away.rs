//! Tells a database that cannot be reached, or cannot write, from a fault of ours.

use sea_orm::{
    DbErr, RuntimeErr, SqlxError, SqlxPostgresError, SqlxSqliteError,
    sqlx::error::{DatabaseError, Error},
};

/// Primary result codes of SQLite: busy, locked, out of memory, read-only, interrupted, input or output failed, full,
/// cannot be opened, and the locks of its files went wrong. A damaged file is not among them: waiting does not mend it.
const SQLITE_AWAY: [i32; 9] = [5, 6, 7, 8, 9, 10, 13, 14, 15];

/// Classes of PostgreSQL's codes: connection, refused for a serialization, resources, outside intervention, the system.
const POSTGRES_AWAY: [&str; 5] = ["08", "40", "53", "57", "58"];
/// Read-only transaction, a lock that was not to be had, and transactions that were ended for taking too long.
const POSTGRES_AWAY_EXACTLY: [&str; 4] = ["25006", "55P03", "25P03", "25P04"];

/// Whether the same work may succeed later without anybody changing the program: the database is away, full, read-only,
/// busy, too slow, or the connection was cut. What was being written then is not to be counted on.
pub fn is_away(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => driver_is_away(error),
        _ => false,
    }
}

fn driver_is_away(error: &SqlxError) -> bool {
    match error {
        Error::Io(_) | Error::Tls(_) | Error::Protocol(_) => true,
        Error::PoolTimedOut | Error::PoolClosed | Error::WorkerCrashed => true,
        Error::BeginFailed | Error::InvalidSavePointStatement => true,
        Error::Database(error) => server_is_away(error.as_ref()),
        _ => false,
    }
}

fn server_is_away(error: &dyn DatabaseError) -> bool {
    if let Some(error) = error.try_downcast_ref::<SqlxPostgresError>() {
        let code = error.code();
        return POSTGRES_AWAY.iter().any(|class| code.starts_with(class)) || POSTGRES_AWAY_EXACTLY.contains(&code);
    }
    error.try_downcast_ref::<SqlxSqliteError>().is_some_and(|error| SQLITE_AWAY.contains(&primary_code(error)))
}

/// The upper bytes of a code say more about the same thing.
fn primary_code(error: &SqlxSqliteError) -> i32 {
    let extended = error.code().and_then(|code| code.parse::<i32>().ok());
    extended.unwrap_or_default() & 0xff
}
