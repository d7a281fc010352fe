//! Somebody stands in for the mentor of a course who is away, from a day to a day.

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
        manager.create_table(stand_ins()).await?;
        manager.create_index(index("stand_ins", &["mentor_id"])).await?;
        // Two that begin on one day are refused whoever writes; that no others overlap is seen to under the lock of the course.
        let kept = Expr::col("ended_at").is_null();
        let once = index("stand_ins", &["course_id", "from_on"]).unique().and_where(kept).to_owned();
        manager.create_index(once).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Nobody answers by a link of theirs any more.
        let links = "DELETE FROM links WHERE purpose IN ('met_stand_in', 'advice')";
        manager.get_connection().execute_unprepared(links).await?;
        drop_tables(manager, &["stand_ins"]).await
    }
}

fn stand_ins() -> TableCreateStatement {
    Table::create()
        .table("stand_ins")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(uuid("mentor_id"))
        .col(date("from_on"))
        .col(date("until_on"))
        .col(timestamp_with_time_zone("named_at"))
        .col(uuid("named_by"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(uuid_null("ended_by"))
        .check(Expr::col("until_on").gte(Expr::col("from_on")))
        .foreign_key(&mut reference(("stand_ins", "course_id"), "courses"))
        .foreign_key(&mut reference(("stand_ins", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("stand_ins", "named_by"), "users"))
        .foreign_key(&mut reference(("stand_ins", "ended_by"), "users"))
        .to_owned()
}
