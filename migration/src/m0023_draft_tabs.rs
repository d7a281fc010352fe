//! Which page saved a draft last, and when by its own clock: another page that has not seen that does not overwrite it.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string_len("tab", 64).default("").to_owned(), big_integer("turn").default(0).to_owned()] {
            manager.alter_table(Table::alter().table("referral_drafts").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["turn", "tab"] {
            manager.alter_table(Table::alter().table("referral_drafts").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
