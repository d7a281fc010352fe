//! Where the young person stood when they were referred, and whether they suit the target group.

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
        let columns = [
            string_len_null("activity_at_referral", 24),
            string_len_null("schooling", 20),
            string_len_null("work_experience", 16),
            string_len_null("fit", 16),
        ];
        for column in columns {
            manager.alter_table(Table::alter().table("referrals").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["fit", "work_experience", "schooling", "activity_at_referral"] {
            manager.alter_table(Table::alter().table("referrals").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
