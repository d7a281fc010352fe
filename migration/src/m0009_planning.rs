//! Matching meetings: what was planned for everybody waiting, and what people decided about it.

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
        for table in [matching_meetings(), planned_pairs(), pair_decisions()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("matching_meetings", &["opened_at"]),
            unique("ux_planned_pairs_referral", "planned_pairs", &["meeting_id", "referral_id"]),
            index("planned_pairs", &["referral_id"]),
            index("planned_pairs", &["mentor_id"]),
            unique("ux_pair_decisions_pair", "pair_decisions", &["meeting_id", "referral_id", "mentor_id"]),
            one_lock_a_referral(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["pair_decisions", "planned_pairs", "matching_meetings"]).await
    }
}

fn unique(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.unique().name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

fn one_lock_a_referral() -> IndexCreateStatement {
    Index::create()
        .unique()
        .name("ux_pair_decisions_lock")
        .table("pair_decisions")
        .col("meeting_id")
        .col("referral_id")
        .and_where(Expr::col("kind").eq("locked"))
        .to_owned()
}

/// `version` grows with each decision; the plan was made at `solved_version`.
fn matching_meetings() -> TableCreateStatement {
    Table::create()
        .table("matching_meetings")
        .col(pk_uuid("id"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(uuid("opened_by"))
        .col(timestamp_with_time_zone_null("solved_at"))
        .col(big_integer("total").default(0))
        .col(text_null("note"))
        .col(text_null("decision"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(uuid_null("closed_by"))
        .col(integer("version").default(0))
        .col(integer("solved_version").default(-1))
        .foreign_key(&mut reference(("matching_meetings", "opened_by"), "users"))
        .foreign_key(&mut reference(("matching_meetings", "closed_by"), "users"))
        .to_owned()
}

/// Everybody who waited, each with a mentor or with the reason why there is none.
fn planned_pairs() -> TableCreateStatement {
    Table::create()
        .table("planned_pairs")
        .col(pk_uuid("id"))
        .col(uuid("meeting_id"))
        .col(uuid("referral_id"))
        .col(integer("position"))
        .col(uuid_null("mentor_id"))
        .col(string_len_null("why_left", 24))
        .col(json_binary("facts"))
        .col(uuid_null("proposal_id").unique_key())
        .col(string_len_null("refusal", 60))
        .check(Expr::col("mentor_id").is_not_null().or(Expr::col("why_left").is_not_null()))
        .foreign_key(&mut reference(("planned_pairs", "meeting_id"), "matching_meetings"))
        .foreign_key(&mut reference(("planned_pairs", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("planned_pairs", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("planned_pairs", "proposal_id"), "proposals"))
        .to_owned()
}

fn pair_decisions() -> TableCreateStatement {
    Table::create()
        .table("pair_decisions")
        .col(pk_uuid("id"))
        .col(uuid("meeting_id"))
        .col(uuid("referral_id"))
        .col(uuid("mentor_id"))
        .col(string_len("kind", 16))
        .col(uuid("decided_by"))
        .col(timestamp_with_time_zone("decided_at"))
        .check(Expr::col("kind").is_in(["locked", "forbidden"]))
        .foreign_key(&mut reference(("pair_decisions", "meeting_id"), "matching_meetings"))
        .foreign_key(&mut reference(("pair_decisions", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("pair_decisions", "mentor_id"), "mentors"))
        .foreign_key(&mut reference(("pair_decisions", "decided_by"), "users"))
        .to_owned()
}
