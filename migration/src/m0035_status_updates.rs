//! What a referrer is told of a course, a sentence at a time, and what they and staff write to each other about it.

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
        manager.create_table(status_updates()).await?;
        manager.create_index(index("status_updates", &["referral_id"])).await?;
        // Of one follow-up one sentence stands.
        let stands = Expr::col("taken_back_at").is_null();
        let once = index("status_updates", &["follow_up_id"]).unique().and_where(stands).to_owned();
        manager.create_index(once).await?;
        manager.create_table(status_replies()).await?;
        manager.create_index(index("status_replies", &["referral_id"])).await?;
        let waits = Expr::col("is_partners").and(Expr::col("settled_at").is_null());
        manager.create_index(index("status_replies", &["written_at"]).and_where(waits).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(MESSAGES_OF_BEFORE).await?;
        manager.get_connection().execute_unprepared("DELETE FROM opt_outs WHERE category = 'update'").await?;
        drop_tables(manager, &["status_replies", "status_updates"]).await
    }
}

fn status_updates() -> TableCreateStatement {
    Table::create()
        .table("status_updates")
        .col(pk_uuid("id"))
        .col(uuid("referral_id"))
        .col(uuid_null("follow_up_id"))
        .col(string_len("sentence", 24))
        .col(timestamp_with_time_zone("said_at"))
        .col(uuid("said_by"))
        .col(timestamp_with_time_zone_null("taken_back_at"))
        .col(uuid_null("taken_back_by"))
        .foreign_key(&mut reference(("status_updates", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("status_updates", "follow_up_id"), "follow_ups"))
        .foreign_key(&mut reference(("status_updates", "said_by"), "users"))
        .foreign_key(&mut reference(("status_updates", "taken_back_by"), "users"))
        .to_owned()
}

fn status_replies() -> TableCreateStatement {
    Table::create()
        .table("status_replies")
        .col(pk_uuid("id"))
        .col(uuid("referral_id"))
        .col(boolean("is_partners"))
        .col(text("text"))
        .col(timestamp_with_time_zone("written_at"))
        .col(uuid("written_by"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(uuid_null("settled_by"))
        .check(Expr::col("settled_at").is_null().or(Expr::col("is_partners")))
        .foreign_key(&mut reference(("status_replies", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("status_replies", "written_by"), "users"))
        .foreign_key(&mut reference(("status_replies", "settled_by"), "users"))
        .to_owned()
}

/// The version before knows no messages of this sort. What had not left is not sent.
const MESSAGES_OF_BEFORE: &str = "UPDATE messages SET category = 'case', next_try_at = NULL, \
    unwanted = COALESCE(unwanted, CASE WHEN next_try_at IS NOT NULL THEN 'settled' END), \
    unwanted_at = COALESCE(unwanted_at, CASE WHEN next_try_at IS NOT NULL THEN due_at END) \
    WHERE category = 'update'";
