//! Who of staff sees to what and since when, and who is away and whose deputy steps in. People have a phone to be called on.

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
        manager.alter_table(Table::alter().table("users").add_column(string_len_null("phone", 20)).to_owned()).await?;
        manager.create_table(responsibilities()).await?;
        manager.create_table(absences()).await?;
        // One thing is one person's at a time, whoever presses a button at once.
        let now = Expr::col("until").is_null();
        manager
            .create_index(index("responsibilities", &["thing_id"]).unique().and_where(now.clone()).to_owned())
            .await?;
        manager.create_index(index("responsibilities", &["user_id", "thing"]).and_where(now).to_owned()).await?;
        for index in [
            index("responsibilities", &["thing_id", "since"]),
            index("absences", &["user_id", "from_on"]),
            index("absences", &["deputy_id", "until_on"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["absences", "responsibilities"]).await?;
        manager.alter_table(Table::alter().table("users").drop_column("phone").to_owned()).await
    }
}

/// Ids are of one thing alone; the word beside them tells which table it is in.
fn responsibilities() -> TableCreateStatement {
    Table::create()
        .table("responsibilities")
        .col(pk_uuid("id"))
        .col(string_len("thing", 16))
        .col(uuid("thing_id"))
        .col(uuid("user_id"))
        .col(date("since"))
        .col(date_null("until"))
        .col(uuid_null("set_by"))
        .check(Expr::col("until").is_null().or(Expr::col("until").gte(Expr::col("since"))))
        .foreign_key(&mut reference(("responsibilities", "user_id"), "users"))
        .foreign_key(&mut reference(("responsibilities", "set_by"), "users"))
        .to_owned()
}

fn absences() -> TableCreateStatement {
    Table::create()
        .table("absences")
        .col(pk_uuid("id"))
        .col(uuid("user_id"))
        .col(uuid_null("deputy_id"))
        .col(date("from_on"))
        .col(date("until_on"))
        .col(date_null("ended_on"))
        .col(uuid_null("entered_by"))
        .col(timestamp_with_time_zone("entered_at"))
        .check(Expr::col("until_on").gte(Expr::col("from_on")))
        .check(Expr::col("deputy_id").is_null().or(Expr::col("deputy_id").ne(Expr::col("user_id"))))
        .foreign_key(&mut reference(("absences", "user_id"), "users"))
        .foreign_key(&mut reference(("absences", "deputy_id"), "users"))
        .foreign_key(&mut reference(("absences", "entered_by"), "users"))
        .to_owned()
}
