//! How the jobs go, and the devices on which somebody has signed in before.

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
        manager.create_table(job_runs()).await?;
        manager.create_table(known_devices()).await?;
        manager.create_index(index("known_devices", &["user_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["known_devices", "job_runs"]).await
    }
}

fn job_runs() -> TableCreateStatement {
    Table::create()
        .table("job_runs")
        .col(string_len("name", 40).primary_key())
        .col(integer("every_seconds"))
        .col(timestamp_with_time_zone_null("started_at"))
        .col(timestamp_with_time_zone_null("succeeded_at"))
        .col(timestamp_with_time_zone_null("failed_at"))
        .col(string_len_null("cause", 16))
        .col(integer("failures"))
        .col(timestamp_with_time_zone("next_due_at"))
        .col(big_integer_null("waiting"))
        .to_owned()
}

fn known_devices() -> TableCreateStatement {
    Table::create()
        .table("known_devices")
        .col(string_len("key", 64).primary_key())
        .col(uuid("user_id"))
        .col(timestamp_with_time_zone("used_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_known_devices_user_id")
                .from("known_devices", "user_id")
                .to("users", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
