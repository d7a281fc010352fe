//! What the two of a course have agreed becomes dated versions, each confirmed by both; a step on the way has a day.

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
        manager.create_table(course_agreements()).await?;
        let once = index("course_agreements", &["course_id", "version"]).unique().to_owned();
        manager.create_index(once).await?;
        manager.get_connection().execute_unprepared(&first_versions(manager.get_database_backend())).await?;
        manager.alter_table(Table::alter().table("goals").add_column(date_null("due_on")).to_owned()).await?;
        let open = Expr::col("reached_on").is_null().and(Expr::col("due_on").is_not_null());
        manager.create_index(index("goals", &["due_on"]).and_where(open).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Links of these purposes open nothing in the version before, which cannot read them either.
        let gone = "DELETE FROM links WHERE purpose IN ('agreement_mentor', 'agreement_mentee')";
        manager.get_connection().execute_unprepared(gone).await?;
        manager.drop_index(Index::drop().name("ix_goals_due_on").table("goals").to_owned()).await?;
        manager.alter_table(Table::alter().table("goals").drop_column("due_on").to_owned()).await?;
        drop_tables(manager, &["course_agreements"]).await
    }
}

fn course_agreements() -> TableCreateStatement {
    Table::create()
        .table("course_agreements")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(integer("version").check(Expr::col("version").gte(1)))
        .col(text("goal"))
        .col(text_null("role_agreement"))
        .col(integer_null("rhythm_days"))
        .col(string_len_null("rhythm", 120))
        .col(text_null("contact"))
        .col(text_null("complaints"))
        .col(timestamp_with_time_zone("made_at"))
        .col(uuid_null("made_by"))
        .col(timestamp_with_time_zone_null("mentor_confirmed_at"))
        .col(timestamp_with_time_zone_null("mentee_confirmed_at"))
        .foreign_key(&mut reference(("course_agreements", "course_id"), "courses"))
        .foreign_key(&mut reference(("course_agreements", "made_by"), "users"))
        .to_owned()
}

/// What stands is the first version, under the id of its course, of the day on which it was last written down. Nobody has
/// confirmed it.
fn first_versions(backend: DbBackend) -> String {
    let matched_at = match backend {
        DbBackend::Postgres => "CAST(c.matched_on AS timestamptz)",
        _ => "c.matched_on || 'T00:00:00+00:00'",
    };
    format!(
        "INSERT INTO course_agreements (id, course_id, version, goal, role_agreement, rhythm_days, rhythm, made_at) \
         SELECT c.id, c.id, 1, c.goal, c.role_agreement, c.rhythm_days, c.rhythm, \
         COALESCE((SELECT MAX(x.at) FROM changes x WHERE x.subject = 'course' AND x.subject_id = c.id \
         AND x.action = 'agreed'), {matched_at}) FROM courses c WHERE c.goal IS NOT NULL"
    )
}
