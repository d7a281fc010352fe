//! What was agreed with a housing area: of which kind, from when until when, and who wrote it down.

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
        manager.create_table(agreements()).await?;
        manager.create_index(index("agreements", &["housing_area_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["agreements"]).await
    }
}

fn agreements() -> TableCreateStatement {
    Table::create()
        .table("agreements")
        .col(pk_uuid("id"))
        .col(uuid("housing_area_id"))
        .col(string_len("kind", 24))
        .col(date("signed_on"))
        .col(date("starts_on"))
        .col(date_null("ends_on"))
        .col(uuid("written_by"))
        .col(timestamp_with_time_zone("written_at"))
        .check(Expr::col("kind").is_in(["pilot", "self_financed", "own_mentor_corps"]))
        .check(Expr::col("ends_on").is_null().or(Expr::col("ends_on").gte(Expr::col("starts_on"))))
        .foreign_key(&mut reference(("agreements", "housing_area_id"), "housing_areas"))
        .foreign_key(&mut reference(("agreements", "written_by"), "users"))
        .to_owned()
}
