//! A meeting is agreed by a mentor's link too, so that nobody may have signed in; and one that is logged so says by which mentor.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        suggested_by(manager, true).await?;
        let column = uuid_null("logged_by_mentor");
        manager.alter_table(Table::alter().table("meetings").add_column(column).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(SOMEBODY).await?;
        suggested_by(manager, false).await?;
        manager.alter_table(Table::alter().table("meetings").drop_column("logged_by_mentor").to_owned()).await
    }
}

/// The version before knows no meeting that nobody wrote down: one of staff stands for the mentor, as for what files bring.
const SOMEBODY: &str = "UPDATE planned_meetings SET suggested_by = (SELECT id FROM users \
    WHERE role IN ('administrator', 'staff') ORDER BY role, id LIMIT 1) WHERE suggested_by IS NULL";

/// Whether an agreed meeting may have been written down by nobody who signed in. SQLite changes no column, and a table to which others
/// refer is not made anew; that a column may be empty stands in its definition alone (sqlite.org/lang_altertable.html, 7).
async fn suggested_by(manager: &SchemaManager<'_>, may_be_nobody: bool) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        let change = if may_be_nobody { "DROP" } else { "SET" };
        let change = format!("ALTER TABLE planned_meetings ALTER COLUMN suggested_by {change} NOT NULL");
        connection.execute_unprepared(&change).await?;
        return Ok(());
    }
    let (always, never) = ("\"suggested_by\" uuid_text NOT NULL", "\"suggested_by\" uuid_text");
    let (from, to) = if may_be_nobody { (always, never) } else { (never, always) };
    let change = format!(
        "UPDATE sqlite_schema SET sql = replace(sql, '{from}', '{to}') WHERE type = 'table' AND name = 'planned_meetings'"
    );
    for statement in ["PRAGMA writable_schema = ON", &change, "PRAGMA writable_schema = RESET"] {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}
