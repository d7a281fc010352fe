//! What people answer to text messages in their own words.

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
        manager.create_table(answers()).await?;
        manager.create_index(index("text_answers", &["addressee_id"])).await?;
        manager.create_index(index("text_answers", &["referral_id"])).await?;
        // What waits is little beside what was seen to.
        let mut waiting = index("text_answers", &["addressee", "came_at"]);
        manager.create_index(waiting.and_where(Expr::col("settled_at").is_null()).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["text_answers"]).await
    }
}

fn answers() -> TableCreateStatement {
    Table::create()
        .table("text_answers")
        .col(pk_uuid("id"))
        .col(string_len_null("addressee", 16))
        .col(uuid_null("addressee_id"))
        .col(uuid_null("referral_id"))
        .col(text("text"))
        .col(timestamp_with_time_zone("came_at"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(uuid_null("settled_by"))
        .foreign_key(&mut reference(("text_answers", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("text_answers", "settled_by"), "users"))
        .to_owned()
}
