//! Courses with what happens in them: goals, extensions, pauses, meetings.

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
        for table in [courses(), goals(), course_extensions(), course_pauses(), meetings()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("courses", &["referral_id"]),
            index("courses", &["mentor_id"]),
            index("courses", &["ended_on"]),
            index("goals", &["course_id"]),
            index("course_extensions", &["course_id"]),
            index("course_pauses", &["course_id"]),
            index("meetings", &["course_id", "held_on"]),
        ] {
            manager.create_index(index).await?;
        }
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("ux_courses_open_referral")
                    .table("courses")
                    .col("referral_id")
                    .and_where(Expr::col("ended_on").is_null())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["meetings", "course_pauses", "course_extensions", "goals", "courses"]).await
    }
}

/// A running course holds a seat: the first check refuses one without.
fn courses() -> TableCreateStatement {
    Table::create()
        .table("courses")
        .col(pk_uuid("id"))
        .col(string_len_uniq("reference", 40))
        .col(uuid("referral_id"))
        .col(uuid("mentor_id"))
        .col(uuid_null("proposal_id"))
        .col(uuid_null("rematch_of").unique_key())
        .col(uuid_null("seat_hold_id").unique_key())
        .col(date("matched_on"))
        .col(date("planned_end_on"))
        .col(text_null("goal"))
        .col(text_null("role_agreement"))
        .col(string_len_null("rhythm", 120))
        .col(date_null("ended_on"))
        .col(string_len_null("ended_by", 16))
        .col(string_len_null("interruption_reason", 40))
        .col(text_null("ending_note"))
        .col(text_null("onward_plan"))
        .col(text_null("handover"))
        .col(string_len_null("class_override", 16))
        .col(text_null("override_reason"))
        .col(string_len_null("second_route_name", 120))
        .col(string_len_null("second_route_phone", 20))
        .col(integer("version").default(0))
        .check(Expr::col("ended_on").is_not_null().or(Expr::col("seat_hold_id").is_not_null()))
        .check(Expr::col("ended_on").is_null().or(Expr::col("ended_on").gte(Expr::col("matched_on"))))
        .foreign_key(&mut reference(("courses", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("courses", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("courses", "proposal_id"), "proposals"))
        .foreign_key(&mut reference(("courses", "rematch_of"), "courses"))
        .foreign_key(&mut reference(("courses", "seat_hold_id"), "seat_holds"))
        .to_owned()
}

fn goals() -> TableCreateStatement {
    Table::create()
        .table("goals")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(integer("position"))
        .col(text("text"))
        .col(date_null("reached_on"))
        .foreign_key(&mut reference(("goals", "course_id"), "courses"))
        .to_owned()
}

fn course_extensions() -> TableCreateStatement {
    Table::create()
        .table("course_extensions")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(date("planned_end_before"))
        .col(date("planned_end_after"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("extended_at"))
        .col(uuid_null("extended_by"))
        .foreign_key(&mut reference(("course_extensions", "course_id"), "courses"))
        .foreign_key(&mut reference(("course_extensions", "extended_by"), "users"))
        .to_owned()
}

fn course_pauses() -> TableCreateStatement {
    Table::create()
        .table("course_pauses")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(date("from_on"))
        .col(date_null("until_on"))
        .col(text("reason"))
        .foreign_key(&mut reference(("course_pauses", "course_id"), "courses"))
        .to_owned()
}

fn meetings() -> TableCreateStatement {
    Table::create()
        .table("meetings")
        .col(pk_uuid("id"))
        .col(uuid("course_id"))
        .col(date("held_on"))
        .col(integer_null("minutes"))
        .col(string_len_null("channel", 16))
        .col(string_len("attendance", 24).check(Expr::col("attendance").is_in([
            "held",
            "cancelled_by_mentee",
            "cancelled_by_mentor",
            "mentee_no_show",
            "mentor_no_show",
        ])))
        .col(text_null("note"))
        .col(uuid_null("logged_by"))
        .col(timestamp_with_time_zone("logged_at"))
        .foreign_key(&mut reference(("meetings", "course_id"), "courses"))
        .foreign_key(&mut reference(("meetings", "logged_by"), "users"))
        .to_owned()
}
