//! Addresses of acts are nouns: what was typed under an old one still finds its form.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Which things, how their acts ended, and how they end now.
const RENAMED: [(&str, &str, &str); 12] = [
    ("/admin/people/%", "/closure", "/disablement"),
    ("/admin/people/%", "/opening", "/enablement"),
    ("/referrals/%", "/amend", "/amendment"),
    ("/referrals/%", "/accept", "/acceptance"),
    ("/referrals/%", "/decline", "/refusal"),
    ("/referrals/%", "/withdraw", "/withdrawal"),
    ("/referrals/%", "/close", "/closure"),
    ("/referrals/%", "/reopen", "/reopening"),
    ("/referrals/drafts/%", "/send", "/submission"),
    ("/referrals/drafts/%", "/discard", "/removal"),
    ("/proposals/%", "/decline", "/refusal"),
    ("/proposals/%", "/mentee-decline", "/mentee-refusal"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        rename(manager, RENAMED).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        rename(manager, RENAMED.map(|(things, old, new)| (things, new, old))).await
    }
}

async fn rename(manager: &SchemaManager<'_>, renamed: [(&str, &str, &str); 12]) -> Result<(), DbErr> {
    for column in ["action", "page", "path"] {
        for (things, from, to) in renamed {
            let kept = format!("substr({column}, 1, length({column}) - {})", from.len());
            let renaming =
                format!("UPDATE kept_forms SET {column} = {kept} || '{to}' WHERE {column} LIKE '{things}{from}'");
            manager.get_connection().execute_unprepared(&renaming).await?;
        }
    }
    Ok(())
}
