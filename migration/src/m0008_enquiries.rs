//! What people without a sign-in write on the public page.

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
        manager.create_table(enquiries()).await?;
        for index in [
            index("enquiries", &["received_on"]),
            index("enquiries", &["closed_on"]),
            index("enquiries", &["draft_id"]),
            index("enquiries", &["partner_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["enquiries"]).await
    }
}

/// The draft has no foreign key: it becomes a referral of the same id, or is thrown away.
fn enquiries() -> TableCreateStatement {
    Table::create()
        .table("enquiries")
        .col(pk_uuid("id"))
        .col(date("received_on"))
        .col(uuid_null("partner_id"))
        .col(string_len("language", 2))
        .col(string_len_null("asker_name", 120))
        .col(string_len_null("asker_relation", 16))
        .col(string_len_null("asker_phone", 20))
        .col(string_len_null("asker_email", 254))
        .col(string_len("first_name", 80))
        .col(integer("age"))
        .col(string_len_null("phone", 20))
        .col(string_len_null("email", 254))
        .col(string_len_null("contact_preference", 16))
        .col(string_len("place", 80))
        .col(text("wish"))
        .col(string_len_null("guardian_name", 120))
        .col(string_len_null("guardian_phone", 20))
        .col(boolean("guardian_later"))
        .col(integer("consent_version"))
        .col(date_null("tried_on"))
        .col(uuid_null("draft_id"))
        .col(date_null("closed_on"))
        .col(string_len_null("close_reason", 40))
        .col(text_null("close_note"))
        .foreign_key(&mut reference(("enquiries", "partner_id"), "partners"))
        .to_owned()
}
