//! What is said of the time after a course has the day on which it was said in Denmark, to be held against the day of the ending.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "onward_plans";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let told_on = date("told_on").default("1970-01-01").to_owned();
        manager.alter_table(Table::alter().table(TABLE).add_column(told_on).to_owned()).await?;
        let day = match manager.get_database_backend() {
            DbBackend::Postgres => "(told_at AT TIME ZONE 'Europe/Copenhagen')::date",
            _ => IN_DENMARK,
        };
        let told = format!("UPDATE {TABLE} SET told_on = {day}");
        manager.get_connection().execute_unprepared(&told).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table(TABLE).drop_column("told_on").to_owned()).await
    }
}

/// SQLite knows no time zones: the clocks are changed at one in the morning, UTC, on the last Sundays of March and October.
const IN_DENMARK: &str = "date(told_at, CASE \
    WHEN datetime(told_at) >= datetime(strftime('%Y', told_at) || '-03-31 01:00:00', '-6 days', 'weekday 0') \
    AND datetime(told_at) < datetime(strftime('%Y', told_at) || '-10-31 01:00:00', '-6 days', 'weekday 0') \
    THEN '+2 hours' ELSE '+1 hour' END)";
