//! What staff put aside on the page of today until a day, with why; and indexes that find what waits without looking at what
//! does not.

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
        manager.create_table(today_snoozes()).await?;
        // A thing is put aside once for each reason that it is there, whoever presses at once.
        let now = Expr::col("ended_at").is_null();
        let once = index("today_snoozes", &["kind", "subject_id"]).unique().and_where(now).to_owned();
        manager.create_index(once).await?;
        manager.create_index(index("today_snoozes", &["until_on"])).await?;
        for index in waiting() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in NAMES {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        drop_tables(manager, &["today_snoozes"]).await
    }
}

fn today_snoozes() -> TableCreateStatement {
    Table::create()
        .table("today_snoozes")
        .col(pk_uuid("id"))
        .col(string_len("kind", 32))
        .col(uuid("subject_id"))
        .col(date_null("since"))
        .col(date("until_on"))
        .col(string_len("reason", 16))
        .col(uuid("snoozed_by"))
        .col(timestamp_with_time_zone("snoozed_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .foreign_key(&mut reference(("today_snoozes", "snoozed_by"), "users"))
        .to_owned()
}

/// The indexes that tell what waits.
const NAMES: [(&str, &str); 11] = [
    ("ix_referrals_undecided", "referrals"),
    ("ix_referrals_open", "referrals"),
    ("ix_referrals_requeued_on", "referrals"),
    ("ix_referrals_interest_confirmed_on", "referrals"),
    ("ix_referrals_interest_asked_on", "referrals"),
    ("ix_consents_taken_back", "consents"),
    ("ix_proposals_open", "proposals"),
    ("ix_courses_running", "courses"),
    ("ix_surveys_open", "surveys"),
    ("ix_mentors_approved_on", "mentors"),
    ("ix_mentors_criminal_record_expires_on", "mentors"),
];

/// What is over is in none of them, so that each is as small as what goes on.
fn waiting() -> Vec<IndexCreateStatement> {
    let is_null = |column: &'static str| Expr::col(column).is_null();
    let is_known = |column: &'static str| Expr::col(column).is_not_null();
    let open = || is_null("withdrawn_on").and(is_null("declined_on")).and(is_null("closed_on"));
    let unanswered = is_null("answered_on").and(is_null("not_reached_on"));
    let named = |name: &str, mut index: IndexCreateStatement| index.name(name).to_owned();
    vec![
        named(
            "ix_referrals_undecided",
            index("referrals", &["accepted_on", "referred_on", "id"]).and_where(open()).to_owned(),
        ),
        named("ix_referrals_open", index("referrals", &["referred_on", "id"]).and_where(open()).to_owned()),
        index("referrals", &["requeued_on"]).and_where(is_known("requeued_on")).to_owned(),
        index("referrals", &["interest_confirmed_on"]).and_where(is_known("interest_confirmed_on")).to_owned(),
        index("referrals", &["interest_asked_on"]).and_where(is_known("interest_asked_on")).to_owned(),
        named(
            "ix_consents_taken_back",
            index("consents", &["purpose", "referral_id"]).and_where(is_known("withdrawn_on")).to_owned(),
        ),
        named(
            "ix_proposals_open",
            index("proposals", &["expires_on", "id"]).and_where(is_null("closed_at")).to_owned(),
        ),
        named("ix_courses_running", index("courses", &["ended_on", "planned_end_on", "id"])),
        named("ix_surveys_open", index("surveys", &["due_on", "id"]).and_where(unanswered).to_owned()),
        index("mentors", &["approved_on"]),
        index("mentors", &["criminal_record_expires_on"]).and_where(is_known("criminal_record_expires_on")).to_owned(),
    ]
}
