//! Surveys and the attempts to reach somebody for one.

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
        manager.create_table(surveys()).await?;
        manager.create_table(contact_attempts()).await?;
        manager.create_index(index("surveys", &["due_on"])).await?;
        manager.create_index(index("contact_attempts", &["course_id", "kind"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["contact_attempts", "surveys"]).await
    }
}

fn surveys() -> TableCreateStatement {
    Table::create()
        .table("surveys")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(string_len("kind", 16).check(Expr::col("kind").is_in(["exit", "twelve_month"])))
        .col(date("due_on"))
        .col(date_null("answered_on"))
        .col(string_len_null("status", 24))
        .col(string_len_null("answered_through", 16))
        .col(uuid_null("entered_by"))
        .col(date_null("not_reached_on"))
        .index(Index::create().unique().name("ux_surveys_course_kind").col("course_id").col("kind"))
        .foreign_key(&mut reference(("surveys", "course_id"), "courses"))
        .foreign_key(&mut reference(("surveys", "entered_by"), "users"))
        .to_owned()
}

/// An attempt may be recorded before its survey is: it hangs on the course and the kind.
fn contact_attempts() -> TableCreateStatement {
    Table::create()
        .table("contact_attempts")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(string_len("kind", 16).check(Expr::col("kind").is_in(["exit", "twelve_month"])))
        .col(date("attempted_on"))
        .col(string_len("channel", 16))
        .col(string_len("result", 24))
        .col(uuid_null("attempted_by"))
        .foreign_key(&mut reference(("contact_attempts", "course_id"), "courses"))
        .foreign_key(&mut reference(("contact_attempts", "attempted_by"), "users"))
        .to_owned()
}
