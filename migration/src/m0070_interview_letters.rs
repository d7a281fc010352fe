//! Invitations to interviews are a sort of message of their own: whoever had switched off questions about how it went, of which they
//! were some, has switched them off. And a sample counts whom it left out as they are asked already.

use sea_orm_migration::{
    prelude::*,
    schema::integer,
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
        let counted =
            Table::alter().table("interview_strata").add_column(integer("asked_already").default(0)).to_owned();
        manager.alter_table(counted).await?;
        let db = manager.get_connection();
        let new_id = match db.get_database_backend() {
            DbBackend::Postgres => "gen_random_uuid()",
            _ => "randomblob(16)",
        };
        let switched_off = format!(
            "INSERT INTO opt_outs (id, addressee, addressee_id, category, channel, since) \
             SELECT {new_id}, addressee, addressee_id, 'interview', channel, since FROM opt_outs \
             WHERE category = 'survey' AND ended_at IS NULL"
        );
        db.execute_unprepared(&switched_off).await?;
        let asked = "UPDATE messages SET category = 'interview' WHERE category = 'survey' \
                     AND kind IN ('interview_young_person', 'interview_mentor', 'interview_contact')";
        db.execute_unprepared(asked).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        // Whoever switched off this sort alone rather gets too little than what they do not want.
        for on_the_way_back in [
            "DELETE FROM opt_outs WHERE category = 'interview' AND (ended_at IS NOT NULL OR EXISTS (SELECT 1 FROM opt_outs AS also \
             WHERE also.addressee_id = opt_outs.addressee_id AND also.category = 'survey' AND also.ended_at IS NULL))",
            "UPDATE opt_outs SET category = 'survey' WHERE category = 'interview'",
            "UPDATE messages SET category = 'survey' WHERE category = 'interview'",
        ] {
            db.execute_unprepared(on_the_way_back).await?;
        }
        let counted = Table::alter().table("interview_strata").drop_column("asked_already").to_owned();
        manager.alter_table(counted).await
    }
}
