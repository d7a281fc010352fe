//! When a young person was prepared for a mentor course, and what both sides expect of the first meeting.

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
        manager.create_table(preparations()).await?;
        manager.create_table(expectations()).await?;
        // Of two who answer for one side at once, one does.
        manager.create_index(index("expectations", &["course_id", "side"]).unique().to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Links of this purpose open nothing in the version before, which cannot read them either.
        manager.get_connection().execute_unprepared("DELETE FROM links WHERE purpose = 'preparation'").await?;
        drop_tables(manager, &["expectations", "preparations"]).await
    }
}

/// Each referral at most once: the first who says so stands there.
fn preparations() -> TableCreateStatement {
    Table::create()
        .table("preparations")
        .col(pk_uuid("referral_id"))
        .col(date("prepared_on"))
        .col(string_len("prepared_by", 16))
        .col(uuid_null("entered_by"))
        .foreign_key(&mut reference(("preparations", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("preparations", "entered_by"), "users"))
        .to_owned()
}

fn expectations() -> TableCreateStatement {
    Table::create()
        .table("expectations")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(string_len("side", 16))
        .col(text("hopes"))
        .col(text_null("help"))
        .col(text_null("contact"))
        .col(timestamp_with_time_zone("answered_at"))
        .foreign_key(&mut reference(("expectations", "course_id"), "courses"))
        .to_owned()
}
