//! Mentors, their industries, pauses and seats, and the words that staff add to the vocabulary.

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
        for table in [mentors(), mentor_industries(), mentor_pauses(), seats(), seat_holds(), vocabulary_words()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("mentors", &["name"]),
            index("mentors", &["email"]),
            index("mentor_industries", &["mentor_id"]),
            index("mentor_industries", &["division"]),
            index("mentor_pauses", &["mentor_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["vocabulary_words", "seat_holds", "seats", "mentor_pauses", "mentor_industries", "mentors"],
        )
        .await
    }
}

fn mentors() -> TableCreateStatement {
    Table::create()
        .table("mentors")
        .col(pk_uuid("id"))
        .col(string_len_uniq("reference", 40))
        .col(uuid_null("user_id").unique_key())
        .col(string_len("name", 120))
        .col(string_len("email", 254))
        .col(timestamp_with_time_zone_null("email_confirmed_at"))
        .col(string_len("language", 2).default("da"))
        .col(string_len_null("phone", 20))
        .col(string_len_null("contact_preference", 16))
        .col(integer_null("birth_year"))
        .col(string_len_null("gender", 16))
        .col(string_len("occupation", 120))
        .col(string_len_null("employer", 120))
        .col(string_len_null("keywords", 400))
        .col(string_len_null("town", 80))
        .col(string_len_null("postcode", 4))
        .col(json_binary("languages"))
        .col(json_binary("strengths"))
        .col(json_binary("wants_to_improve"))
        .col(json_binary_null("times"))
        .col(text_null("motivation"))
        .col(date_null("applied_on"))
        .col(date_null("interviewed_on"))
        .col(text_null("interview_note"))
        .col(string_len_null("criminal_record_status", 16))
        .col(date_null("criminal_record_checked_on"))
        .col(date_null("criminal_record_expires_on"))
        .col(date_null("trained_on"))
        .col(date_null("approved_on"))
        .col(date_null("left_on"))
        .col(string_len_null("left_reason", 40))
        .col(integer("version").default(0))
        .foreign_key(&mut reference(("mentors", "user_id"), "users"))
        .to_owned()
}

fn mentor_industries() -> TableCreateStatement {
    Table::create()
        .table("mentor_industries")
        .col(pk_uuid("id"))
        .col(uuid("mentor_id"))
        .col(integer("position"))
        .col(string_len("system", 4))
        .col(string_len("code", 8))
        .col(string_len("division", 2))
        .foreign_key(&mut reference(("mentor_industries", "mentor_id"), "mentors"))
        .to_owned()
}

fn mentor_pauses() -> TableCreateStatement {
    Table::create()
        .table("mentor_pauses")
        .col(pk_uuid("id"))
        .col(uuid("mentor_id"))
        .col(date("from_on"))
        .col(date_null("until_on"))
        .col(string_len_null("reason", 200))
        .foreign_key(&mut reference(("mentor_pauses", "mentor_id"), "mentors"))
        .to_owned()
}

/// A mentor has as many rows here as seats, numbered from 1.
fn seats() -> TableCreateStatement {
    Table::create()
        .table("seats")
        .col(uuid("mentor_id"))
        .col(integer("number"))
        .primary_key(Index::create().col("mentor_id").col("number"))
        .check(Expr::col("number").gte(1))
        .foreign_key(&mut reference(("seats", "mentor_id"), "mentors"))
        .to_owned()
}

/// The one ledger of taken seats. A hold needs a seat that exists and that nobody else holds, so one seat too many
/// cannot be written down, whatever races.
fn seat_holds() -> TableCreateStatement {
    Table::create()
        .table("seat_holds")
        .col(pk_uuid("id"))
        .col(uuid("mentor_id"))
        .col(integer("number"))
        .col(date("held_from"))
        .index(Index::create().unique().name("ux_seat_holds_seat").col("mentor_id").col("number"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_seat_holds_seat")
                .from("seat_holds", ("mentor_id", "number"))
                .to("seats", ("mentor_id", "number"))
                .on_delete(ForeignKeyAction::Restrict),
        )
        .to_owned()
}

fn vocabulary_words() -> TableCreateStatement {
    Table::create()
        .table("vocabulary_words")
        .col(pk_uuid("id"))
        .col(string_len_uniq("word", 80))
        .col(string_len("system", 4))
        .col(string_len("code", 8))
        .col(uuid_null("added_by"))
        .col(timestamp_with_time_zone("added_at"))
        .foreign_key(&mut reference(("vocabulary_words", "added_by"), "users"))
        .to_owned()
}
