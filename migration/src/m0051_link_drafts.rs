//! What somebody without a sign-in typed behind a link of theirs, until it is sent or the link ends.

use sea_orm_migration::{prelude::*, schema::*};

use crate::drop_tables;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A link that is made useless takes its draft with it, whoever ends it.
        let mut of_link = ForeignKey::create()
            .name("fk_link_drafts_token_hash")
            .from("link_drafts", "token_hash")
            .to("links", "token_hash")
            .on_delete(ForeignKeyAction::Cascade)
            .to_owned();
        let table = Table::create()
            .table("link_drafts")
            .col(string("token_hash").primary_key())
            .col(string("beneath"))
            .col(string("action_beneath"))
            .col(string("once"))
            .col(big_integer("turn"))
            .col(json_binary("pairs"))
            .col(boolean("is_incomplete"))
            .col(timestamp_with_time_zone("kept_at"))
            .foreign_key(&mut of_link)
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["link_drafts"]).await
    }
}
