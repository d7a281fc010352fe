//! Questionnaires are asked in waves: at the start of a course, while it runs, and at the end.

use sea_orm_migration::{prelude::*, schema::*};

use crate::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

const STANDING: &str = "ux_questionnaires_standing";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// What was asked before was asked at the end.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let wave = string_len("wave", 16).default("end").to_owned();
        manager.alter_table(Table::alter().table("questionnaires").add_column(wave).to_owned()).await?;
        rename(manager, "ended_on", "due_on").await?;
        standing(manager, &["course_id", "instrument", "wave"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // An older program knows the exit alone.
        let others = "SELECT id FROM questionnaires WHERE wave <> 'end' OR instrument NOT LIKE 'exit%'";
        for (table, column) in
            [("links", "subject_id"), ("questionnaire_answers", "questionnaire_id"), ("questionnaires", "id")]
        {
            let gone = format!("DELETE FROM {table} WHERE {column} IN ({others})");
            manager.get_connection().execute_unprepared(&gone).await?;
        }
        standing(manager, &["course_id", "instrument"]).await?;
        rename(manager, "due_on", "ended_on").await?;
        manager.alter_table(Table::alter().table("questionnaires").drop_column("wave").to_owned()).await
    }
}

async fn rename(manager: &SchemaManager<'_>, from: &'static str, to: &'static str) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table("questionnaires").rename_column(from, to).to_owned()).await
}

/// At most one of them that was not given up.
async fn standing(manager: &SchemaManager<'_>, columns: &[&'static str]) -> Result<(), DbErr> {
    manager.drop_index(Index::drop().name(STANDING).table("questionnaires").to_owned()).await?;
    let mut one = index("questionnaires", columns);
    one.name(STANDING).unique().and_where(Expr::col("closed_on").is_null());
    manager.create_index(one).await
}
