//! A consent that was asked for and not given is an answer too: whether the young person said yes.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let was_given = boolean("was_given").default(true).to_owned();
        manager.alter_table(Table::alter().table("consents").add_column(was_given).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("consents").drop_column("was_given").to_owned()).await
    }
}
