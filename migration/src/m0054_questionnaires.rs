//! Questionnaires: what one side of a course is asked in one instrument, and each answer with what stood before it.

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
        manager.create_table(questionnaires()).await?;
        let standing =
            index("questionnaires", &["course_id", "instrument"]).name("ux_questionnaires_standing").to_owned();
        manager.create_index(only_where(standing, "closed_on")).await?;
        manager.create_index(index("questionnaires", &["closes_on"])).await?;
        manager.create_table(answers()).await?;
        manager.create_index(index("questionnaire_answers", &["questionnaire_id"])).await?;
        let current = index("questionnaire_answers", &["questionnaire_id", "item"])
            .name("ux_questionnaire_answers_current")
            .to_owned();
        manager.create_index(only_where(current, "until_on")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Nobody answers by a link of theirs any more, and what an older program does not know is told in its words.
        for gone in [
            "DELETE FROM links WHERE purpose IN ('questionnaire_mentee', 'questionnaire_mentor', \
             'questionnaire_referrer', 'quiet_test')",
            "UPDATE contact_attempts SET result = 'unable' WHERE result = 'dead'",
        ] {
            manager.get_connection().execute_unprepared(gone).await?;
        }
        drop_tables(manager, &["questionnaire_answers", "questionnaires"]).await
    }
}

/// At most one of the rows in which this column says nothing.
fn only_where(index: IndexCreateStatement, column: &'static str) -> IndexCreateStatement {
    index.clone().unique().and_where(Expr::col(column).is_null()).to_owned()
}

fn questionnaires() -> TableCreateStatement {
    Table::create()
        .table("questionnaires")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(string_len("instrument", 40))
        .col(integer("version"))
        .col(string_len("side", 16))
        .col(date("ended_on"))
        .col(date("opened_on"))
        .col(date_null("asked_on"))
        .col(date_null("asked_again_on"))
        .col(date("closes_on"))
        .col(date_null("closed_on"))
        .foreign_key(&mut reference(("questionnaires", "course_id"), "courses"))
        .to_owned()
}

fn answers() -> TableCreateStatement {
    let (value, missing) = (|| Expr::col("value"), || Expr::col("missing"));
    let said = value().is_not_null().and(missing().is_null());
    let not_said = value().is_null().and(missing().is_not_null());
    Table::create()
        .table("questionnaire_answers")
        .col(pk_uuid("id"))
        .col(uuid("questionnaire_id"))
        .col(string_len("item", 40))
        .col(text_null("value"))
        .col(string_len_null("missing", 16))
        .col(integer("version"))
        .col(string_len("through", 16))
        .col(string_len("language", 8))
        .col(date("answered_on"))
        .col(timestamp_with_time_zone("written_at"))
        .col(uuid_null("written_by"))
        .col(date_null("until_on"))
        .check(said.or(not_said))
        .foreign_key(&mut reference(("questionnaire_answers", "questionnaire_id"), "questionnaires"))
        .foreign_key(&mut reference(("questionnaire_answers", "written_by"), "users"))
        .to_owned()
}
