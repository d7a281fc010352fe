//! What staff put aside on the page of today until a day, with why.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(today_snoozes()).await?;
        // A thing is put aside once for each reason that it is there, whoever presses at once.
        let now = Expr::col("ended_at").is_null();
        let once = index("today_snoozes", &["kind", "subject_id"]).unique().and_where(now).to_owned();
        manager.create_index(once).await?;
        manager.create_index(index("today_snoozes", &["until_on"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["today_snoozes"]).await
    }
}

fn today_snoozes() -> TableCreateStatement {
    Table::create()
        .table("today_snoozes")
        .col(pk_uuid("id"))
        .col(string_len("kind", 32))
        .col(uuid("subject_id"))
        .col(date_null("since"))
        .col(date("until_on"))
        .col(string_len("reason", 16))
        .col(uuid("snoozed_by"))
        .col(timestamp_with_time_zone("snoozed_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .foreign_key(&mut reference(("today_snoozes", "snoozed_by"), "users"))
        .to_owned()
}
