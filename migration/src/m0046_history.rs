//! Answers, endings and meetings keep what stood before, so that what was known on a past day can be told.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index, reference};

/// Since when each of these is known as it stands.
const KNOWN: [(&str, &str); 3] =
    [("meetings", "known_on"), ("courses", "ending_known_on"), ("surveys", "answer_known_on")];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in KNOWN {
            manager.alter_table(Table::alter().table(table).add_column(date_null(column)).to_owned()).await?;
        }
        manager.create_table(survey_answers()).await?;
        manager.create_table(past_endings()).await?;
        manager.create_table(past_meetings()).await?;
        manager.create_index(index("survey_answers", &["survey_id", "known_on"])).await?;
        let current = index("survey_answers", &["survey_id"]).name("ux_survey_answers_current").unique().to_owned();
        manager.create_index(current.clone().and_where(Expr::col("until_on").is_null()).to_owned()).await?;
        manager.create_index(index("past_endings", &["course_id"])).await?;
        manager.create_index(index("past_meetings", &["course_id"])).await?;
        manager.get_connection().execute_unprepared(FROM_SURVEYS).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["past_meetings", "past_endings", "survey_answers"]).await?;
        for (table, column) in KNOWN {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn survey_answers() -> TableCreateStatement {
    Table::create()
        .table("survey_answers")
        .col(pk_uuid("id"))
        .col(uuid("survey_id"))
        .col(string_len_null("status", 24))
        .col(date_null("answered_on"))
        .col(date("known_on"))
        .col(timestamp_with_time_zone_null("written_at"))
        .col(string_len_null("answered_through", 16))
        .col(uuid_null("entered_by"))
        .col(string_len_null("language", 8))
        .col(integer("item_version"))
        .col(date_null("until_on"))
        .foreign_key(&mut reference(("survey_answers", "survey_id"), "surveys"))
        .foreign_key(&mut reference(("survey_answers", "entered_by"), "users"))
        .to_owned()
}

fn past_endings() -> TableCreateStatement {
    Table::create()
        .table("past_endings")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(date("planned_end_on"))
        .col(date("ended_on"))
        .col(string_len_null("ended_by", 16))
        .col(string_len_null("interruption_reason", 40))
        .col(string_len_null("class_override", 16))
        .col(date("known_on"))
        .col(date("until_on"))
        .foreign_key(&mut reference(("past_endings", "course_id"), "courses"))
        .to_owned()
}

/// A removed meeting is gone, so nothing points to it.
fn past_meetings() -> TableCreateStatement {
    Table::create()
        .table("past_meetings")
        .col(pk_uuid("id"))
        .col(uuid("meeting_id"))
        .col(uuid("course_id"))
        .col(date("held_on"))
        .col(string_len("attendance", 24))
        .col(date("known_on"))
        .col(date("until_on"))
        .foreign_key(&mut reference(("past_meetings", "course_id"), "courses"))
        .to_owned()
}

/// The answers that are there, each as the first to its survey. When they were written down is not known.
const FROM_SURVEYS: &str = "
INSERT INTO survey_answers (id, survey_id, status, answered_on, known_on, answered_through, entered_by, item_version)
SELECT id, id, status, answered_on, answered_on, answered_through, entered_by, 1
FROM surveys WHERE answered_on IS NOT NULL AND status IS NOT NULL";
