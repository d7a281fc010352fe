//! Of a number that is nobody's it is kept who of staff found that. Of those found before, nobody knows whose they were.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "contact_ways";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let found_by = uuid_null("found_dead_by");
        manager.alter_table(Table::alter().table(TABLE).add_column(found_by).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Links of a purpose that an older program does not know.
        let unknown = "DELETE FROM links WHERE purpose = 'my_course_stand_in'";
        manager.get_connection().execute_unprepared(unknown).await?;
        manager.alter_table(Table::alter().table(TABLE).drop_column("found_dead_by").to_owned()).await
    }
}
