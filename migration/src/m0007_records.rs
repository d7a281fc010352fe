//! What the platform keeps about itself: letters to send, index changes, the change log, the reading log.

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
        for table in [letters(), index_changes(), changes(), readings()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("letters", &["sent_at", "run_at"]),
            index("changes", &["subject_id", "at"]),
            index("changes", &["at"]),
            index("changes", &["subject", "at"]),
            index("readings", &["young_person_id", "at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["readings", "changes", "index_changes", "letters"]).await
    }
}

/// A letter is a kind and an id; its words and its address are looked up when it is sent.
fn letters() -> TableCreateStatement {
    Table::create()
        .table("letters")
        .col(pk_uuid("id"))
        .col(string_len("kind", 40))
        .col(uuid("subject_id"))
        .col(string_len("dedup_key", 120).unique_key())
        .col(timestamp_with_time_zone("run_at"))
        .col(integer("attempts").default(0))
        .col(timestamp_with_time_zone_null("locked_until"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .col(timestamp_with_time_zone_null("given_up_at"))
        .col(string_len_null("failure", 80))
        .to_owned()
}

/// The order of committed changes of mentors, for the copy in the search index.
fn index_changes() -> TableCreateStatement {
    Table::create().table("index_changes").col(big_pk_auto("sequence")).col(uuid("mentor_id")).to_owned()
}

fn changes() -> TableCreateStatement {
    Table::create()
        .table("changes")
        .col(pk_uuid("id"))
        .col(string_len("subject", 24))
        .col(uuid("subject_id"))
        .col(string_len("action", 40))
        .col(uuid_null("by_user"))
        .col(string_len_null("on_behalf_of", 16))
        .col(text_null("reason"))
        .col(json_binary_null("details"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut reference(("changes", "by_user"), "users"))
        .to_owned()
}

fn readings() -> TableCreateStatement {
    Table::create()
        .table("readings")
        .col(pk_uuid("id"))
        .col(uuid("young_person_id"))
        .col(uuid("user_id"))
        .col(string_len("role", 16))
        .col(string_len("purpose", 32))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut reference(("readings", "young_person_id"), "young_people"))
        .foreign_key(&mut reference(("readings", "user_id"), "users"))
        .to_owned()
}
