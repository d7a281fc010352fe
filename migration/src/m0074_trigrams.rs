//! On PostgreSQL, what is searched is found by its trigrams (docs/adr/0086), where the server has them and lets the platform take
//! them; where not, all texts of a kind are looked through as on SQLite.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if db.get_database_backend() != DbBackend::Postgres {
            return Ok(());
        }
        // Whatever the server refuses is undone by the block alone, and the migration goes on.
        let sql = "DO $$ BEGIN \
                   CREATE EXTENSION IF NOT EXISTS pg_trgm; \
                   CREATE INDEX ix_search_texts_text ON search_texts USING gin (text gin_trgm_ops); \
                   CREATE INDEX ix_search_texts_name ON search_texts USING gin (name gin_trgm_ops); \
                   EXCEPTION WHEN OTHERS THEN \
                   RAISE NOTICE 'Searching does without trigrams: %', SQLERRM; \
                   END $$";
        db.execute_unprepared(sql).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if db.get_database_backend() == DbBackend::Postgres {
            // The extension stays: others may use it, and only its owner may drop it.
            db.execute_unprepared("DROP INDEX IF EXISTS ix_search_texts_text").await?;
            db.execute_unprepared("DROP INDEX IF EXISTS ix_search_texts_name").await?;
        }
        Ok(())
    }
}
