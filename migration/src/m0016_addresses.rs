//! Mail addresses in small letters and without spaces around them, as every new one is kept.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Every column with an address that is compared; those of people who sign in have been in small letters all along.
const COLUMNS: [(&str, &str); 6] = [
    ("mentors", "email"),
    ("young_people", "email"),
    ("referrals", "referrer_email"),
    ("partners", "contact_email"),
    ("enquiries", "email"),
    ("enquiries", "asker_email"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in COLUMNS {
            let small =
                format!("UPDATE {table} SET {column} = lower(trim({column})) WHERE {column} <> lower(trim({column}))");
            manager.get_connection().execute_unprepared(&small).await?;
        }
        Ok(())
    }

    /// How they were typed is not known any more, and nothing needs it.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
