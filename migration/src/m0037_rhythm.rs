//! How often the two of a course meet becomes a number of days, beside the words that they have for it.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let days = integer_null("rhythm_days").check(Expr::col("rhythm_days").between(3, 42)).to_owned();
        manager.alter_table(Table::alter().table("courses").add_column(days).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("courses").drop_column("rhythm_days").to_owned()).await
    }
}
