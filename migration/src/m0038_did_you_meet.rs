//! Questions to both sides whether they have met: one row for each occasion, with what each said and what came of it. And the
//! steps that are taken when a young person falls silent.

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
        manager.create_table(meeting_questions()).await?;
        // Each day is asked about once, whoever asks; and an agreed meeting once, also when it is moved.
        manager.create_index(index("meeting_questions", &["course_id", "about_on"]).unique().to_owned()).await?;
        manager.create_index(index("meeting_questions", &["planned_meeting_id"]).unique().to_owned()).await?;
        // One meeting is the answer to one question.
        manager.create_index(index("meeting_questions", &["meeting_id"]).unique().to_owned()).await?;
        let open = Expr::col("settled_at").is_null();
        manager.create_index(index("meeting_questions", &["asked_at"]).and_where(open).to_owned()).await?;
        manager.create_table(silence_steps()).await?;
        // Each step is taken once in a silence, whoever takes it.
        let once = index("silence_steps", &["course_id", "since_on", "step"]).unique().to_owned();
        manager.create_index(once).await?;
        let open = Expr::col("done_at").is_null();
        manager.create_index(index("silence_steps", &["taken_on"]).and_where(open).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Links of these purposes open nothing in the version before, which cannot read them either.
        let gone = "DELETE FROM links WHERE purpose IN ('proposal', 'met_mentor', 'met_mentee', 'silence_mentee', 'silence_referrer')";
        manager.get_connection().execute_unprepared(gone).await?;
        drop_tables(manager, &["silence_steps", "meeting_questions"]).await
    }
}

fn meeting_questions() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("meeting_questions")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(uuid_null("planned_meeting_id"))
        .col(date("about_on"))
        .col(date("since_on"))
        .col(timestamp_with_time_zone("asked_at"));
    for side in ["mentor", "mentee"] {
        table
            .col(string_len_null(format!("{side}_said"), 8))
            .col(timestamp_with_time_zone_null(format!("{side}_said_at")))
            .col(date_null(format!("{side}_met_on")))
            .col(string_len_null(format!("{side}_why"), 16));
    }
    table
        .col(date_null("next_on"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(uuid_null("settled_by"))
        .col(string_len_null("outcome", 8))
        .col(uuid_null("meeting_id"))
        .col(text_null("note"))
        .check(Expr::col("meeting_id").is_null().or(Expr::col("settled_at").is_not_null()))
        .check(Expr::col("outcome").is_null().or(Expr::col("settled_at").is_not_null()))
        .foreign_key(&mut reference(("meeting_questions", "course_id"), "courses"))
        .foreign_key(&mut reference(("meeting_questions", "planned_meeting_id"), "planned_meetings"))
        .foreign_key(&mut reference(("meeting_questions", "settled_by"), "users"))
        .foreign_key(&mut reference(("meeting_questions", "meeting_id"), "meetings"))
        .to_owned()
}

fn silence_steps() -> TableCreateStatement {
    Table::create()
        .table("silence_steps")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(date("since_on"))
        .col(string_len("step", 16))
        .col(date("taken_on"))
        .col(string_len_null("answer", 16))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone_null("done_at"))
        .col(uuid_null("done_by"))
        .check(Expr::col("answer").is_null().or(Expr::col("answered_at").is_not_null()))
        .foreign_key(&mut reference(("silence_steps", "course_id"), "courses"))
        .foreign_key(&mut reference(("silence_steps", "done_by"), "users"))
        .to_owned()
}
