//! What a young person wishes of the mentor besides, and which of the wishes are musts.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// SQLite adds them one by one.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let musts = json_binary("musts").default("[]").to_owned();
        let wishes = [
            string_len_null("mentor_language", 2),
            string_len_null("not_postcode", 4),
            string_len_null("not_firm", 120),
        ];
        for column in wishes.into_iter().chain([musts]) {
            manager.alter_table(Table::alter().table("referrals").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["musts", "not_firm", "not_postcode", "mentor_language"] {
            manager.alter_table(Table::alter().table("referrals").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
