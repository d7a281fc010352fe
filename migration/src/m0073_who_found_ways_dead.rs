//! Of a number that is nobody's it is kept who of staff found that.

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
        manager.alter_table(Table::alter().table(TABLE).add_column(found_by).to_owned()).await?;
        // Who pressed the button on the page of the person is in the change log.
        let known = "UPDATE contact_ways SET found_dead_by = (SELECT by_user FROM changes \
            WHERE subject_id = contact_ways.owner_id AND action = 'number_dead' ORDER BY at DESC LIMIT 1) \
            WHERE died_of = 'found_dead'";
        manager.get_connection().execute_unprepared(known).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table(TABLE).drop_column("found_dead_by").to_owned()).await
    }
}
