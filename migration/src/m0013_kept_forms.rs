//! What was typed and not taken yet, and which forms were carried out.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(kept_forms()).await?;
        manager.create_table(submissions()).await?;
        let mut one_of_each_rendering = index("kept_forms", &["user_id", "action", "once"]);
        for index in [
            one_of_each_rendering.unique().to_owned(),
            index("kept_forms", &["kept_at"]),
            index("submissions", &["form"]),
            index("submissions", &["at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["submissions", "kept_forms"]).await
    }
}

/// Gone with the person whose it is.
fn kept_forms() -> TableCreateStatement {
    Table::create()
        .table("kept_forms")
        .col(pk_uuid("id"))
        .col(uuid("user_id"))
        .col(text("page"))
        .col(text("path"))
        .col(text("action"))
        .col(string_len("once", 64))
        .col(big_integer("turn"))
        .col(string_len("why", 20))
        .col(json_binary("pairs"))
        .col(boolean("is_incomplete"))
        .col(timestamp_with_time_zone("kept_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_kept_forms_user_id")
                .from("kept_forms", "user_id")
                .to("users", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn submissions() -> TableCreateStatement {
    Table::create()
        .table("submissions")
        .col(string_len("key", 64).primary_key())
        .col(string_len("form", 64))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}
