//! Proposals: a mentor proposed for a referral.

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
        manager.create_table(proposals()).await?;
        manager.create_index(index("proposals", &["mentor_id"])).await?;
        manager.create_index(index("proposals", &["referral_id"])).await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("ux_proposals_open_referral")
                    .table("proposals")
                    .col("referral_id")
                    .and_where(Expr::col("closed_at").is_null())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["proposals"]).await
    }
}

/// An open proposal holds a seat: the last check refuses one without.
fn proposals() -> TableCreateStatement {
    Table::create()
        .table("proposals")
        .col(pk_uuid("id"))
        .col(uuid("referral_id"))
        .col(uuid("mentor_id"))
        .col(uuid_null("seat_hold_id").unique_key())
        .col(timestamp_with_time_zone("proposed_at"))
        .col(uuid_null("proposed_by"))
        .col(string_len("method", 16))
        .col(json_binary("facts"))
        .col(date("expires_on"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .col(text_null("question"))
        .col(timestamp_with_time_zone_null("asked_at"))
        .col(text_null("answer"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone_null("mentor_accepted_at"))
        .col(timestamp_with_time_zone_null("mentee_accepted_at"))
        .col(timestamp_with_time_zone_null("declined_at"))
        .col(string_len_null("declined_by", 16))
        .col(string_len_null("decline_reason", 40))
        .col(text_null("decline_note"))
        .col(timestamp_with_time_zone_null("expired_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .check(Expr::col("closed_at").is_not_null().or(Expr::col("seat_hold_id").is_not_null()))
        .foreign_key(&mut reference(("proposals", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("proposals", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("proposals", "seat_hold_id"), "seat_holds"))
        .foreign_key(&mut reference(("proposals", "proposed_by"), "users"))
        .to_owned()
}
