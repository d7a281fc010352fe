//! Meetings that are agreed: when, for how long, by which way, and what became of them.

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
        manager.create_table(planned_meetings()).await?;
        // Of two that are agreed for one moment at once, one is.
        let once = index("planned_meetings", &["course_id", "starts_at"]).unique().and_where(open()).to_owned();
        manager.create_index(once).await?;
        let waiting = index("planned_meetings", &["starts_at"]).and_where(open()).to_owned();
        manager.create_index(waiting).await?;
        manager.create_index(index("planned_meetings", &["meeting_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Links of these purposes open nothing in the version before, which cannot read them either.
        let gone = "DELETE FROM links WHERE purpose IN ('planned_meeting', 'calendar_feed')";
        manager.get_connection().execute_unprepared(gone).await?;
        manager.get_connection().execute_unprepared(MESSAGES_OF_BEFORE).await?;
        drop_tables(manager, &["planned_meetings"]).await
    }
}

/// Neither called off nor told of.
fn open() -> Expr {
    Expr::col("cancelled_at").is_null().and(Expr::col("meeting_id").is_null())
}

fn planned_meetings() -> TableCreateStatement {
    Table::create()
        .table("planned_meetings")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(integer("minutes").check(Expr::col("minutes").between(1, 600)))
        .col(string_len("channel", 16))
        .col(uuid("suggested_by"))
        .col(timestamp_with_time_zone("made_at"))
        .col(integer("sequence").check(Expr::col("sequence").gte(0)))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone_null("moved_from"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .col(uuid_null("cancelled_by"))
        .col(uuid_null("meeting_id"))
        .check(Expr::col("cancelled_at").is_null().or(Expr::col("meeting_id").is_null()))
        .foreign_key(&mut reference(("planned_meetings", "course_id"), "courses"))
        .foreign_key(&mut reference(("planned_meetings", "suggested_by"), "users"))
        .foreign_key(&mut reference(("planned_meetings", "cancelled_by"), "users"))
        .foreign_key(&mut reference(("planned_meetings", "meeting_id"), "meetings"))
        .to_owned()
}

/// The version before knows no messages of this sort. What had not left is not sent.
const MESSAGES_OF_BEFORE: &str = "UPDATE messages SET category = 'case', next_try_at = NULL, \
    unwanted = COALESCE(unwanted, CASE WHEN next_try_at IS NOT NULL THEN 'settled' END), \
    unwanted_at = COALESCE(unwanted_at, CASE WHEN next_try_at IS NOT NULL THEN due_at END) \
    WHERE category = 'meeting'";
