//! How far a mentor goes and how far a young person wants one from, and whether each would meet by video.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each table with its column of kilometres.
const TABLES: [(&str, &str); 2] = [("mentors", "max_km"), ("referrals", "mentor_max_km")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// SQLite adds them one by one.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, km) in TABLES {
            for column in [integer_null(km), boolean_null("video")] {
                manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, km) in TABLES {
            for column in ["video", km] {
                manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
            }
        }
        Ok(())
    }
}
