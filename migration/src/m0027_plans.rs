//! What a plan may choose from is kept with its lines, and a large plan is made by a job that says how far it is.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("planned_pairs", "choices"),
            ("matching_meetings", "to_weigh"),
            ("matching_meetings", "weighed"),
            ("matching_meetings", "asked_at"),
        ] {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn added() -> [(&'static str, ColumnDef); 4] {
    [
        ("matching_meetings", timestamp_with_time_zone_null("asked_at")),
        ("matching_meetings", integer("weighed").default(0).to_owned()),
        ("matching_meetings", integer("to_weigh").default(0).to_owned()),
        ("planned_pairs", blob_null("choices")),
    ]
}
