//! After a follow-up whoever referred is told, or it is said that they need not be. A step on the way to a goal has the day on
//! which it was set. Of what a file brings in the clock writes nothing that was due before, until staff say so.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::ConnectionTrait};

use crate::{drop_tables, index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

const FOLLOW_UPS: &str = "follow_ups";
const GOALS: &str = "goals";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let told = date_null("partner_told_on");
        manager.alter_table(Table::alter().table(FOLLOW_UPS).add_column(told).to_owned()).await?;
        // Nobody is asked today about what was done long ago.
        let before = "UPDATE follow_ups SET partner_told_on = COALESCE(reached_on, not_reached_on)";
        manager.get_connection().execute_unprepared(before).await?;
        let is_done = Expr::col("reached_on").is_not_null().or(Expr::col("not_reached_on").is_not_null());
        let untold = index(FOLLOW_UPS, &["partner_told_on", "course_id"]).and_where(is_done).to_owned();
        manager.create_index(untold).await?;
        manager.alter_table(Table::alter().table(GOALS).add_column(date_null("set_on")).to_owned()).await?;
        for table in [imports(), imported_things(), held_letters()] {
            manager.create_table(table).await?;
        }
        manager.create_index(index("imported_things", &["import_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["held_letters", "imported_things", "imports"]).await?;
        let untold = Index::drop().name("ix_follow_ups_partner_told_on_course_id").table(FOLLOW_UPS).to_owned();
        manager.drop_index(untold).await?;
        manager.alter_table(Table::alter().table(FOLLOW_UPS).drop_column("partner_told_on").to_owned()).await?;
        manager.alter_table(Table::alter().table(GOALS).drop_column("set_on").to_owned()).await
    }
}

fn imports() -> TableCreateStatement {
    Table::create()
        .table("imports")
        .col(pk_uuid("id"))
        .col(timestamp_with_time_zone("imported_at"))
        .col(date_null("decided_on"))
        .col(uuid_null("decided_by"))
        .col(boolean("writes"))
        .foreign_key(&mut reference(("imports", "decided_by"), "users"))
        .to_owned()
}

fn imported_things() -> TableCreateStatement {
    Table::create()
        .table("imported_things")
        .col(pk_uuid("thing_id"))
        .col(uuid("import_id"))
        .foreign_key(&mut reference(("imported_things", "import_id"), "imports"))
        .to_owned()
}

fn held_letters() -> TableCreateStatement {
    Table::create()
        .table("held_letters")
        .col(uuid("import_id"))
        .col(string_len("job", 40))
        .col(integer("count").check(Expr::col("count").gt(0)))
        .col(date("found_on"))
        .primary_key(Index::create().col("import_id").col("job"))
        .foreign_key(&mut reference(("held_letters", "import_id"), "imports"))
        .to_owned()
}
