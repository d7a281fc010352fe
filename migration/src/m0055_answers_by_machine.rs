//! What comes in by machines: STOP ends text messages alone, and calendars answer invitations.

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
        // What was ended before was ended by whatever way.
        let channel = string_len_null("channel", 8);
        manager.alter_table(Table::alter().table("opt_outs").add_column(channel).to_owned()).await?;
        manager.create_table(answers()).await?;
        let once = index("calendar_answers", &["planned_meeting_id", "addressee"]).unique().to_owned();
        manager.create_index(once).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["calendar_answers"]).await?;
        // An older program knows no way that is ended alone, and writes nothing of the sort rather than too much.
        manager.alter_table(Table::alter().table("opt_outs").drop_column("channel").to_owned()).await
    }
}

fn answers() -> TableCreateStatement {
    Table::create()
        .table("calendar_answers")
        .col(pk_uuid("id"))
        .col(uuid("planned_meeting_id"))
        .col(string_len("addressee", 16))
        .col(string_len("says", 16))
        .col(integer("sequence"))
        .col(timestamp_with_time_zone("stamped_at"))
        .col(timestamp_with_time_zone("told_at"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(uuid_null("settled_by"))
        .foreign_key(&mut reference(("calendar_answers", "planned_meeting_id"), "planned_meetings"))
        .foreign_key(&mut reference(("calendar_answers", "settled_by"), "users"))
        .to_owned()
}
