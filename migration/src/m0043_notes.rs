//! Dated notes of staff about a young person, each version kept.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(notes()).await?;
        manager.create_index(index("notes", &["young_person_id"])).await?;
        manager.create_index(index("notes", &["thread_id", "version"]).unique().to_owned()).await?;
        // Of two who correct a note at once, one does.
        let mut newest = Index::create();
        newest.name("ix_notes_newest").table("notes").col("thread_id").unique();
        manager.create_index(newest.and_where(Expr::col("superseded_at").is_null()).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["notes"]).await
    }
}

fn notes() -> TableCreateStatement {
    Table::create()
        .table("notes")
        .col(pk_uuid("id"))
        .col(uuid("thread_id"))
        .col(integer("version").check(Expr::col("version").gte(1)))
        .col(uuid("young_person_id"))
        .col(string_len("readers", 16))
        .col(text("text"))
        .col(boolean("is_pinned"))
        .col(uuid("written_by"))
        .col(timestamp_with_time_zone("written_at"))
        .col(timestamp_with_time_zone_null("superseded_at"))
        .foreign_key(&mut reference(("notes", "young_person_id"), "young_people"))
        .foreign_key(&mut reference(("notes", "written_by"), "users"))
        .to_owned()
}
