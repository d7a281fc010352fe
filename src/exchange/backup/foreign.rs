//! What a file may hold that calls itself a backup: plain tables, with texts as the platform writes them.
//!
//! An SQLite file can say that a table is a question that never ends, or keep a text of a gigabyte in a row.

use std::path::Path;

use sea_orm::{DatabaseConnection, DbErr, FromQueryResult, Statement};

use super::BackupError;

/// Bytes of one cell: the largest is a draft as it was typed, and a form has at most 1 MiB.
const CELL_BYTES: u32 = 4 * 1024 * 1024;

#[derive(FromQueryResult)]
struct Named {
    name: String,
}

/// Refuses a file with views and triggers, or with a cell that would not fit in memory five hundred times.
pub async fn refuse(file: &DatabaseConnection, path: &Path) -> Result<(), BackupError> {
    let foreign = |what: String| BackupError::Foreign(path.display().to_string(), what);
    let other = "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index') LIMIT 1";
    if let Some(other) = names(file, other).await?.first() {
        return Err(foreign(format!("{other} is no table")));
    }
    for table in names(file, "SELECT name FROM sqlite_schema WHERE type = 'table'").await? {
        let table = quoted(&table);
        let columns = names(file, &format!("SELECT name FROM pragma_table_info({table})")).await?;
        let is_large: Vec<_> =
            columns.iter().map(|column| format!("octet_length({}) > {CELL_BYTES}", quoted(column))).collect();
        let large = format!("SELECT 'a' AS name FROM {table} WHERE {} LIMIT 1", is_large.join(" OR "));
        if !names(file, &large).await?.is_empty() {
            return Err(foreign(format!("a row of {table} has more than {CELL_BYTES} bytes in one place")));
        }
    }
    Ok(())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

async fn names(file: &DatabaseConnection, query: &str) -> Result<Vec<String>, DbErr> {
    let statement = Statement::from_string(file.get_database_backend(), query);
    Ok(Named::find_by_statement(statement).all(file).await?.into_iter().map(|row| row.name).collect())
}
