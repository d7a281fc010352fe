//! What follows a no or an interruption: what staff declare, and the dated facts that come of it.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index, reference};

/// The longest rest or pause that can be declared, in calendar days.
const LONGEST: i32 = 3650;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(reason_consequences()).await?;
        for (table, _, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        manager.create_index(talks_asked_for()).await?;
        manager.get_connection().execute_unprepared(TALKS_STILL_OWED).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_referrals_talk_asked_on").table("referrals").to_owned()).await?;
        for (table, name, _) in columns() {
            manager.alter_table(Table::alter().table(table).drop_column(name).to_owned()).await?;
        }
        drop_tables(manager, &["reason_consequences"]).await
    }
}

/// SQLite adds them one by one.
fn columns() -> [(&'static str, &'static str, ColumnDef); 4] {
    [
        ("proposals", "rests_until", date_null("rests_until")),
        ("referrals", "talk_asked_on", date_null("talk_asked_on")),
        ("referrals", "rests_until", date_null("rests_until")),
        ("courses", "followed", json_binary_null("followed")),
    ]
}

/// Few referrals of many: the first page of staff asks for them each time.
fn talks_asked_for() -> IndexCreateStatement {
    let mut index = index("referrals", &["talk_asked_on"]);
    index.and_where(Expr::col("talk_asked_on").is_not_null());
    index
}

/// What staff declared instead of the default. Days: 0 is none, and nothing is without an end.
fn reason_consequences() -> TableCreateStatement {
    let within = |column: &'static str| {
        let days = || Expr::col(column);
        days().is_null().or(days().gte(0).and(days().lte(LONGEST)))
    };
    Table::create()
        .table("reason_consequences")
        .col(pk_uuid("id"))
        .col(string_len("occasion", 24))
        .col(string_len("reason", 40))
        .col(string_len("onward", 16))
        .col(integer_null("rest_days"))
        .col(integer_null("pause_days"))
        .col(uuid("changed_by"))
        .col(timestamp_with_time_zone("changed_at"))
        .check(Expr::col("occasion").is_in(["mentor_declined", "mentee_declined", "course_ended"]))
        .check(Expr::col("onward").is_in(["queue", "talk_first", "close"]))
        .check(within("rest_days"))
        .check(within("pause_days"))
        .index(Index::create().unique().name("ux_reason_consequences").col("occasion").col("reason"))
        .foreign_key(&mut reference(("reason_consequences", "changed_by"), "users"))
        .to_owned()
}

/// Until now a talk with the partner was read off the reason of the last course. Whoever is owed one keeps it.
const TALKS_STILL_OWED: &str = "UPDATE referrals SET talk_asked_on = \
    (SELECT max(c.ended_on) FROM courses c WHERE c.referral_id = referrals.id) \
    WHERE withdrawn_on IS NULL AND declined_on IS NULL \
    AND NOT EXISTS (SELECT 1 FROM courses c WHERE c.referral_id = referrals.id AND c.ended_on IS NULL) \
    AND EXISTS (SELECT 1 FROM courses c WHERE c.referral_id = referrals.id \
        AND c.interruption_reason IN ('not_ready', 'no_time', 'no_contact', 'concern', 'other') \
        AND coalesce(c.class_override, '') <> 'completed' \
        AND (referrals.requeued_on IS NULL OR referrals.requeued_on < c.ended_on) \
        AND (referrals.closed_on IS NULL OR referrals.closed_on < c.ended_on) \
        AND NOT EXISTS (SELECT 1 FROM courses n WHERE n.rematch_of = c.id))";
