//! Follow-ups that are planned with the two of a course, and each try to reach them with what was said.

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
        manager.create_table(follow_ups()).await?;
        let once = index("follow_ups", &["course_id", "side", "number"]).unique().to_owned();
        manager.create_index(once).await?;
        // Of each side one at a time is to be done.
        let one = index("follow_ups", &["course_id", "side"]).unique().and_where(open()).to_owned();
        manager.create_index(one).await?;
        manager.create_index(index("follow_ups", &["due_on"]).and_where(open()).to_owned()).await?;
        manager.create_table(follow_up_tries()).await?;
        // Of two that are written at once one is refused; and what is corrected is corrected once.
        let once = index("follow_up_tries", &["follow_up_id", "number"]).unique().to_owned();
        manager.create_index(once).await?;
        manager.create_index(index("follow_up_tries", &["replaces"]).unique().to_owned()).await?;
        let waits = Expr::col("step_on").is_not_null().and(Expr::col("step_done_on").is_null());
        manager.create_index(index("follow_up_tries", &["step_on"]).and_where(waits).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["follow_up_tries", "follow_ups"]).await
    }
}

/// Neither done nor given up.
fn open() -> Expr {
    Expr::col("reached_on").is_null().and(Expr::col("not_reached_on").is_null())
}

fn follow_ups() -> TableCreateStatement {
    Table::create()
        .table("follow_ups")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(string_len("side", 16))
        .col(integer("number").check(Expr::col("number").gte(1)))
        .col(date("planned_on"))
        .col(date("due_on"))
        .col(date_null("reached_on"))
        .col(date_null("not_reached_on"))
        .check(Expr::col("reached_on").is_null().or(Expr::col("not_reached_on").is_null()))
        .foreign_key(&mut reference(("follow_ups", "course_id"), "courses"))
        .to_owned()
}

fn follow_up_tries() -> TableCreateStatement {
    let is_answered = || Expr::col("result").eq("answered");
    Table::create()
        .table("follow_up_tries")
        .col(pk_uuid("id"))
        .col(uuid("follow_up_id"))
        .col(timestamp_with_time_zone("tried_at"))
        .col(string_len("channel", 16))
        .col(string_len("result", 24))
        .col(text_null("said"))
        .col(string_len_null("mood", 16))
        .col(boolean("has_begun"))
        .col(string_len_null("review", 16))
        .col(string_len_null("step", 200))
        .col(date_null("step_on"))
        .col(date_null("step_done_on"))
        .col(uuid_null("step_done_by"))
        .col(uuid("told_by"))
        .col(timestamp_with_time_zone("told_at"))
        .col(integer("number").check(Expr::col("number").gte(1)))
        .col(uuid_null("replaces"))
        .check(Expr::col("mood").is_null().or(is_answered()))
        .check(Expr::col("review").is_null().or(is_answered()))
        .check(Expr::col("step_on").is_null().or(Expr::col("step").is_not_null()))
        .check(Expr::col("step_done_on").is_null().or(Expr::col("step_on").is_not_null()))
        .foreign_key(&mut reference(("follow_up_tries", "follow_up_id"), "follow_ups"))
        .foreign_key(&mut reference(("follow_up_tries", "told_by"), "users"))
        .foreign_key(&mut reference(("follow_up_tries", "step_done_by"), "users"))
        .foreign_key(&mut reference(("follow_up_tries", "replaces"), "follow_up_tries"))
        .to_owned()
}
