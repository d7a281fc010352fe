//! What SQLite finds and sorts names by, for PostgreSQL: its own function `glob`, and the order of Danish.
//!
//! PostgreSQL folds and sorts letters as its cluster was set up, which may know those of ASCII alone.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Patterns name a set of letters for each letter, between two stars; ERE has no escapes within sets.
const UP: [&str; 2] = [
    "CREATE COLLATION danish (provider = icu, locale = 'da')",
    "CREATE FUNCTION glob(pattern text, sought text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
     AS $$ SELECT sought ~ ('(?e)' || btrim(pattern, '*')) $$",
];
const DOWN: [&str; 2] = ["DROP FUNCTION glob(text, text)", "DROP COLLATION danish"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        on_postgres(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        on_postgres(manager, DOWN).await
    }
}

async fn on_postgres(manager: &SchemaManager<'_>, statements: [&str; 2]) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        for statement in statements {
            manager.get_connection().execute_unprepared(statement).await?;
        }
    }
    Ok(())
}
