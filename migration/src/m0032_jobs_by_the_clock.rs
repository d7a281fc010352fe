//! Jobs by the clock: a row for each time that a job is due, with a claim to it. How the jobs go lately is a table of its own
//! name; what stands there goes on.

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
        manager.rename_table(Table::rename().table("job_runs", "jobs").to_owned()).await?;
        manager.create_table(job_runs()).await?;
        // Whoever inserts the row of a time is the one who made it due: nobody else can.
        manager.create_index(index("job_runs", &["job", "key"]).unique().to_owned()).await?;
        manager.create_index(index("job_runs", &["job", "due_at"])).await?;
        let open = index("job_runs", &["next_try_at"]).and_where(Expr::col("next_try_at").is_not_null()).to_owned();
        manager.create_index(open).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["job_runs"]).await?;
        manager.rename_table(Table::rename().table("jobs", "job_runs").to_owned()).await
    }
}

fn job_runs() -> TableCreateStatement {
    Table::create()
        .table("job_runs")
        .col(pk_uuid("id"))
        .col(string_len("job", 40))
        .col(string_len("key", 80))
        .col(uuid_null("item"))
        .col(timestamp_with_time_zone("due_at"))
        .col(timestamp_with_time_zone_null("next_try_at"))
        .col(uuid_null("claim"))
        .col(timestamp_with_time_zone_null("claim_until"))
        .col(integer("tries").default(0))
        .col(integer("crashes").default(0))
        .col(timestamp_with_time_zone_null("done_at"))
        .col(timestamp_with_time_zone_null("set_aside_at"))
        .col(string_len_null("outcome", 16))
        .col(string_len_null("cause", 16))
        .col(big_integer_null("took_ms"))
        .to_owned()
}
