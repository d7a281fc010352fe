//! What somebody is worried about in a course, from when until when contact between the two is stopped, and the municipality's
//! number beside it.

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
        manager.create_table(concerns()).await?;
        manager.create_table(contact_stops()).await?;
        manager.create_index(index("concerns", &["course_id"])).await?;
        let open = index("concerns", &["raised_at"]).and_where(Expr::col("closed_on").is_null()).to_owned();
        manager.create_index(open).await?;
        // Of two who stop the same contact at once, one does.
        let once =
            index("contact_stops", &["course_id"]).unique().and_where(Expr::col("lifted_at").is_null()).to_owned();
        manager.create_index(once).await?;
        manager.create_index(index("contact_stops", &["concern_id"])).await?;
        let number = string_len_null("municipality_phone", 20);
        manager.alter_table(Table::alter().table("partners").add_column(number).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("partners").drop_column("municipality_phone").to_owned()).await?;
        drop_tables(manager, &["contact_stops", "concerns"]).await
    }
}

fn concerns() -> TableCreateStatement {
    let col = |name: &'static str| Expr::col(name);
    // What came of it, when and by whom stand together.
    let is_whole = col("closed_on").is_null().and(col("outcome").is_null()).and(col("closed_by").is_null());
    let is_whole = is_whole.or(col("closed_on").is_not_null().and(col("outcome").is_not_null()));
    Table::create()
        .table("concerns")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(string_len("side", 16))
        .col(uuid_null("raised_by"))
        .col(timestamp_with_time_zone("raised_at"))
        .col(text("said"))
        .col(boolean("wants_stop"))
        .col(timestamp_with_time_zone_null("taken_at"))
        .col(uuid_null("taken_by"))
        .col(timestamp_with_time_zone_null("passed_at"))
        .col(uuid_null("passed_to"))
        .col(string_len_null("outcome", 24))
        .col(text_null("outcome_note"))
        .col(date_null("closed_on"))
        .col(uuid_null("closed_by"))
        .check(is_whole)
        .foreign_key(&mut reference(("concerns", "course_id"), "courses"))
        .foreign_key(&mut reference(("concerns", "raised_by"), "users"))
        .foreign_key(&mut reference(("concerns", "taken_by"), "users"))
        .foreign_key(&mut reference(("concerns", "passed_to"), "users"))
        .foreign_key(&mut reference(("concerns", "closed_by"), "users"))
        .to_owned()
}

fn contact_stops() -> TableCreateStatement {
    let lifted = Expr::col("lifted_at").is_null().or(Expr::col("lift_reason").is_not_null());
    Table::create()
        .table("contact_stops")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(uuid("concern_id"))
        .col(timestamp_with_time_zone("stopped_at"))
        .col(uuid("stopped_by"))
        .col(timestamp_with_time_zone_null("lifted_at"))
        .col(uuid_null("lifted_by"))
        .col(text_null("lift_reason"))
        .check(lifted)
        .foreign_key(&mut reference(("contact_stops", "course_id"), "courses"))
        .foreign_key(&mut reference(("contact_stops", "concern_id"), "concerns"))
        .foreign_key(&mut reference(("contact_stops", "stopped_by"), "users"))
        .foreign_key(&mut reference(("contact_stops", "lifted_by"), "users"))
        .to_owned()
}
