//! Onward plans are dated facts, asked for once for each planned end; and a mentor asks for advice by a link too, so that nobody
//! may have signed in.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::{drop_tables, index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(onward_plans()).await?;
        manager.create_index(index("onward_plans", &["course_id"])).await?;
        manager.create_table(onward_questions()).await?;
        let once = index("onward_questions", &["course_id", "planned_end_on"]).unique().to_owned();
        manager.create_index(once).await?;
        asked_by(manager, true).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_nobody = "DELETE FROM advice_requests WHERE asked_by IS NULL";
        manager.get_connection().execute_unprepared(by_nobody).await?;
        asked_by(manager, false).await?;
        drop_tables(manager, &["onward_questions", "onward_plans"]).await
    }
}

fn onward_plans() -> TableCreateStatement {
    let said = Expr::col("onward").is_not_null().or(Expr::col("none_because").is_not_null());
    Table::create()
        .table("onward_plans")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(text_null("step_down"))
        .col(text_null("onward"))
        .col(string_len_null("none_because", 16))
        .col(timestamp_with_time_zone("told_at"))
        .col(uuid_null("told_by"))
        .col(boolean("by_mentor"))
        .check(said)
        .foreign_key(&mut reference(("onward_plans", "course_id"), "courses"))
        .foreign_key(&mut reference(("onward_plans", "told_by"), "users"))
        .to_owned()
}

fn onward_questions() -> TableCreateStatement {
    Table::create()
        .table("onward_questions")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(date("planned_end_on"))
        .col(date("asked_on"))
        .foreign_key(&mut reference(("onward_questions", "course_id"), "courses"))
        .to_owned()
}

/// Whether a question for advice may be nobody's who signed in. SQLite changes no column: there the table is made anew.
async fn asked_by(manager: &SchemaManager<'_>, may_be_nobody: bool) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        let change = if may_be_nobody { "DROP" } else { "SET" };
        let change = format!("ALTER TABLE advice_requests ALTER COLUMN asked_by {change} NOT NULL");
        connection.execute_unprepared(&change).await?;
        return Ok(());
    }
    manager.rename_table(Table::rename().table("advice_requests", "advice_requests_before").to_owned()).await?;
    manager.create_table(advice_requests(may_be_nobody)).await?;
    connection.execute_unprepared("INSERT INTO advice_requests SELECT * FROM advice_requests_before").await?;
    drop_tables(manager, &["advice_requests_before"]).await?;
    manager.create_index(index("advice_requests", &["course_id"])).await?;
    let waits = Expr::col("answered_at").is_null();
    manager.create_index(index("advice_requests", &["asked_at"]).and_where(waits).to_owned()).await
}

/// As it was made, but for who asked.
fn advice_requests(may_be_nobody: bool) -> TableCreateStatement {
    let asked_by = if may_be_nobody { uuid_null("asked_by") } else { uuid("asked_by") };
    let answered = Expr::col("answered_at").is_null().or(Expr::col("answer").is_not_null());
    Table::create()
        .table("advice_requests")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(text("text"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(asked_by)
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(uuid_null("answered_by"))
        .col(text_null("answer"))
        .check(answered)
        .foreign_key(&mut reference(("advice_requests", "course_id"), "courses"))
        .foreign_key(&mut reference(("advice_requests", "asked_by"), "users"))
        .foreign_key(&mut reference(("advice_requests", "answered_by"), "users"))
        .to_owned()
}
