//! What mentors are told a year after their courses.

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
        manager.create_table(year_letters()).await?;
        let once = index("year_letters", &["mentor_id", "told_on"]).unique().to_owned();
        manager.create_index(once).await?;
        manager.create_table(year_letter_surveys()).await?;
        manager.create_index(index("year_letter_surveys", &["year_letter_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["year_letter_surveys", "year_letters"]).await
    }
}

fn year_letters() -> TableCreateStatement {
    Table::create()
        .table("year_letters")
        .col(pk_uuid("id"))
        .col(uuid("mentor_id"))
        .col(date("told_on"))
        .col(boolean("is_own"))
        .col(big_integer("known").check(Expr::col("known").gte(3)))
        .col(big_integer("in_activity"))
        .foreign_key(&mut reference(("year_letters", "mentor_id"), "mentors"))
        .to_owned()
}

fn year_letter_surveys() -> TableCreateStatement {
    Table::create()
        .table("year_letter_surveys")
        .col(pk_uuid("survey_id"))
        .col(uuid("year_letter_id"))
        .foreign_key(&mut reference(("year_letter_surveys", "survey_id"), "surveys"))
        .foreign_key(&mut reference(("year_letter_surveys", "year_letter_id"), "year_letters"))
        .to_owned()
}
