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
        _ => driver_error(error).is_some_and(driver_is_away),
    }
}

/// The same of an error that was given a context on its way.
pub fn comes_of_being_away(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| match (cause.downcast_ref::<DbErr>(), cause.downcast_ref::<RuntimeErr>()) {
        (Some(error), _) => is_away(error),
        (_, Some(RuntimeErr::SqlxError(error))) => driver_is_away(error),
        _ => false,
    })
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

/// Whether somebody else holds a lock of the SQLite file.
pub(super) fn is_busy(error: &DbErr) -> bool {
    sqlite_code(error).is_some_and(|code| [5, 6].contains(&code))
}

/// Whether SQLite may have taken back everything that is open, and not only the statement. It does so when it cannot
/// write, and a damaged file ends everything.
pub(super) fn ends_transaction(error: &DbErr) -> bool {
    is_away(error) || sqlite_code(error).is_some_and(|code| [11, 26].contains(&code))
}

/// Whether PostgreSQL's end of the connection is gone: what was only read can be read through another one.
pub(super) fn is_lost(error: &DbErr) -> bool {
    match driver_error(error) {
        Some(Error::Io(_) | Error::Tls(_) | Error::Protocol(_) | Error::WorkerCrashed) => true,
        Some(Error::Database(error)) => postgres_code(error.as_ref())
            .is_some_and(|code| code.starts_with("08") || ["57P01", "57P02", "57P03", "57P05"].contains(&code)),
        _ => false,
    }
}

pub(super) fn is_read_only(error: &DbErr) -> bool {
    match driver_error(error) {
        Some(Error::Database(error)) => postgres_code(error.as_ref()) == Some("25006"),
        _ => false,
    }
}

fn driver_error(error: &DbErr) -> Option<&SqlxError> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error))
        | DbErr::Conn(RuntimeErr::SqlxError(error)) => Some(error),
        _ => None,
    }
}

fn sqlite_code(error: &DbErr) -> Option<i32> {
    let Some(Error::Database(error)) = driver_error(error) else { return None };
    error.try_downcast_ref::<SqlxSqliteError>().map(primary_code)
}

fn postgres_code(error: &dyn DatabaseError) -> Option<&str> {
    error.try_downcast_ref::<SqlxPostgresError>().map(SqlxPostgresError::code)
}

fn server_is_away(error: &dyn DatabaseError) -> bool {
    if let Some(code) = postgres_code(error) {
        return POSTGRES_AWAY.iter().any(|class| code.starts_with(class)) || POSTGRES_AWAY_EXACTLY.contains(&code);
    }
    error.try_downcast_ref::<SqlxSqliteError>().is_some_and(|error| SQLITE_AWAY.contains(&primary_code(error)))
}

/// The upper bytes of a code say more about the same thing.
fn primary_code(error: &SqlxSqliteError) -> i32 {
    let extended = error.code().and_then(|code| code.parse::<i32>().ok());
    extended.unwrap_or_default() & 0xff
}
