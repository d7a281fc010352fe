//! What mentors are offered: onboarding, courses, supervision and exchange, with hours; and the advice that they ask for.

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
        manager.create_table(mentor_activities()).await?;
        // Somebody takes part in a thing once.
        let once = index("mentor_activities", &["mentor_id", "kind", "held_on"]).unique().to_owned();
        manager.create_index(once).await?;
        manager.create_table(advice_requests()).await?;
        manager.create_index(index("advice_requests", &["course_id"])).await?;
        let waits = Expr::col("answered_at").is_null();
        manager.create_index(index("advice_requests", &["asked_at"]).and_where(waits).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["advice_requests", "mentor_activities"]).await
    }
}

fn mentor_activities() -> TableCreateStatement {
    Table::create()
        .table("mentor_activities")
        .col(pk_uuid("id"))
        .col(uuid("mentor_id"))
        .col(string_len("kind", 16))
        .col(date("held_on"))
        .col(integer("minutes").check(Expr::col("minutes").between(1, 6000)))
        .col(string_len_null("title", 120))
        .col(uuid("added_by"))
        .col(timestamp_with_time_zone("added_at"))
        .foreign_key(&mut reference(("mentor_activities", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("mentor_activities", "added_by"), "users"))
        .to_owned()
}

fn advice_requests() -> TableCreateStatement {
    let answered = || Expr::col("answered_at").is_null();
    Table::create()
        .table("advice_requests")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(text("text"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(uuid("asked_by"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(uuid_null("answered_by"))
        .col(text_null("answer"))
        .check(answered().or(Expr::col("answer").is_not_null()))
        .foreign_key(&mut reference(("advice_requests", "course_id"), "courses"))
        .foreign_key(&mut reference(("advice_requests", "asked_by"), "users"))
        .foreign_key(&mut reference(("advice_requests", "answered_by"), "users"))
        .to_owned()
}
