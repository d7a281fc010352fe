//! Seals on the logs: a row that is changed, taken away or slipped in past the triggers is found by `brobyg verify`.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let seals = Table::create()
            .table("log_seals")
            .col(pk_uuid("id"))
            .col(string_len("log", 24))
            .col(timestamp_with_time_zone("begins_at"))
            .col(timestamp_with_time_zone("ends_at"))
            .col(big_integer("row_count"))
            .col(string_len("previous", 64))
            .col(string_len("hash", 64))
            .to_owned();
        manager.create_table(seals).await?;
        // Of two machines that seal at once one does.
        manager.create_index(index("log_seals", &["log", "ends_at"]).unique().to_owned()).await?;
        manager.create_index(index("readings", &["at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_readings_at").table("readings").to_owned()).await?;
        drop_tables(manager, &["log_seals"]).await
    }
}
