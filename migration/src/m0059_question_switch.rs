//! Whether two met is a sort of message of its own: whoever had switched off reminders, of which it was one, has switched it off.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let new_id = match db.get_database_backend() {
            DbBackend::Postgres => "gen_random_uuid()",
            _ => "randomblob(16)",
        };
        let switched_off = format!(
            "INSERT INTO opt_outs (id, addressee, addressee_id, category, channel, since) \
             SELECT {new_id}, addressee, addressee_id, 'question', channel, since FROM opt_outs \
             WHERE category = 'reminder' AND ended_at IS NULL"
        );
        db.execute_unprepared(&switched_off).await?;
        let asked =
            "UPDATE messages SET category = 'question' WHERE category = 'reminder' AND kind LIKE 'did_you_meet%'";
        db.execute_unprepared(asked).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        // Whoever switched off this sort alone rather gets too little than what they do not want.
        for on_the_way_back in [
            "DELETE FROM opt_outs WHERE category = 'question' AND (ended_at IS NOT NULL OR EXISTS (SELECT 1 FROM opt_outs AS also \
             WHERE also.addressee_id = opt_outs.addressee_id AND also.category = 'reminder' AND also.ended_at IS NULL))",
            "UPDATE opt_outs SET category = 'reminder' WHERE category = 'question'",
        ] {
            db.execute_unprepared(on_the_way_back).await?;
        }
        let reminded = "UPDATE messages SET category = 'reminder' WHERE category = 'question'";
        db.execute_unprepared(reminded).await.map(drop)
    }
}
