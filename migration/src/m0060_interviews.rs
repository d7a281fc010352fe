//! Who agrees to be interviewed, samples drawn for an evaluator, and what came of each who was drawn.

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
        manager.create_table(interview_consents()).await?;
        // One yes at a time, whoever writes.
        for whose in ["mentor_id", "user_id"] {
            let standing = Expr::col("withdrawn_on").is_null().and(Expr::col(whose).is_not_null());
            let once = index("interview_consents", &[whose]).unique().and_where(standing).to_owned();
            manager.create_index(once).await?;
        }
        manager.create_table(interview_samples()).await?;
        manager.create_table(interview_strata()).await?;
        let once = index("interview_strata", &["sample_id", "stratum"]).unique().to_owned();
        manager.create_index(once).await?;
        manager.create_table(interviewees()).await?;
        let once = index("interviewees", &["sample_id", "stratum", "position"]).unique().to_owned();
        manager.create_index(once).await?;
        manager.create_index(index("interviewees", &["course_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // An older program knows neither the purpose of the links nor that of the consents.
        for gone in
            ["DELETE FROM links WHERE purpose = 'interview'", "DELETE FROM consents WHERE purpose = 'interview'"]
        {
            manager.get_connection().execute_unprepared(gone).await?;
        }
        drop_tables(manager, &["interviewees", "interview_strata", "interview_samples", "interview_consents"]).await
    }
}

fn interview_consents() -> TableCreateStatement {
    let is_of_one = Expr::col("mentor_id").is_null().and(Expr::col("user_id").is_not_null());
    let is_of_one = is_of_one.or(Expr::col("mentor_id").is_not_null().and(Expr::col("user_id").is_null()));
    Table::create()
        .table("interview_consents")
        .col(pk_uuid("id"))
        .col(uuid_null("mentor_id"))
        .col(uuid_null("user_id"))
        .col(integer("text_version"))
        .col(date("given_on"))
        .col(date_null("withdrawn_on"))
        .col(boolean("was_given"))
        .col(uuid_null("recorded_by"))
        .check(is_of_one)
        .foreign_key(&mut reference(("interview_consents", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("interview_consents", "user_id"), "users"))
        .foreign_key(&mut reference(("interview_consents", "recorded_by"), "users"))
        .to_owned()
}

fn interview_samples() -> TableCreateStatement {
    Table::create()
        .table("interview_samples")
        .col(pk_uuid("id"))
        .col(integer("rule"))
        .col(string_len("seed", 40))
        .col(date("from_on"))
        .col(date("to_on"))
        .col(uuid_null("partner_id"))
        .col(timestamp_with_time_zone("drawn_at"))
        .col(uuid("drawn_by"))
        .check(Expr::col("to_on").gte(Expr::col("from_on")))
        .foreign_key(&mut reference(("interview_samples", "partner_id"), "partners"))
        .foreign_key(&mut reference(("interview_samples", "drawn_by"), "users"))
        .to_owned()
}

fn interview_strata() -> TableCreateStatement {
    Table::create()
        .table("interview_strata")
        .col(pk_uuid("id"))
        .col(uuid("sample_id"))
        .col(string_len("stratum", 16))
        .col(integer("wanted"))
        .col(integer("frame"))
        .col(integer("without_consent"))
        .col(integer("minors"))
        .foreign_key(&mut reference(("interview_strata", "sample_id"), "interview_samples"))
        .to_owned()
}

fn interviewees() -> TableCreateStatement {
    let said = Expr::col("says").is_null().and(Expr::col("answered_on").is_null());
    let said = said.or(Expr::col("says").is_not_null().and(Expr::col("answered_on").is_not_null()));
    Table::create()
        .table("interviewees")
        .col(pk_uuid("id"))
        .col(uuid("sample_id"))
        .col(string_len("stratum", 16))
        .col(integer("position"))
        .col(uuid("course_id"))
        .col(uuid_null("mentor_id"))
        .col(uuid_null("user_id"))
        .col(date_null("invited_on"))
        .col(date_null("answered_on"))
        .col(string_len_null("says", 8))
        .col(text_null("wishes"))
        .col(uuid_null("answer_by"))
        .col(date_null("interviewed_on"))
        .check(said)
        .foreign_key(&mut reference(("interviewees", "sample_id"), "interview_samples"))
        .foreign_key(&mut reference(("interviewees", "course_id"), "courses"))
        .foreign_key(&mut reference(("interviewees", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("interviewees", "user_id"), "users"))
        .foreign_key(&mut reference(("interviewees", "answer_by"), "users"))
        .to_owned()
}
