//! Young people, their referrals, confirmed industries, consents, and the words of wishes that nobody understood.

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
        let words = [unknown_words(), unknown_word_uses()];
        for table in
            [young_people(), referrals(), referral_industries(), consents(), referral_drafts()].into_iter().chain(words)
        {
            manager.create_table(table).await?;
        }
        for index in [
            index("young_people", &["birth_date"]),
            index("young_people", &["phone"]),
            index("young_people", &["name"]),
            index("referrals", &["partner_id", "referred_on"]),
            index("referrals", &["referrer_id"]),
            index("referrals", &["young_person_id"]),
            index("referrals", &["referred_on", "id"]),
            index("referral_industries", &["referral_id"]),
            index("referral_industries", &["division"]),
            index("consents", &["young_person_id"]),
            index("consents", &["referral_id"]),
            index("referral_drafts", &["user_id"]),
            index("unknown_word_uses", &["referral_id"]),
            index("unknown_word_uses", &["solved_by"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "unknown_word_uses",
            "unknown_words",
            "referral_drafts",
            "consents",
            "referral_industries",
            "referrals",
            "young_people",
        ];
        drop_tables(manager, &tables).await
    }
}

fn young_people() -> TableCreateStatement {
    Table::create()
        .table("young_people")
        .col(pk_uuid("id"))
        .col(string_len_uniq("reference", 40))
        .col(string_len("name", 120))
        .col(date("birth_date"))
        .col(string_len_null("gender", 16))
        .col(string_len_null("phone", 20))
        .col(string_len_null("email", 254))
        .col(json_binary("languages"))
        .col(string_len_null("contact_preference", 16))
        .col(string_len_null("guardian_name", 120))
        .col(string_len_null("guardian_phone", 20))
        .col(uuid_null("merged_into"))
        .col(integer("version").default(0))
        .foreign_key(&mut reference(("young_people", "merged_into"), "young_people"))
        .to_owned()
}

fn referrals() -> TableCreateStatement {
    Table::create()
        .table("referrals")
        .col(pk_uuid("id"))
        .col(string_len_uniq("reference", 40))
        .col(uuid("partner_id"))
        .col(uuid("housing_area_id"))
        .col(uuid_null("referrer_id"))
        .col(string_len_null("referrer_email", 254))
        .col(uuid("young_person_id"))
        .col(date("referred_on"))
        .col(text("wish"))
        .col(string_len_null("clarity", 16))
        .col(json_binary("needs"))
        .col(text_null("goals"))
        .col(string_len_null("mentor_gender_wish", 16))
        .col(string_len_null("mentor_age_wish", 16))
        .col(json_binary_null("times"))
        .col(text_null("mentor_wish"))
        .col(text_null("for_mentor"))
        .col(text_null("interpreter_need"))
        .col(text_null("accessibility_need"))
        .col(date_null("accepted_on"))
        .col(text_null("question"))
        .col(timestamp_with_time_zone_null("asked_at"))
        .col(text_null("answer"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(date_null("declined_on"))
        .col(string_len_null("decline_reason", 40))
        .col(text_null("decline_note"))
        .col(text_null("decline_next_step"))
        .col(date_null("withdrawn_on"))
        .col(date_null("closed_on"))
        .col(string_len_null("not_started_reason", 40))
        .col(date_null("requeued_on"))
        .col(timestamp_with_time_zone("created_at"))
        .col(integer("version").default(0))
        .foreign_key(&mut reference(("referrals", "partner_id"), "partners"))
        .foreign_key(&mut reference(("referrals", "housing_area_id"), "housing_areas"))
        .foreign_key(&mut reference(("referrals", "referrer_id"), "users"))
        .foreign_key(&mut reference(("referrals", "young_person_id"), "young_people"))
        .to_owned()
}

fn referral_industries() -> TableCreateStatement {
    Table::create()
        .table("referral_industries")
        .col(pk_uuid("id"))
        .col(uuid("referral_id"))
        .col(integer("position"))
        .col(string_len("system", 4))
        .col(string_len("code", 8))
        .col(string_len("division", 2))
        .col(uuid_null("confirmed_by"))
        .foreign_key(&mut reference(("referral_industries", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("referral_industries", "confirmed_by"), "users"))
        .to_owned()
}

fn consents() -> TableCreateStatement {
    Table::create()
        .table("consents")
        .col(pk_uuid("id"))
        .col(uuid("young_person_id"))
        .col(uuid("referral_id"))
        .col(string_len("purpose", 32))
        .col(integer("text_version").default(1))
        .col(date("given_on"))
        .col(date_null("withdrawn_on"))
        .col(uuid_null("recorded_by"))
        .foreign_key(&mut reference(("consents", "young_person_id"), "young_people"))
        .foreign_key(&mut reference(("consents", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("consents", "recorded_by"), "users"))
        .to_owned()
}

/// What a referrer has typed and not yet sent, exactly as typed; gone when it is sent.
fn referral_drafts() -> TableCreateStatement {
    Table::create()
        .table("referral_drafts")
        .col(pk_uuid("id"))
        .col(uuid("user_id"))
        .col(json_binary("form"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("saved_at"))
        .foreign_key(&mut reference(("referral_drafts", "user_id"), "users"))
        .to_owned()
}

/// Words of wishes that led nowhere. They stay when nothing is left of the person.
fn unknown_words() -> TableCreateStatement {
    Table::create()
        .table("unknown_words")
        .col(pk_uuid("id"))
        .col(string_len_uniq("word", 80))
        .col(date("first_seen_on"))
        .col(date_null("passed_over_on"))
        .to_owned()
}

fn unknown_word_uses() -> TableCreateStatement {
    Table::create()
        .table("unknown_word_uses")
        .col(uuid("unknown_word_id"))
        .col(uuid("referral_id"))
        .col(date_null("solved_on"))
        .col(uuid_null("solved_by"))
        .primary_key(Index::create().col("unknown_word_id").col("referral_id"))
        .foreign_key(&mut reference(("unknown_word_uses", "unknown_word_id"), "unknown_words"))
        .foreign_key(&mut reference(("unknown_word_uses", "referral_id"), "referrals"))
        .foreign_key(&mut reference(("unknown_word_uses", "solved_by"), "vocabulary_words"))
        .to_owned()
}
