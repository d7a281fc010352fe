//! Who uses the platform and who refers: partners, areas, projects, users, sessions, links.

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
        for table in [partners(), housing_areas(), projects(), users(), sessions(), links(), sign_in_attempts()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("housing_areas", &["partner_id"]),
            index("users", &["partner_id"]),
            index("sessions", &["user_id"]),
            index("links", &["subject_id", "purpose"]),
            index("sign_in_attempts", &["account_key", "at"]),
            index("sign_in_attempts", &["address_key", "at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["sign_in_attempts", "links", "sessions", "users", "projects", "housing_areas", "partners"],
        )
        .await
    }
}

fn partners() -> TableCreateStatement {
    Table::create()
        .table("partners")
        .col(pk_uuid("id"))
        .col(string_len_uniq("name", 120))
        .col(string_len_null("town", 80))
        .col(string_len_null("postcode", 4))
        .col(string_len_null("contact_name", 120))
        .col(string_len_null("contact_email", 254))
        .col(date_null("closed_on"))
        .to_owned()
}

fn housing_areas() -> TableCreateStatement {
    Table::create()
        .table("housing_areas")
        .col(pk_uuid("id"))
        .col(string_len_uniq("name", 120))
        .col(uuid("partner_id"))
        .col(date_null("closed_on"))
        .foreign_key(&mut reference(("housing_areas", "partner_id"), "partners"))
        .to_owned()
}

fn projects() -> TableCreateStatement {
    Table::create()
        .table("projects")
        .col(pk_uuid("id"))
        .col(string_len_uniq("name", 120))
        .col(date("starts_on"))
        .col(date("ends_on"))
        .col(integer_null("target_young_people"))
        .col(integer_null("target_areas"))
        .col(integer_null("target_continuing_areas"))
        .col(integer_null("target_exit_percent"))
        .col(integer_null("target_twelve_month_percent"))
        .check(Expr::col("ends_on").gte(Expr::col("starts_on")))
        .to_owned()
}

fn users() -> TableCreateStatement {
    Table::create()
        .table("users")
        .col(pk_uuid("id"))
        .col(string_len_uniq("email", 254))
        .col(string_len("name", 120))
        .col(string_len("role", 16).check(Expr::col("role").is_in(["referrer", "mentor", "staff", "administrator"])))
        .col(string_len_null("password_hash", 200))
        .col(uuid_null("partner_id"))
        .col(string_len("language", 2).default("da"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("disabled_at"))
        .col(date_null("last_seen_on"))
        .check(Expr::col("role").ne("referrer").or(Expr::col("partner_id").is_not_null()))
        .foreign_key(&mut reference(("users", "partner_id"), "partners"))
        .to_owned()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(string_len("token_hash", 64).primary_key())
        .col(uuid("user_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(reference(("sessions", "user_id"), "users").on_delete(ForeignKeyAction::Cascade))
        .to_owned()
}

fn links() -> TableCreateStatement {
    Table::create()
        .table("links")
        .col(string_len("token_hash", 64).primary_key())
        .col(string_len("purpose", 32))
        .col(uuid("subject_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .to_owned()
}

fn sign_in_attempts() -> TableCreateStatement {
    Table::create()
        .table("sign_in_attempts")
        .col(pk_uuid("id"))
        .col(string_len("account_key", 64))
        .col(string_len("address_key", 64))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}
